import { rename, rm, stat } from 'node:fs/promises';
import { CliError } from '../api-client';

/** Writes a file that is there once it is whole: what was there before stays until then. @returns its size */
export async function wholeFile(file: string, write: (part: string) => Promise<void>): Promise<number> {
  const former = await stat(file).catch(() => null);
  if (former && !former.isFile()) throw new CliError('no-file', `${file} is no file. Name one to write to.`);
  const part = `${file}.part`;
  try {
    await write(part);
    const { size: bytes } = await stat(part);
    await rename(part, file);
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof CliError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOSPC'
        ? 'The disk is full.'
        : code === 'UND_ERR_SOCKET' || message === 'terminated'
          ? 'Moodline broke it off; its log says why.'
          : `${message}.`;
    throw new CliError(
      'not-written',
      `Nothing was written to ${file}: ${why} A file that was there before is as it was.`,
    );
  }
}
