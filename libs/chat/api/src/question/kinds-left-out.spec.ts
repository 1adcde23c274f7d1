import type { TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';
import { unaccounted } from './accounted-for';
import { askedPeriod } from './asked-period';
import { askedScope } from './asked-scope';
import { endsOfSpan } from './ends-of-span';
import { goesOn, inherited } from './follow-up';
import { completed, wantedBy } from './intent-decision';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { asDescribed } from './scope/topic';
import { slips } from './scope/spelling';
import { understand, type Surroundings } from './understanding';
import { YearFinder } from './year-finder';

const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-28'),
    moment: Temporal.ZonedDateTime.from('2026-11-28T15:30[UTC]'),
    first: Temporal.PlainDate.from('2015-02-16'),
  },
  sources: ['Weibo', 'Shop'].map((name, id) => ({ id, name })),
  monitors: [],
};

const read = (question: string) => {
  const language = questionLanguage(question);
  return understand(plainQuestion(question, language), language, SURROUNDINGS);
};
const wanted = (question: string) => wantedBy(read(question));
const days = (question: string) =>
  read(question)
    .periods.map(({ from }) => String(from))
    .sort();
function typed(question: string): TypedQuestion {
  const found = read(question);
  const asked = wantedBy(found);
  if (!asked) throw new Error(`No intent: ${question}`);
  const { intent, measure, by, order, number } = asked;
  const period = askedPeriod(found, {
    wanted: asked,
    now: SURROUNDINGS.now,
    eventDay: null,
    fallback: { period: null, compared: null },
  });
  const scope = askedScope(found, asked, { base: WHOLE_SCOPE, sources: ['Weibo', 'Shop'] });
  return { intent, measure, by, order, number, scope, ...period, event: null };
}

describe('themes are put in the order that is asked for', () => {
  it.each([
    ['which topic has the highest negative share?', 'most', 'negative'],
    ['top 3 themes by negative share', 'most', 'negative'],
    ['which theme has the lowest share of complaints', 'least', 'negative'],
    ['which topic has the highest positive rate', 'most', 'positive'],
    ['ネガティブな割合が一番高い話題は？', 'most', 'negative'],
  ])('by share: %s', (question, order, label) =>
    expect(wanted(question)).toMatchObject({
      intent: 'ranking',
      by: 'theme',
      measure: 'share',
      order,
      labels: [label],
    }),
  );

  it.each([
    ['哪个话题的负面占比最高？', 'most', 'negative'],
    ['哪个话题好评率最低', 'least', 'positive'],
  ])('by share, where what was learned tells that themes are put in an order: %s', (question, order, label) =>
    expect(completed('ranking', read(question))).toMatchObject({
      by: 'theme',
      measure: 'share',
      order,
      labels: [label],
    }),
  );

  it.each([
    ['rank the topics from most loved to least loved', 'most'],
    ['rank the themes from most hated to least hated', 'least'],
    ['themes from best to worst', 'most'],
  ])('from end to end: %s', (question, order) =>
    expect(wanted(question)).toMatchObject({ intent: 'ranking', by: 'theme', measure: 'net', order }),
  );

  it('from the other end', () =>
    expect(wanted('what do people complain about least?')).toMatchObject({
      intent: 'ranking',
      by: 'theme',
      measure: 'count',
      order: 'least',
      labels: ['negative'],
    }));

  it('also in a question that goes on', () => {
    const before = typed('what do people complain about most?');
    const next = read('and the least?');
    expect(inherited(next, wantedBy(next), before)).toMatchObject({ intent: 'ranking', order: 'least', by: 'theme' });
  });

  it.each([
    'what share of complaints is about the battery',
    'what are the main complaints',
    'what do people praise most',
  ])('as before where neither is asked for: %s', (question) => expect(wanted(question)?.measure).not.toBe('net'));

  it.each([
    ['What makes people sad?', 'sadness'],
    ['what surprises people', 'surprise'],
    ['what are people complaining about when they are afraid', 'fear'],
    ['大家为什么难过', 'sadness'],
  ])('of an emotion: %s', (question, emotion) =>
    expect(typed(question)).toMatchObject({
      intent: 'ranking',
      by: 'theme',
      scope: { emotions: [emotion], labels: [] },
    }),
  );

  it('anger stays what is complained about', () =>
    expect(wanted('what are people angry about')).toMatchObject({ intent: 'complaints' }));

  it('growth since something happened is held against the time before it', () => {
    const found = read('which complaint has grown fastest since the update?');
    const asked = wantedBy(found);
    expect(asked).toMatchObject({ measure: 'change' });
    if (asked)
      expect(
        askedPeriod(found, {
          wanted: asked,
          now: SURROUNDINGS.now,
          eventDay: '2026-11-02',
          fallback: { period: null, compared: null },
        }).compared,
      ).toEqual({ from: '2026-10-19', to: '2026-11-01' });
  });
});

describe('what is held against what', () => {
  it.each([
    ['What % of complaints in November were about battery?', 'negative'],
    ['what share of negative comments mention the app', 'negative'],
    ['what percentage of praise is about the sound', 'positive'],
  ])('a part of those with a mood, and not the mood of a part: %s', (question, label) => {
    const found = read(question);
    expect(completed('count', found)).toMatchObject({ intent: 'count', measure: 'share', labels: [label] });
    expect(wantedBy(found)).toMatchObject({ intent: 'count', measure: 'share', labels: [label] });
  });

  it('but the mood of a part where that is asked for', () =>
    expect(wanted('what is the share of negative comments about the battery')).toMatchObject({ intent: 'share' }));

  it.each(["who's the angriest, Weibo or Shop", 'which is happiest, Shop or Weibo'])('two sources: %s', (question) =>
    expect(completed('ranking', read(question))).toMatchObject({ intent: 'compare', by: 'source' }),
  );

  it.each(['list the themes that got worse in November', '哪些话题变差了？', '悪化した話題は？'])(
    'themes that moved: %s',
    (question) => expect(wanted(question)).toMatchObject({ intent: 'ranking', by: 'theme', measure: 'change' }),
  );

  it('now is held against the time before', () => {
    const found = read('are people calmer now?');
    expect(wantedBy(found)).toMatchObject({ intent: 'trend', measure: 'change' });
    expect(found.vague).toBe(true);
  });

  it.each([
    ['how reliable are these numbers?', 'setup'],
    ['who tweeted the most?', 'authors'],
  ])('and what comments cannot tell: %s', (question, unknowable) => expect(read(question).unknowable).toBe(unknowable));
});

describe('times', () => {
  it.each([
    ['Was Sunday 22 February 2015 worse than Saturday?', ['2015-02-21', '2015-02-22']],
    ['How was Monday 23 February 2015 compared with Tuesday?', ['2015-02-23', '2015-02-24']],
    ['2015年2月22日比周六差吗？', ['2015-02-21', '2015-02-22']],
    ['Was Saturday 28 November 2026 worse than Sunday?', ['2026-11-22', '2026-11-28']],
    ['Was Monday worse than Sunday?', ['2026-11-22', '2026-11-23']],
  ])('a day of the week beside a date is near it: %s', (question, found) => expect(days(question)).toEqual(found));

  it.each([
    ['how many comments did we get yesturday', 'yesturday', 'yesterday'],
    ['how was last wensday', 'wensday', 'wednesday'],
    ['mood in septemer', 'septemer', 'september'],
  ])('are known as they sound: %s', (question, word, meant) => expect(slips(question).get(word)).toBe(meant));

  it.each(['is the sunburn a topic', 'how is the marchesa', 'do people mention the fridays'])(
    'but not other words: %s',
    (question) => expect([...slips(question).values()]).toEqual([]),
  );

  it('but not where the worst day is asked for', () =>
    expect(wanted('when did the mood drop most?')).toMatchObject({ intent: 'ranking' }));

  const finder = (written: readonly string[]) =>
    new YearFinder({
      series: (_: number, { from }: { from: string }) =>
        Promise.resolve({ total: { n: written.includes(from) ? 3 : 0, unlabelled: 0 } }),
    } as unknown as ConstructorParameters<typeof YearFinder>[0]);
  const yearsOf = (question: string, written: readonly string[]) =>
    finder(written).yearsOf(1, read(question), typed(question), SURROUNDINGS.now);

  it.each(['how many comments on 22 february?', '2月22日有多少评论', '2月22日のコメントは何件'])(
    'a date without a year is of one with comments: %s',
    async (question) => {
      const [found, more] = await yearsOf(question, ['2015-02-22', '2013-02-22']);
      expect(found?.period).toEqual({ from: '2015-02-22', to: '2015-02-22' });
      expect(more).toBeUndefined();
      expect(await yearsOf(question, ['2026-02-22', '2015-02-22'])).toEqual([]);
      expect(await yearsOf(question, ['2019-02-22', '2015-02-22'])).toHaveLength(2);
    },
  );

  it('a year that is said is that year', async () =>
    expect(await yearsOf('how many comments on 22 february 2026', ['2015-02-22'])).toEqual([]));
});

describe('nothing of a question is left out in silence', () => {
  it.each([
    ['how many people switched to Nubira', /switched/u],
    ['how many customers left us', /left/u],
    ['how many people need help with pairing', /help/u],
    ['how many are begging for help', /begging/u],
    ['are Delta passengers happier than United passengers?', /than/u],
    ['how long did the drop last?', /how long/u],
    ['口碑下滑持续了多久', /持续/u],
    ['why is Shop happier than Weibo', /why/u],
  ])('%s', (question, words) => {
    const found = read(question);
    // Words that a question is about are read by what was learned; here none of them is.
    const lone = { ...found, topics: found.topics.slice(0, 1).map((topic) => ({ ...topic, words: 'xx' })) };
    expect(unaccounted(lone, { ...typed(question), by: null, compared: null })).toMatch(words);
  });

  it.each([
    ['which airline is the worst', 'ranking', /which airline/u],
    ['which product has the most complaints', 'complaints', /which product/u],
    ['哪款产品最差', 'ranking', /哪款产品/u],
    ['show 3 funny tweets', 'quotes', /funny/u],
  ] as const)('whichever intent was learned: %s', (question, intent, words) => {
    const found = { ...read(question), topics: [] };
    const { measure, by, order, number } = completed(intent, found);
    const scope = WHOLE_SCOPE;
    expect(
      unaccounted(found, { intent, measure, by, order, number, scope, period: null, compared: null, event: null }),
    ).toMatch(words);
  });

  it('what people did is heard where it is looked for', () => {
    const question = 'how many people mention they switched';
    expect(unaccounted(read(question), typed(question))).toBeNull();
  });

  it('what tells one kind of a thing from another stays with it', () => {
    const topic = { words: 'planes', sure: true, exact: false, listed: false };
    expect(asDescribed(topic, 'do people like the new planes').words).toBe('new planes');
    expect(asDescribed(topic, 'do people like the planes').words).toBe('planes');
    // Everybody talks about the battery: a new one is told of as a whole.
    expect(asDescribed({ ...topic, words: 'battery' }, 'is the new battery good').words).toBe('battery');
  });

  it.each(['do people like the bass?', 'do English customers like the app'])(
    'how people feel about a thing: %s',
    (question) => expect(wanted(question)).toMatchObject({ intent: 'topic', measure: 'net' }),
  );
  it('but whether there is such a thing is counted', () =>
    expect(wanted('does anyone like the bass?')).toMatchObject({ measure: 'count' }));

  it.each(['What is the mood in the Shop source?', 'how is the mood in the source Shop'])(
    'what a name is called by puts nothing in an order: %s',
    (question) => expect(wanted(question)).toMatchObject({ intent: 'trend', by: null }),
  );
  it.each(['which day had the most tweets', 'When was the peak?', 'when did comments peak'])(
    'the number of comments: %s',
    (question) => expect(wanted(question)).toMatchObject({ intent: 'ranking', measure: 'count', order: 'most' }),
  );
  it.each([
    ['What should the airline fix first?', 'fix'],
    ['what do people hate about the company', 'complaints'],
    ['what does the hotel do well?', 'praise'],
  ])('whoever comments are about is no topic: %s', (question, intent) => {
    expect(wanted(question)).toMatchObject({ intent });
    expect(read(question).topics).toEqual([]);
  });
});

describe('what a second look found', () => {
  it.each([
    ['How much did net mood fall from October to November?', ['2026-10-01', '2026-11-01']],
    ['Did things improve between 22 and 24 Feb 2015?', ['2015-02-22', '2015-02-24']],
    ['Which theme improved the most from 22 to 23 Feb 2015?', ['2015-02-22', '2015-02-23']],
    ['why did the mood fall from 3 to 9 November?', ['2026-11-03']],
    ['how many comments from 3 to 9 November?', ['2026-11-03']],
  ])('one end against the other: %s', (question, found) =>
    expect(endsOfSpan(read(question)).periods.map(({ from }) => String(from))).toEqual(found),
  );

  it.each([
    ['What was the worst day in October and what happened?', 'net'],
    ['which day had the most complaints and why', 'count'],
  ])('the day first: %s', (question, measure) =>
    expect(wanted(question)).toMatchObject({ intent: 'ranking', by: 'day', measure }),
  );

  it.each([
    ['anything about water damage?', 'water', 'water damage'],
    ['what are people saying about flight 1222?', 'flight', 'flight 1222'],
  ])('the whole of a thing: %s', (question, words, all) =>
    expect(asDescribed({ words, sure: true, exact: false, listed: false }, read(question).text).words).toBe(all),
  );

  it.each([
    ['what percentage of comments are questions, by source?', /by source/u],
    ['how many people said thank you?', /said thank you/u],
    ['多少人说了谢谢', /谢谢/u],
  ])('and nothing of it in silence: %s', (question, words) => {
    const found = { ...read(question), topics: [] };
    const { measure, order, number } = completed('count', found);
    const asked = { intent: 'count', measure, by: null, order, number, scope: WHOLE_SCOPE } as const;
    expect(unaccounted(found, { ...asked, period: null, compared: null, event: null })).toMatch(words);
  });

  it('shorter is said of the answer before', () => {
    const next = read('in one sentence');
    expect(goesOn(next, wantedBy(next))).toBe(true);
  });

  it.each(['Show comments that want a feature', 'how many people are asking for new features'])(
    'wishes: %s',
    (question) => expect(read(question).kinds).toEqual(['wish']),
  );

  it('whether people feel something is counted', () =>
    expect(completed('topic', read('Are there any people who are scared?'))).toMatchObject({ intent: 'count' }));

  it('two weeks of a month', () =>
    expect(days('Compare the first week of November to the second week')).toEqual(['2026-11-01', '2026-11-08']));

  it.each([
    ['Is there anything good about the airline?', 'praise'],
    ["What's the single most retweeted complaint?", 'quotes'],
  ])('%s', (question, intent) => expect(wanted(question)).toMatchObject({ intent }));

  it('a direction without a time is of late', () =>
    expect(typed('Are complaints going up?').compared).toEqual({ from: '2026-09-30', to: '2026-10-29' }));
});
