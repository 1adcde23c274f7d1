import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { BackupError, changed, cutOff, notABackup, wrongPassphrase } from './backup-errors';

/*
 * The file: a header in clear, then frames of 64 KiB, each sealed by AES-256-GCM (NIST SP 800-38D) with a key that belongs to this file.
 * The nonce of a frame is its number and whether it is the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár,
 * 2015), so frames that were changed, exchanged, left out or cut off do not open. The header is authenticated with each frame.
 *
 *   magic (16) · log2 N (1) · r (1) · p (1) · salt (32) · check (32) | frame | frame | … | last frame (shorter, or empty)
 */

const MAGIC = Buffer.from('MOODLINE-BACKUP1', 'ascii');
const SALT_BYTES = 32;
const CHECK_BYTES = 32;
const CLEAR_BYTES = MAGIC.length + 3 + SALT_BYTES;
const HEADER_BYTES = CLEAR_BYTES + CHECK_BYTES;
const FRAME_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = FRAME_BYTES + TAG_BYTES;
const KEY_BYTES = 32;

/** What scrypt costs (RFC 7914). */
export interface SealingCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** Unless told: 128 MiB and about half a second a guess, as OWASP recommends. */
const COST: SealingCost = { logN: 17, r: 8, p: 1 };
/** A header may not ask for more than this: 1 GiB. */
const MOST: SealingCost = { logN: 20, r: 8, p: 4 };

interface Keys {
  readonly frames: Buffer;
  /** What stands in the header, by which a wrong passphrase is told from a damaged file. */
  readonly check: Buffer;
}

/** Seals what is written to it. */
export class Sealing extends Transform {
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private number = 0;
  private keys: Keys | null = null;
  private readonly clear: Buffer;

  constructor(
    private readonly passphrase: string,
    private readonly cost: SealingCost = COST,
  ) {
    super();
    this.clear = Buffer.concat([MAGIC, Buffer.from([cost.logN, cost.r, cost.p]), randomBytes(SALT_BYTES)]);
  }

  override _construct(done: (error?: Error | null) => void): void {
    deriveKeys(this.passphrase, this.clear, this.cost).then((keys) => {
      this.keys = keys;
      this.push(Buffer.concat([this.clear, keys.check]));
      done();
    }, done);
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.waiting.push(chunk);
    this.waitingBytes += chunk.length;
    if (this.waitingBytes > FRAME_BYTES) {
      let rest = Buffer.concat(this.waiting);
      // What could be the last frame waits for its end.
      for (; rest.length > FRAME_BYTES; rest = rest.subarray(FRAME_BYTES))
        this.seal(rest.subarray(0, FRAME_BYTES), false);
      this.waiting = [rest];
      this.waitingBytes = rest.length;
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.seal(Buffer.concat(this.waiting), true);
    done();
  }

  private seal(plain: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', need(this.keys).frames, nonceOf(this.number++, last));
    cipher.setAAD(this.clear);
    this.push(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  }
}

/** Opens what {@link Sealing} made. Fails with a `BackupError`; whatever came out before its end may not be relied on. */
export class Opening extends Transform {
  private buffer: Buffer = Buffer.alloc(0);
  private number = 0;
  private keys: Keys | null = null;
  private clear: Buffer = Buffer.alloc(0);

  constructor(private readonly passphrase: string) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.takeIn(chunk).then(() => done(), done);
  }

  override _flush(done: TransformCallback): void {
    try {
      if (!this.keys) throw notABackup();
      const plain = this.open(this.buffer, true);
      if (!plain) throw this.open(this.buffer, false) || this.buffer.length < SEALED_BYTES ? cutOff() : this.damaged();
      this.push(plain);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  private async takeIn(chunk: Buffer): Promise<void> {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    if (!this.keys) {
      if (!MAGIC.subarray(0, this.buffer.length).equals(this.buffer.subarray(0, MAGIC.length))) throw notABackup();
      if (this.buffer.length < HEADER_BYTES) return;
      await this.readHeader(this.buffer.subarray(0, HEADER_BYTES));
      this.buffer = this.buffer.subarray(HEADER_BYTES);
    }
    for (; this.buffer.length > SEALED_BYTES; this.buffer = this.buffer.subarray(SEALED_BYTES)) {
      const plain = this.open(this.buffer.subarray(0, SEALED_BYTES), false);
      if (!plain) throw this.damaged();
      this.number++;
      this.push(plain);
    }
  }

  private async readHeader(header: Buffer): Promise<void> {
    this.clear = Buffer.from(header.subarray(0, CLEAR_BYTES));
    const [logN = 0, r = 0, p = 0] = this.clear.subarray(MAGIC.length, MAGIC.length + 3);
    if (!(logN > 0 && logN <= MOST.logN && r > 0 && r <= MOST.r && p > 0 && p <= MOST.p)) throw changed(MAGIC.length);
    const keys = await deriveKeys(this.passphrase, this.clear, { logN, r, p });
    if (!timingSafeEqual(keys.check, header.subarray(CLEAR_BYTES))) throw wrongPassphrase();
    this.keys = keys;
  }

  /** @returns null where the frame does not open */
  private open(frame: Buffer, last: boolean): Buffer | null {
    if (frame.length < TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', need(this.keys).frames, nonceOf(this.number, last));
    decipher.setAAD(this.clear);
    decipher.setAuthTag(frame.subarray(frame.length - TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(frame.subarray(0, frame.length - TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }

  private damaged(): BackupError {
    return changed(HEADER_BYTES + this.number * SEALED_BYTES);
  }
}

/** Number of the frame (11 bytes), and 1 for the last one. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

async function deriveKeys(passphrase: string, clear: Buffer, { logN, r, p }: SealingCost): Promise<Keys> {
  const N = 2 ** logN;
  const salt = clear.subarray(clear.length - SALT_BYTES);
  const maxmem = 128 * N * r + 32 * 1024 * 1024;
  const bytes = await new Promise<Buffer>((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), salt, 2 * KEY_BYTES, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
  const check = createHmac('sha256', bytes.subarray(KEY_BYTES)).update(clear).digest();
  return { frames: bytes.subarray(0, KEY_BYTES), check };
}

function need(keys: Keys | null): Keys {
  if (!keys) throw new Error('The keys have not been derived yet');
  return keys;
}
