import { typedQuestionSchema, type TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';
import { askedPeriod } from './asked-period';
import { besideBefore, goesOn, goingOn, inherited } from './follow-up';
import { wantedBy } from './intent-decision';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { understand, type Surroundings } from './understanding';

const NOW: Surroundings['now'] = {
  today: Temporal.PlainDate.from('2026-11-27'),
  moment: Temporal.ZonedDateTime.from('2026-11-27T15:30[UTC]'),
  first: Temporal.PlainDate.from('2026-09-29'),
};
const SURROUNDINGS: Surroundings = { now: NOW, sources: [{ id: 1, name: 'Forum' }], monitors: [] };
const WEEK = { from: '2026-11-16', to: '2026-11-22' };

function before(question: Partial<TypedQuestion>, labels: TypedQuestion['scope']['labels'] = []): TypedQuestion {
  return typedQuestionSchema.parse({
    ...{ intent: 'count', measure: 'count', scope: { ...WHOLE_SCOPE, labels }, period: WEEK, compared: null },
    ...{ by: null, order: null, number: null, event: null, ...question },
  });
}

/** How a question goes on from another one; null where it is taken for a new one. */
function next(question: string, previous: TypedQuestion) {
  const language = questionLanguage(question);
  const read = understand(plainQuestion(question, language), language, SURROUNDINGS);
  const own = wantedBy(read);
  if (!goesOn(read, own)) return null;
  const going = goingOn(read, previous);
  const wanted = inherited(going, own, previous);
  const fallback = { period: previous.period, compared: previous.compared };
  return { wanted, ...askedPeriod(going, { wanted, now: NOW, eventDay: null, fallback }) };
}

describe('a question that goes on from another one', () => {
  it.each([
    ['主要骂什么', 'complaints'],
    ['里面有多少条', 'count'],
    ['為什麼', 'why'],
    ['うち何件', 'count'],
  ])('names no comments of its own: %s', (question, intent) => {
    const asked = next(question, before({ intent: 'share', measure: 'share' }, ['negative']));
    expect(asked?.wanted.intent).toBe(intent);
    expect(asked?.period).toEqual(WEEK);
  });

  it.each(['そのうち怒ってるのは？', '其中生气的呢'])('counts a part of those who were counted: %s', (question) =>
    expect(next(question, before({}))?.wanted).toMatchObject({ intent: 'count', labels: [] }),
  );

  it('goes on to the day after the first one', () =>
    expect(next('第二天呢', before({ period: { from: '2026-11-04', to: '2026-11-04' } }))?.period).toEqual({
      from: '2026-11-05',
      to: '2026-11-05',
    }));

  it.each(['最低的呢', '一番少ないのは？'])('turns the order: %s', (question) => {
    const ranking = before({ intent: 'ranking', measure: 'share', by: 'source', order: 'most' }, ['negative']);
    expect(next(question, ranking)?.wanted).toMatchObject({ intent: 'ranking', by: 'source', order: 'least' });
  });

  it.each([
    ['一周前的同一天呢', { from: '2026-11-19', to: '2026-11-19' }],
    ['再前一天呢', { from: '2026-11-25', to: '2026-11-25' }],
  ])('asks of days that lie so far back: %s', (question, period) => {
    const day = before({ period: { from: '2026-11-26', to: '2026-11-26' } });
    expect(next(question, day)?.period).toEqual(period);
  });

  it.each(['中旬呢', '中旬だけ見せて'])('asks of a part of the month before: %s', (question) => {
    const october = before({ period: { from: '2026-10-01', to: '2026-10-31' } });
    expect(next(question, october)?.period).toEqual({ from: '2026-10-11', to: '2026-10-20' });
  });

  it.each(['比音质多吗', '音質より多い？'])('holds another topic against the one before: %s', (question) => {
    const language = questionLanguage(question);
    const read = understand(plainQuestion(question, language), language, SURROUNDINGS);
    const topic = before({ scope: { ...WHOLE_SCOPE, topic: '电池' } });
    expect(besideBefore(read, topic).topics.map(({ words }) => words)).toEqual(['电池', expect.stringMatching(/音/)]);
    expect(besideBefore(read, before({}))).toBe(read);
  });

  it.each(['那好的方面呢', '良い方は？', 'and the good points?'])('turns complaints into praise: %s', (question) => {
    const complaints = before({ intent: 'complaints', measure: 'list', by: 'theme', order: 'most' }, ['negative']);
    expect(next(question, complaints)?.wanted).toMatchObject({ intent: 'praise', labels: ['positive'] });
  });

  it.each(['良い方は？', '那正面的呢？', 'and the positive ones?'])('takes another label: %s', (question) => {
    expect(next(question, before({}, ['negative']))?.wanted).toMatchObject({ intent: 'count', labels: ['positive'] });
  });

  it.each(['per source please', 'by source?', '按来源看看', '媒体別では？'])(
    'splits the number that was asked for: %s',
    (question) => {
      const asked = next(question, before({}, ['negative']));
      expect(asked?.wanted).toMatchObject({ intent: 'ranking', measure: 'count', by: 'source', labels: ['negative'] });
      expect(asked?.period).toEqual(WEEK);
    },
  );

  it.each(['how does that compare with the week before?', '和前一周相比呢？', 'その前の週と比べると？'])(
    'compares with the time before, and keeps its own: %s',
    (question) => {
      expect(next(question, before({ intent: 'share', measure: 'share' }, ['negative']))).toMatchObject({
        period: WEEK,
        compared: { from: '2026-11-09', to: '2026-11-15' },
      });
    },
  );

  it('takes a whole question for a new one', () => {
    expect(next('Which source has the most negative comments in October?', before({}))).toBeNull();
  });
});
