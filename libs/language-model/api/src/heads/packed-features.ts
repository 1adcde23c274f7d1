/** Bytes of a 16-bit float. */
const BYTES = 2;

/**
 * Features as they are kept: as 16-bit floats, which is what the model computes them from. Numbers beyond ±65,504 become infinite.
 * The order of bytes is the machine's: little-endian wherever the product runs.
 */
export function packFeatures(features: Float32Array): Buffer {
  const halves = Float16Array.from(features);
  return Buffer.from(halves.buffer, halves.byteOffset, halves.byteLength);
}

/** Features that were kept, at 32 bits. @throws RangeError when the bytes are no 16-bit floats */
export function unpackFeatures(bytes: Uint8Array): Float32Array {
  if (bytes.byteLength % BYTES) throw new RangeError(`${bytes.byteLength} bytes are no 16-bit numbers.`);
  // A view on the bytes themselves would have to begin at an even address.
  return Float32Array.from(new Float16Array(Uint8Array.from(bytes).buffer));
}
