import { Tensor } from 'onnxruntime-node';

/**
 * A tensor of 16-bit floats, given by their bits. Where JavaScript has a type for such numbers, the runtime's own constructor
 * turns the bits into it, and its native part then takes that for an empty array (microsoft/onnxruntime#32323): the bits are put back.
 */
export function halfTensor(bits: Uint16Array, dims: readonly number[]): Tensor {
  return Object.assign(new Tensor('float16', bits, dims), { cpuData: bits });
}

/** The bits of 16-bit floats, whichever type the runtime gave them. */
export function halfBits({ data }: { readonly data: unknown }): Uint16Array {
  const { buffer, byteOffset, byteLength } = data as Uint16Array<ArrayBuffer>;
  return new Uint16Array(buffer, byteOffset, byteLength / Uint16Array.BYTES_PER_ELEMENT);
}

/** The same numbers in 32 bits. */
export function widen(bits: Uint16Array): Float32Array {
  return Float32Array.from(bits, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}
