import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { WeightsDamagedError } from './language-model.errors';

export interface WeightsProgress {
  /** Path of the file within the model's folder. */
  readonly file: string;
  readonly checkedBytes: number;
  /** Bytes that have to be read; files known to be sound do not count. */
  readonly totalBytes: number;
}

export interface WeightsCheck {
  /** The model's folder, which holds SHA256SUMS. */
  readonly directory: string;
  /** JSON file in which sound files are remembered by size and time. */
  readonly rememberIn: string;
  /** Called for each stretch read; never when all files are known. */
  readonly onProgress?: (progress: WeightsProgress) => void;
}

interface WeightsFile {
  readonly path: string;
  /** Checksum, size and time: what has to be the same for a file to be known. */
  readonly fingerprint: string;
  readonly sha256: string;
  readonly size: number;
}

/** Fingerprints of sound files by model folder and path. */
type Memory = Record<string, Record<string, string>>;

/**
 * Checks the model's files against its SHA256SUMS. Files found sound once are not read again until their size or time changes.
 * @throws WeightsDamagedError naming the first file that is missing or differs, and what to do.
 */
export async function verifyWeights({ directory, rememberIn, onProgress }: WeightsCheck): Promise<void> {
  const folder = resolve(directory);
  const files = await listedFiles(folder);
  const memory = await recall(rememberIn);
  const known = memory[folder] ?? {};
  const unknown = files.filter((file) => known[file.path] !== file.fingerprint);
  if (unknown.length === 0) return;
  const totalBytes = unknown.reduce((sum, { size }) => sum + size, 0);
  let checkedBytes = 0;
  for (const file of unknown) {
    const sha256 = await checksum(join(folder, file.path), (bytes) => {
      checkedBytes += bytes;
      onProgress?.({ file: file.path, checkedBytes, totalBytes });
    });
    if (sha256 !== file.sha256)
      throw new WeightsDamagedError(named(folder, file.path), 'is damaged: it differs from its checksum.');
  }
  const sound = Object.fromEntries(files.map((file) => [file.path, file.fingerprint]));
  await remember(rememberIn, { ...memory, [folder]: sound });
}

async function listedFiles(folder: string): Promise<WeightsFile[]> {
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8').catch(() => {
    throw new WeightsDamagedError(named(folder, 'SHA256SUMS'), 'is missing.');
  });
  const lines = sums.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new WeightsDamagedError(named(folder, 'SHA256SUMS'), 'is empty.');
  return Promise.all(lines.map((line) => listedFile(folder, line)));
}

async function listedFile(folder: string, line: string): Promise<WeightsFile> {
  const [, sha256, path] = /^([0-9a-f]{64}) [ *](.+?)\r?$/.exec(line) ?? [];
  if (!sha256 || !path)
    throw new WeightsDamagedError(named(folder, 'SHA256SUMS'), 'is damaged: it has a line that is no checksum.');
  const { size, mtimeMs } = await stat(join(folder, path)).catch(() => {
    throw new WeightsDamagedError(named(folder, path), 'is missing.');
  });
  return { path, sha256, size, fingerprint: `${sha256} ${size} ${mtimeMs}` };
}

async function checksum(path: string, onBytes: (bytes: number) => void): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    onBytes((chunk as Buffer).length);
  }
  return hash.digest('hex');
}

/** What was remembered; nothing when the file is not there or not readable, as it only saves time. */
async function recall(file: string): Promise<Memory> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Memory;
  } catch {
    return {};
  }
}

async function remember(file: string, memory: Memory): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, `${JSON.stringify(memory, null, 2)}\n`);
  await rename(draft, file);
}

function named(folder: string, path: string): string {
  return join('models', basename(folder), path);
}
