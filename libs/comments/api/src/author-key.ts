import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its name in the data folder; it holds hex. */
export const AUTHOR_KEY_FILE = 'author-key';

/** The key with which author names are hashed: made once per installation, kept in the data folder with mode 600. */
export function loadAuthorKey(dataDir: string): Buffer {
  const file = join(dataDir, AUTHOR_KEY_FILE);
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(32);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, key.toString('hex'), { mode: 0o600 });
  return key;
}
