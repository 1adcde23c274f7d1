import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First sign of every sealed text, so that another way of sealing can follow one day. */
const VERSION = 'v1:';

/** A secret that cannot be read again: it was changed, or sealed with another key. */
export class UnreadableSecretError extends Error {
  constructor() {
    super(
      'A stored secret cannot be read: it was sealed with another key. Put the former SECRET_KEY or the file secret-key of the data folder back, or enter the secret again.',
    );
  }
}

/** Name of the file in the data folder that holds the key (hex) where `SECRET_KEY` is not set. */
export const SECRET_KEY_FILE = 'secret-key';

export interface SecretKeySettings {
  readonly SECRET_KEY?: string | undefined;
  readonly dataDir: string;
}

/** The 32 bytes that seal: those of `SECRET_KEY`, or those of the file, which is made when it is missing. */
export function secretKey({ SECRET_KEY, dataDir }: SecretKeySettings): Buffer {
  if (SECRET_KEY) return createHash('sha256').update(SECRET_KEY).digest();
  return keptKey(join(dataDir, SECRET_KEY_FILE), dataDir);
}

/** Encrypts what must not lie readable in the database: keys of sources and of model servers. AES-256-GCM (NIST SP 800-38D). */
export class SecretBox {
  /** @param key 32 bytes */
  constructor(private readonly key: Buffer) {}

  /** The box of an installation: with `SECRET_KEY`, or with a key that is made once and kept in the data folder with mode 600. */
  static of(settings: SecretKeySettings): SecretBox {
    return new SecretBox(secretKey(settings));
  }

  /** @returns a printable text that {@link open} reads */
  seal(secret: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce);
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** A text that only this installation can make, the same one each time: the tail of a link that needs no account. HMAC-SHA-256. */
  sign(purpose: string): string {
    return createHmac('sha256', this.key).update(`link:${purpose}`).digest('base64url');
  }

  /** @throws UnreadableSecretError */
  open(sealed: string): string {
    try {
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
      const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      );
    } catch {
      throw new UnreadableSecretError();
    }
  }
}

function keptKey(file: string, folder: string): Buffer {
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(32);
  // 'wx': of two processes that start at once, one makes the key and the other reads it.
  try {
    writeFileSync(file, key.toString('hex'), { mode: 0o600, flag: 'wx' });
    return key;
  } catch {
    return Buffer.from(readFileSync(file, 'utf8'), 'hex');
  }
}
