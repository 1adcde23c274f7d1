import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { keptAnswer, NO_QUESTION } from './kept-answer';

describe('keptAnswer', () => {
  const settle = async () => {
    TestBed.tick();
    await Promise.resolve();
    TestBed.tick();
    await Promise.resolve();
  };
  const inContext = <T>(work: () => T) => runInInjectionContext(TestBed.inject(Injector), work);

  it('keeps the last answer in sight until the next one is there, and says that it is outdated', async () => {
    const question = signal<{ id: number } | undefined>({ id: 1 });
    const answers = new Map<number, Subject<string>>();
    const kept = inContext(() =>
      keptAnswer(question, ({ id }) => {
        const answer = new Subject<string>();
        answers.set(id, answer);
        return answer;
      }),
    );
    await settle();
    expect(kept.value()).toBeUndefined();
    answers.get(1)?.next('one');
    await settle();
    expect(kept.value()).toBe('one');
    question.set({ id: 2 });
    await settle();
    expect(kept.value()).toBe('one');
    expect(kept.outdated()).toBe(true);
    answers.get(1)?.next('one, too late');
    answers.get(2)?.next('two');
    await settle();
    expect(kept.value()).toBe('two');
    expect(kept.outdated()).toBe(false);
  });

  it('tells why a question has no answer, and keeps an answer whose refresh failed, read or not', async () => {
    const asked: Subject<string>[] = [];
    const kept = inContext(() =>
      keptAnswer(NO_QUESTION, () => {
        const answer = new Subject<string>();
        asked.push(answer);
        return answer;
      }),
    );
    await settle();
    asked[0]?.error(new Error('away'));
    await settle();
    expect(kept.failure()).toEqual(new Error('away'));
    kept.reload();
    await settle();
    asked[1]?.next('here');
    await settle();
    kept.reload();
    await settle();
    asked[2]?.error(new Error('away again'));
    await settle();
    expect(kept.value()).toBe('here');
    expect(kept.failure()).toBeUndefined();
  });

  it('asks again on news, not more often than wanted', async () => {
    jest.useFakeTimers();
    try {
      const news = new Subject<void>();
      const asked: Subject<number>[] = [];
      const kept = inContext(() =>
        keptAnswer(
          NO_QUESTION,
          () => {
            const answer = new Subject<number>();
            asked.push(answer);
            return answer;
          },
          { on: news, every: 1_000 },
        ),
      );
      await settle();
      asked[0]?.next(0);
      await settle();
      for (let count = 0; count < 5; count++) news.next();
      await settle();
      expect(asked).toHaveLength(2);
      asked[1]?.next(1);
      await settle();
      jest.advanceTimersByTime(1_000);
      await settle();
      expect(asked).toHaveLength(3);
      asked[2]?.next(2);
      await settle();
      expect(kept.value()).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks nothing while there is no question', async () => {
    const ask = jest.fn(() => new Subject<string>());
    inContext(() => keptAnswer(signal<object | undefined>(undefined), ask));
    await settle();
    expect(ask).not.toHaveBeenCalled();
  });
});
