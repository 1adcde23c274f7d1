import { Temporal } from 'temporal-polyfill';
import { wantedBy } from '../intent-decision';
import { plainQuestion } from '../plain-question';
import { understand } from '../understanding';
import { decided } from './learned-decision';
import type { LearnedIntent } from './learned-question';

const SURROUNDINGS = {
  now: {
    today: Temporal.PlainDate.from('2026-11-28'),
    moment: Temporal.ZonedDateTime.from('2026-11-28T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-30'),
  },
  sources: [],
  monitors: [{ id: 4, name: 'Nubira', kind: 'competitor', words: ['努比拉'] }] as const,
};

describe('what was learned', () => {
  it.each<[string, LearnedIntent, object]>([
    ['努比拉被提到多少次', 'ranking', { intent: 'count' }],
    ['负评里提到电池的占几成', 'share', { intent: 'count', measure: 'share' }],
    ['口碑从哪天开始变差的', 'ranking', { intent: 'trend', order: 'oldest', labels: [] }],
    ['返金についての声を時系列で', 'topic', { intent: 'trend' }],
    ['退款的声量有没有减少', 'trend', { intent: 'compare', measure: 'count' }],
    ['11月增长最快的话题是什么', 'ranking', { intent: 'why', measure: 'count' }],
    ['难过的和生气的哪个多', 'complaints', { intent: 'count' }],
  ])('does not overrule what words say more exactly: %s', (question, option, wanted) => {
    const language = /[぀-ヿ]/u.test(question) ? 'ja' : 'zh';
    const read = understand(plainQuestion(question, language), language, SURROUNDINGS);
    const learned = {
      intents: [{ option, probability: 0.99 }],
      moods: [{ option: 'negative' as const, probability: 0.7 }],
      topics: read.topics,
    };
    expect(decided(read, wantedBy(read), learned)).toMatchObject(wanted);
  });
});
