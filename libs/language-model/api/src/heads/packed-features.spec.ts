import { packFeatures, unpackFeatures } from './packed-features';

describe('packed features', () => {
  const features = Float32Array.of(0, 1, -2.5, 1 / 3, 12.345, 2 ** -24);

  it('take two bytes a number and keep three digits', () => {
    const packed = packFeatures(features);
    expect(packed).toHaveLength(12);
    const kept = unpackFeatures(packed);
    features.forEach((value, index) => expect(kept[index]).toBeCloseTo(value, 2));
    expect([...kept.slice(0, 3)]).toEqual([0, 1, -2.5]);
  });

  it('are read from anywhere in a larger buffer', () => {
    const packed = packFeatures(features);
    const shifted = Buffer.concat([Buffer.of(7), packed]).subarray(1);
    expect([...unpackFeatures(shifted)]).toEqual([...unpackFeatures(packed)]);
  });

  it('are refused when a byte is missing', () => expect(() => unpackFeatures(Buffer.alloc(3))).toThrow(RangeError));
});
