import type { ModelChoice } from '@moodline/language-model/contract';
import { LanguageModel, type ModelStatus, type Written } from '../language-model';
import type { StoredChoice } from '../model-setting.repository';
import type { Backend, BackendFactory } from './backend-factory';
import { BackendPool } from './backend-pool';

/** Answers when it is told to. */
class PatientModel extends LanguageModel {
  answer: () => void = () => undefined;
  choose(): Promise<(readonly number[] | null)[]> {
    return new Promise((resolve) => (this.answer = () => resolve([[1, 0]])));
  }
  write(): Promise<Written> {
    throw new Error('not asked to write');
  }
  status(): ModelStatus {
    return { state: 'ready', model: 'patient', pid: null, problem: null };
  }
}

describe('BackendPool', () => {
  const stored: StoredChoice = { choice: { kind: 'folder', path: '/models/a', dtype: 'q4' }, sealedKey: null };
  let made: { model: PatientModel; closed: boolean }[];
  let pool: BackendPool;

  const backend = (choice: ModelChoice): Backend => {
    const entry = { model: new PatientModel(), closed: false };
    made.push(entry);
    return {
      choice,
      model: entry.model,
      way: () => 'weights',
      start: () => undefined,
      close: async () => void (entry.closed = true),
    };
  };

  beforeEach(() => {
    jest.useFakeTimers();
    made = [];
    const factory: Pick<BackendFactory, 'bundled' | 'make'> = {
      bundled: () => backend({ kind: 'bundled' }),
      make: async ({ choice }) => backend(choice),
    };
    pool = new BackendPool(factory as BackendFactory, 1_000);
  });
  afterEach(() => jest.useRealTimers());

  it('makes a model once for all who want it, also at the same moment', async () => {
    const [one, other] = await Promise.all([pool.hold(stored, 'label'), pool.hold(stored, 'write')]);
    expect(one).toBe(other);
    expect(made).toHaveLength(1);
  });

  it('ends a model a while after the last one has let go', async () => {
    const held = await pool.hold(stored, 'label');
    await pool.hold(stored, 'write');
    pool.release(held, 'label');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(made[0]?.closed).toBe(false);
    pool.release(held, 'write');
    await jest.advanceTimersByTimeAsync(999);
    expect(made[0]?.closed).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(made[0]?.closed).toBe(true);
  });

  it('does not end a model that still has to answer', async () => {
    const held = await pool.hold(stored, 'label');
    const answer = held.backend.model.choose({
      role: { name: 'label', version: 1, system: '' },
      texts: ['a'],
      options: ['A', 'B'],
    });
    pool.release(held, 'label');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(made[0]?.closed).toBe(false);
    made[0]?.model.answer();
    expect(await answer).toEqual([[1, 0]]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(made[0]?.closed).toBe(true);
  });

  it('gives the same model back to somebody who changes their mind in time', async () => {
    pool.release(await pool.hold(stored, 'label'), 'label');
    await jest.advanceTimersByTimeAsync(500);
    await pool.hold(stored, 'label');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(made).toMatchObject([{ closed: false }]);
  });

  it('ends a useless model at once and makes a new one for the next', async () => {
    const held = await pool.hold(stored, 'label');
    pool.drop(held, 'label');
    expect(made[0]?.closed).toBe(true);
    await pool.hold(stored, 'label');
    expect(made).toHaveLength(2);
    await pool.close();
    expect(made[1]?.closed).toBe(true);
  });
});
