import * as z from 'zod';
import { InvalidInputError, ZodPipe } from './zod.pipe';

describe('a value that is checked against a contract', () => {
  const pipe = new ZodPipe(z.object({ name: z.unknown() }));
  const nested = (levels: number) => JSON.parse(`{"name":${'['.repeat(levels)}${']'.repeat(levels)}}`) as unknown;

  it('may be nested as deep as anybody needs', () => {
    expect(pipe.transform(nested(50))).toEqual(nested(50));
  });

  it.each([100, 100_000])('is refused with %i levels, and ends nobody’s stack', (levels) => {
    expect(() => pipe.transform(nested(levels))).toThrow(InvalidInputError);
    expect(() => pipe.transform(nested(levels))).toThrow(/name: It is nested more than 64 levels deep/);
  });

  it('is refused where a text has NUL, with its place', () => {
    expect(() => pipe.transform({ name: ['a', { b: 'x\0' }] })).toThrow(/name\.1\.b: The character NUL/);
  });
});
