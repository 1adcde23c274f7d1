import { typedQuestionSchema } from '@moodline/chat/contract';
import { WHOLE_SCOPE, type Fact } from '@moodline/narration/contract';
import { narrowedTo, pointedAt } from './antecedent';

const before = typedQuestionSchema.parse({
  ...{ intent: 'ranking', measure: 'net', scope: WHOLE_SCOPE, period: null, compared: null },
  ...{ by: 'day', order: 'least', number: null, event: null },
});
const first = (by: string, name: string, theme?: number): Fact =>
  ({
    kind: 'ranking',
    by,
    name,
    rank: 1,
    citations: { commentIds: [], filter: theme ? { theme } : {} },
  }) as unknown as Fact;
const THEMES = [{ id: 7, names: ['续航与电量', 'Battery life', 'バッテリー'] }];
const narrowed = (what: 'day' | 'week' | 'source' | 'theme', fact: Fact) =>
  narrowedTo(before, what, { facts: [fact], themes: THEMES });

describe('what stands for something in the answer before', () => {
  it.each<['en' | 'zh' | 'ja', string]>([
    ['en', 'what happened that day'],
    ['en', 'show me quotes from that day'],
    ['zh', '那天大家在说什么'],
    ['ja', 'その日は何があった？'],
  ])('is the day that was found (%s): %s', (language, text) => expect(pointedAt(text, language, before)).toBe('day'));

  it.each<['en' | 'zh' | 'ja', string]>([
    ['en', 'how many are there'],
    ['en', 'which source is the worst'],
    ['zh', '三天前呢'],
    ['ja', '今日は？'],
  ])('is nothing where nothing is pointed at (%s): %s', (language, text) =>
    expect(pointedAt(text, language, before)).toBeNull(),
  );

  it('is the source or the theme that came first', () => {
    expect(pointedAt('what do people say there', 'en', { intent: 'ranking', by: 'source' })).toBe('source');
    expect(pointedAt('are there complaints', 'en', { intent: 'ranking', by: 'source' })).toBeNull();
    expect(pointedAt('给我看关于这个话题的评论', 'zh', { intent: 'complaints', by: 'theme' })).toBe('theme');
  });

  it('narrows the question before to it', () => {
    expect(narrowed('day', first('day', '2026-11-03'))).toMatchObject({
      period: { from: '2026-11-03', to: '2026-11-03' },
      by: null,
    });
    expect(narrowed('week', first('week', '2026-11-02')).period).toEqual({ from: '2026-11-02', to: '2026-11-08' });
    expect(narrowed('source', first('source', 'Weibo')).scope.sources).toEqual(['Weibo']);
    expect(narrowed('theme', first('theme', 'battery life', 7)).scope.theme).toBe('续航与电量');
  });

  it('leaves it as it is where the answer had no such thing', () =>
    expect(narrowed('day', first('source', 'Weibo'))).toBe(before));
});
