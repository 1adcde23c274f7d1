import { Tensor } from 'onnxruntime-node';
import { ContextCopies, type KeyValueCache } from './cache-tensors';

const context = (...numbers: number[]): KeyValueCache => ({
  depth: 'whole',
  length: 2,
  tensors: new Map([['past_key_values.0.key', new Tensor(Float32Array.from(numbers), [1, 1, 2, numbers.length / 2])]]),
});
const key = (tensors: ReadonlyMap<string, Tensor>) => tensors.get('past_key_values.0.key');

describe('ContextCopies', () => {
  it('repeats a context for each row', () => {
    const repeated = key(new ContextCopies().of(context(1, 2), 3));
    expect(repeated?.dims).toEqual([3, 1, 2, 1]);
    expect([...(repeated?.data as Float32Array)]).toEqual([1, 2, 1, 2, 1, 2]);
  });

  it('takes the first of its copies for fewer rows, instead of copying again', () => {
    const copies = new ContextCopies();
    const one = context(1, 2);
    const three = key(copies.of(one, 3));
    const two = key(copies.of(one, 2));
    expect([...(two?.data as Float32Array)]).toEqual([1, 2, 1, 2]);
    expect((two?.data as Float32Array).buffer).toBe((three?.data as Float32Array).buffer);
  });

  it('makes more copies when more rows come', () => {
    const copies = new ContextCopies();
    const one = context(1, 2);
    copies.of(one, 2);
    expect([...(key(copies.of(one, 3))?.data as Float32Array)]).toEqual([1, 2, 1, 2, 1, 2]);
  });

  it('never gives a row the context of another role', () => {
    const copies = new ContextCopies();
    copies.of(context(1, 2), 4);
    expect([...(key(copies.of(context(3, 4), 2))?.data as Float32Array)]).toEqual([3, 4, 3, 4]);
  });

  it('copies nothing for a single row', () => {
    const one = context(1, 2);
    expect(key(new ContextCopies().of(one, 1))).toBe(key(one.tensors));
  });

  it('bounds the rows by the memory their copies take, and always allows one', () => {
    expect(new ContextCopies(40).most(context(1, 2))).toBe(5);
    expect(new ContextCopies(4).most(context(1, 2))).toBe(1);
  });
});
