import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileAt, type StoredFile } from './stored-file';

/** Bytes after which it is looked at whether the rest is worth waiting for. */
const HEAD_BYTES = 128 * 1024;

/** A file that arrives, kept on the disk while it is imported: ids and the order of days only show in the whole of it. */
export class UploadSpool {
  private constructor(private readonly folder: string) {}

  get file(): StoredFile {
    return fileAt(join(this.folder, 'upload'));
  }

  /**
   * Takes a file in.
   * @param refuse is shown the first bytes of a larger file and throws when the rest need not come
   */
  static async receive(bytes: AsyncIterable<Buffer>, refuse: (head: Buffer) => Promise<void>): Promise<UploadSpool> {
    const folder = await mkdtemp(join(tmpdir(), 'moodline-upload-'));
    const output = createWriteStream(join(folder, 'upload'), { mode: 0o600 });
    const spool = new UploadSpool(folder);
    try {
      await write(bytes, output, refuse);
      output.end();
      await once(output, 'close');
      return spool;
    } catch (error) {
      output.destroy();
      await spool.remove();
      throw error;
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function write(
  bytes: AsyncIterable<Buffer>,
  output: NodeJS.WritableStream,
  refuse: (head: Buffer) => Promise<void>,
): Promise<void> {
  const head: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    if (size <= HEAD_BYTES) {
      head.push(chunk);
      size += chunk.length;
      if (size > HEAD_BYTES) await refuse(Buffer.concat(head));
    }
    if (!output.write(chunk)) await once(output, 'drain');
  }
}
