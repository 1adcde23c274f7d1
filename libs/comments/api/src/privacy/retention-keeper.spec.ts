import { setTimeout as sleep } from 'node:timers/promises';
import { RetentionKeeper } from './retention-keeper';
import type { RetentionRepository } from './retention.repository';

describe('RetentionKeeper', () => {
  it('erases one at a time in a workspace, however many ask for it', async () => {
    let atWork = 0;
    let most = 0;
    const repository = {
      days: async () => 30,
      count: async () => ({ comments: 5, erased: 0, waiting: 0, kept: 0, oldest: null }),
      eraseSlice: async () => {
        most = Math.max(most, ++atWork);
        await sleep(20);
        atWork--;
        return { erased: 1, next: null };
      },
    };
    const keeper = new RetentionKeeper(repository as unknown as RetentionRepository);
    const erasing = [keeper.apply(1), keeper.apply(1), keeper.apply(1), keeper.apply(1)];
    await Promise.race(erasing);
    // While others wait, something is due.
    expect((await keeper.state(1)).due).toBe(5);
    await Promise.all(erasing);
    expect(most).toBe(1);
    expect((await keeper.state(1)).due).toBe(0);
  });
});
