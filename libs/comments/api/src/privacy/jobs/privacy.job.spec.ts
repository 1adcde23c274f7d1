import { Logger } from '@nestjs/common';
import type { Settings } from '@moodline/shared/config';
import { CommentForgetter } from '../comment-forgetter';
import type { ForgottenRepository, ForgetTarget } from '../forgotten.repository';
import { RetentionKeeper } from '../retention-keeper';
import type { RetentionRepository } from '../retention.repository';
import { PrivacyJob } from './privacy.job';

describe('the nightly erasing', () => {
  const target = (workspaceId: number): ForgetTarget => ({ workspaceId, scope: 'text', value: 'x' });
  let erased: string[];
  let warnings: jest.SpyInstance;
  beforeEach(() => {
    erased = [];
    warnings = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  });
  afterEach(() => warnings.mockRestore());

  const job = (roles: string[], broken: string[] = []) => {
    const erase = (what: string) => {
      if (broken.includes(what)) return Promise.reject(new Error(`${what} is broken.`));
      erased.push(what);
      return Promise.resolve();
    };
    const forgotten = {
      dropOldSpellings: async () => undefined,
      unfinished: async () => [target(1), target(2)],
      eraseSlice: async ({ workspaceId }: ForgetTarget) => {
        await erase(`forgotten of ${workspaceId}`);
        return 0;
      },
    };
    const retention = {
      all: async () => [{ workspaceId: 1 }, { workspaceId: 2 }],
      days: async () => 30,
      eraseSlice: async ({ workspaceId }: { workspaceId: number }) => {
        await erase(`old of ${workspaceId}`);
        return { erased: 1, next: null };
      },
    };
    return new PrivacyJob(
      new CommentForgetter(forgotten as unknown as ForgottenRepository),
      new RetentionKeeper(retention as unknown as RetentionRepository),
      { MOODLINE_ROLES: roles } as unknown as Settings,
    );
  };

  it('goes on with what was to be forgotten, then erases what is too old', async () => {
    await job(['worker']).run();
    expect(erased).toEqual(['forgotten of 1', 'forgotten of 2', 'old of 1', 'old of 2']);
  });

  it('lets nothing that fails keep the rest from its turn, and says what failed', async () => {
    await job(['worker'], ['forgotten of 1', 'old of 1']).run();
    expect(erased).toEqual(['forgotten of 2', 'old of 2']);
    expect(warnings.mock.calls[0]?.[0]).toContain('forgotten of 1 is broken. old of 1 is broken.');
  });

  it('is left to processes that are workers', async () => {
    await job(['api']).run();
    expect(erased).toEqual([]);
  });
});
