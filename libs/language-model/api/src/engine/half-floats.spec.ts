import { Tensor } from 'onnxruntime-node';
import { halfBits, halfTensor, widen } from './half-floats';

describe('16-bit floats', () => {
  it.each([
    [0x3e00, 1.5],
    [0xc000, -2],
    [0x7bff, 65_504],
    [0x0001, 2 ** -24],
    [0x0400, 2 ** -14],
    [0x8000, -0],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
    [0x7e00, NaN],
  ])('are read from their bits: %p is %p', (bits, number) => {
    expect([...widen(Uint16Array.of(bits))]).toEqual([number]);
  });

  it('keep their bits through a tensor, also through a view into a larger buffer', () => {
    const bits = Uint16Array.of(0, 0, 0x3e00, 0xc000).subarray(2);
    expect([...halfBits(halfTensor(bits, [1, 2]))]).toEqual([0x3e00, 0xc000]);
    expect([...halfBits(new Tensor('float16', bits, [2]))]).toEqual([0x3e00, 0xc000]);
  });

  it('are handed to the runtime as bits, which is all its native part can read', () => {
    expect(halfTensor(new Uint16Array(4), [4]).data.constructor.name).toBe('Uint16Array');
  });
});
