import { Temporal } from 'temporal-polyfill';
import { wantedBy } from '../intent-decision';
import { understand } from '../understanding';
import { decided, learnedOutside } from './learned-decision';
import type { Guess, LearnedIntent, LearnedQuestion } from './learned-question';

const NOW = {
  today: Temporal.PlainDate.from('2026-11-27'),
  moment: Temporal.ZonedDateTime.from('2026-11-27T12:00[UTC]'),
  first: Temporal.PlainDate.from('2026-09-01'),
};
const read = (question: string) => understand(question, 'en', { now: NOW, sources: [], monitors: [] });
const learned = (
  option: LearnedIntent,
  probability: number,
  mood: LearnedQuestion['moods'][number] = { option: '', probability: 1 },
): LearnedQuestion => ({
  intents: [{ option, probability } satisfies Guess<LearnedIntent>],
  moods: [mood],
  topics: [],
});
const intentOf = (question: string, said: LearnedQuestion) => {
  const understood = read(question);
  return decided(understood, wantedBy(understood), said)?.intent ?? null;
};

describe('decided', () => {
  it('takes what was learned where no rule tells anything', () => {
    expect(intentOf('the numbers, please', learned('count', 0.7))).toBe('count');
    expect(intentOf('the numbers, please', learned('count', 0.3))).toBeNull();
  });

  it('takes it against a rule only where it is surer', () => {
    expect(intentOf('how many comments mention refunds', learned('topic', 0.9))).toBe('topic');
    expect(intentOf('how many comments mention refunds', learned('topic', 0.4))).toBe('count');
  });

  it('keeps an order of complaints where an order of themes would say less', () => {
    expect(intentOf('what do people complain about most', learned('ranking', 0.95))).toBe('complaints');
  });

  it('keeps a share that is asked for where the mood would be told', () => {
    expect(intentOf('what share of comments was negative last week', learned('trend', 0.95))).toBe('share');
    expect(intentOf('what share of comments was negative last week', learned('count', 0.95))).toBe('count');
  });

  it('keeps what is asked by source, and the number of comments that tells how large a topic is', () => {
    expect(intentOf('positive share by source', learned('share', 0.95))).toBe('ranking');
    expect(intentOf('what share of all comments mention refunds', learned('share', 0.95))).toBe('count');
  });

  it('keeps what only has words of its own', () => {
    expect(intentOf('what can I ask', learned('topic', 0.95))).toBe('help');
  });

  it('counts comments of one mood where the question is hardly in doubt', () => {
    const question = read('how many sighs about refunds');
    const labels = (probability: number) =>
      decided(question, wantedBy(question), learned('count', 0.9, { option: 'negative', probability }))?.labels;
    expect(labels(0.95)).toEqual(['negative']);
    expect(labels(0.6)).toEqual([]);
  });
});

describe('learnedOutside', () => {
  it('declines on no mere guess', () => {
    expect(learnedOutside(null, learned('not-known', 0.9))).toBe('not-known');
    expect(learnedOutside(null, learned('not-known', 0.6))).toBeNull();
    expect(learnedOutside(null, learned('count', 0.99))).toBeNull();
  });
});
