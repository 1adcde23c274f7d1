import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { packFeatures, unpackFeatures } from '@moodline/language-model/api';

/** Bytes of a SHA-256. */
const KEY_BYTES = 32;

/**
 * Features of texts in a file of the machine's temporary folder: records of the text's SHA-256 (32 bytes) and its features as 16-bit
 * floats, one behind the other. A record that was cut off when a run was ended is passed over.
 */
export class FeaturesFile {
  private readonly known = new Map<string, Float32Array>();

  /** @param width features of a text */
  constructor(
    private readonly path: string,
    width: number,
  ) {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const size = KEY_BYTES + 2 * width;
    for (let start = 0; start + size <= bytes.length; start += size)
      this.known.set(
        bytes.toString('hex', start, start + KEY_BYTES),
        unpackFeatures(bytes.subarray(start + KEY_BYTES, start + size)),
      );
  }

  /** @param key SHA-256 of a text, hex */
  get(key: string): Float32Array | undefined {
    return this.known.get(key);
  }

  has(key: string): boolean {
    return this.known.has(key);
  }

  add(entries: readonly (readonly [key: string, features: Float32Array])[]): void {
    const records = entries.flatMap(([key, features]) => {
      const packed = packFeatures(features);
      // What is used now is what a second run would read.
      this.known.set(key, unpackFeatures(packed));
      return [Buffer.from(key, 'hex'), packed];
    });
    appendFileSync(this.path, Buffer.concat(records));
  }
}
