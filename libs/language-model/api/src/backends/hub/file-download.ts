import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pause } from '@moodline/shared/work';
import { ModelDownloadError } from '../backend.errors';
import { retryDelay, type Patience } from '../server/retry-delay';
import { HubFault, type Hub } from './hub';
import type { HubFile } from './hub-files';

/** Faults in a row, without a byte in between, after which a download is given up. What has come stays for the next try. */
export const DOWNLOAD_PATIENCE: Patience = { retries: 6, firstDelayMs: 1_000, longestDelayMs: 60_000 };

export interface FileDownload {
  readonly hub: Hub;
  readonly modelId: string;
  readonly file: HubFile;
  /** Where the file belongs; it appears there whole and checked, or not at all. */
  readonly target: string;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
  /** Told how many bytes of this file are there. */
  readonly onBytes: (received: number) => void;
}

/**
 * Fetches one file: goes on where an earlier try ended, checks the sum, and puts it into place.
 * @throws ModelDownloadError, or the signal's reason
 */
export async function fetchFile(download: FileDownload): Promise<void> {
  const { file, target, onBytes } = download;
  if ((await sizeOf(target)) === file.size && (await hasSum(target, file))) return onBytes(file.size);
  // The sum is part of the name: the rest of another version is never glued to this one.
  const part = `${target}.${(file.sum?.hex ?? 'unknown').slice(0, 12)}.part`;
  await mkdir(dirname(target), { recursive: true });
  // A part that was whole but wrong is thrown away and fetched once more; then the hub is to blame.
  for (let round = 0; round < 2; round++) {
    const told = await fetchPart(download, part);
    const sum = file.sum ?? (told ? ({ kind: 'sha256', hex: told } as const) : null);
    if (await hasSum(part, { ...file, sum })) {
      await rename(part, target);
      return onBytes(file.size);
    }
    await rm(part, { force: true });
    onBytes(0);
  }
  throw new ModelDownloadError(
    'model-download-checksum',
    `${file.path} of ${download.modelId} differs from its checksum, twice. The mirror may be out of date or damaged; try another one.`,
  );
}

/** @returns the SHA-256 that came with the file, if any */
async function fetchPart(
  { hub, modelId, file, signal, patience = DOWNLOAD_PATIENCE, onBytes }: FileDownload,
  part: string,
): Promise<string | null> {
  let told: string | null = null;
  for (let faults = 0; ; faults++) {
    const before = await wholeOrLess(part, file.size);
    onBytes(before);
    if (before === file.size && file.size > 0) return told;
    try {
      const opened = await hub.open({ modelId, path: file.path, from: before }, signal);
      told ??= opened.sha256;
      if (opened.start !== 0 && opened.start !== before) throw new HubFault('The hub sent another part of the file.');
      // A hub that says that the file is shorter speaks of another version: begin anew.
      if (opened.beyondEnd) await rm(part, { force: true });
      await save({
        body: opened.body,
        part,
        start: opened.beyondEnd ? null : opened.start,
        size: file.size,
        onBytes,
        signal,
      });
      if ((await sizeOf(part)) === file.size) return told;
      throw new HubFault('The file ended too early.');
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (!(error instanceof HubFault)) throw error;
      if ((await sizeOf(part)) > before) faults = 0;
      if (faults >= patience.retries)
        throw new ModelDownloadError(
          'model-download-network',
          `${error.message} What has arrived is kept; start the download again to go on.`,
        );
      await pause(retryDelay(faults, patience, error.wishMs ?? 0), signal);
    }
  }
}

interface Saving {
  readonly body: AsyncIterable<Uint8Array> & { destroy(): unknown };
  readonly part: string;
  /** First byte that comes; null when there is nothing to save. */
  readonly start: number | null;
  readonly size: number;
  readonly onBytes: (received: number) => void;
  readonly signal: AbortSignal;
}

async function save({ body, part, start, size, onBytes, signal }: Saving): Promise<void> {
  if (start === null) return void body.destroy();
  let received = start;
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      received += chunk.length;
      if (received > size) return done(new HubFault('The file is longer than it was announced.'));
      onBytes(received);
      done(null, chunk);
    },
  });
  try {
    await pipeline(body, counting, createWriteStream(part, { flags: start > 0 ? 'a' : 'w' }), { signal });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC')
      throw new ModelDownloadError(
        'model-download-disk',
        'The disk is full. Free some space and start the download again; what has arrived is kept.',
      );
    if (/^E(ACCES|PERM|ROFS|IO|DQUOT)$/.test(code))
      throw new ModelDownloadError('model-download-folder', `The data folder cannot be written to (${code}).`);
    throw error instanceof HubFault ? error : new HubFault('The connection broke off.');
  }
}

/** Bytes of a part that can be gone on with; one that is too long is thrown away. */
async function wholeOrLess(part: string, size: number): Promise<number> {
  const bytes = await sizeOf(part);
  if (bytes <= size) return bytes;
  await rm(part, { force: true });
  return 0;
}

/** Bytes of a file, 0 when it is not there. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

/** Whether a file is what the hub says. Without a sum the length has to do. */
async function hasSum(path: string, { sum, size }: HubFile): Promise<boolean> {
  if (!sum) return (await sizeOf(path)) === size;
  const hash = createHash(sum.kind === 'sha256' ? 'sha256' : 'sha1');
  if (sum.kind === 'git') hash.update(`blob ${size}\0`);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  } catch {
    return false;
  }
  return hash.digest('hex') === sum.hex;
}
