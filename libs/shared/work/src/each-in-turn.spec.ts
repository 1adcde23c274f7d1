import { eachInTurn } from './each-in-turn';

describe('eachInTurn', () => {
  it('gives everybody a turn, and tells of all who failed', async () => {
    const had: number[] = [];
    const all = eachInTurn([1, 2, 3, 4], async (one) => {
      had.push(one);
      if (one % 2) throw new Error(`${one} failed.`);
    });
    await expect(all).rejects.toThrow('1 failed. 3 failed.');
    expect(had).toEqual([1, 2, 3, 4]);
  });

  it('says nothing when nobody failed', async () => {
    expect(await eachInTurn([1], async () => undefined)).toBeUndefined();
  });
});
