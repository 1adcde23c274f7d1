import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dtype } from '@moodline/language-model/contract';
import * as z from 'zod';
import { sizeOf } from './file-download';
import type { HubFile } from './hub-files';

/** Written when all files of a precision are there and checked. */
const RECORD = 'moodline-download.json';
const recordSchema = z.record(z.string(), z.array(z.object({ path: z.string(), size: z.number() })));

/** Where a model of the hub lies below the data folder. */
export const modelFolder = (modelsDir: string, modelId: string): string => join(modelsDir, ...modelId.split('/'));

/** Whether a precision was fetched as a whole and still lies there. */
export async function isDownloaded(folder: string, dtype: Dtype): Promise<boolean> {
  const files = (await readRecord(folder))[dtype];
  if (!files) return false;
  for (const { path, size } of files) if ((await sizeOf(join(folder, path))) !== size) return false;
  return true;
}

/** Remembers that a precision is there as a whole. */
export async function recordDownload(folder: string, dtype: Dtype, files: readonly HubFile[]): Promise<void> {
  const record = { ...(await readRecord(folder)), [dtype]: files.map(({ path, size }) => ({ path, size })) };
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${RECORD}.${process.pid}.tmp`);
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`);
  await rename(draft, join(folder, RECORD));
}

async function readRecord(folder: string): Promise<z.infer<typeof recordSchema>> {
  const text = await readFile(join(folder, RECORD), 'utf8').catch(() => '{}');
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    // A record that cannot be read only costs a look at the files.
    return {};
  }
}
