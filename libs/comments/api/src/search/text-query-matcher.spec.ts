import { monitorRulesSchema, parseTextQuery } from '@moodline/comments/contract';
import { MonitorMatcher } from '../monitors/monitor-matcher';
import { searchForm, termPattern, WORD_MARK } from './search-form';
import { withSpellings } from './spellings';
import { TextQueryMatcher } from './text-query-matcher';

const matches = (query: string, text: string) => new TextQueryMatcher(parseTextQuery(query)).matches(text);

describe('TextQueryMatcher', () => {
  it.each([
    ['battery hours', 'only three HOURS of Battery life', true],
    ['battery hours', 'battery', false],
    ['电池 差', '差评，電池不行', true],
    ['电池', '電池很差', true],
    ['電池', '电池很差', true],
    ['customer service', 'the service for a customer', true],
    ['"customer service"', 'the service for a customer', false],
    ['"customer service"', 'customer\nservice', true],
    ['preorder', 'pre\u200border', true],
    ["can't", 'I can’t', true],
    ['wi-fi', 'Wi‑Fi', true],
    ['cafe', 'un café', true],
    ['ＩＰＨＯＮＥ', 'iphone', true],
    ['battery OR charging', 'charging is slow', true],
    ['battery OR charging slow', 'battery is slow', true],
    ['battery OR charging slow', 'battery is fast', false],
    ['battery -slow', 'slow battery', false],
    ['battery -slow', 'fast battery', true],
    ['-slow', 'fast', true],
    ['batter*', 'two batteries', true],
    ['batter', 'two batteries', false],
    ['"40 minutes"', 'in 40 minutes', true],
    ['100%', 'it is 100% broken', true],
    ['a_b', 'axb', false],
    ['', 'anything', true],
  ])('%j on %j: %s', (query, text, takes) => expect(matches(query, text)).toBe(takes));

  it('tells where the words stand in the original', () => {
    const text = '電池：I can’t use the Wi‑Fi, 电池';
    const spans = new TextQueryMatcher(parseTextQuery("电池 can't wi-fi -x")).spans(text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['電池', 'can’t', 'Wi‑Fi', '电池']);
  });

  it('agrees with a monitor of the same words on any text', () => {
    const parts = [
      'app',
      'App',
      ' ',
      '电池',
      '電',
      '池',
      "'",
      '’',
      '-',
      '‑',
      'é',
      'e',
      '_',
      '15',
      '.',
      '\n',
      '\u200b',
      '😀',
      'ガ',
      'カ',
      '㍿',
    ];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const some = (most: number) => Array.from({ length: 1 + random(most) }, () => parts[random(parts.length)]).join('');
    let compared = 0;
    let taken = 0;
    while (compared < 3000) {
      const word = some(3).replace(/\s+/gu, ' ').trim();
      const rules = monitorRulesSchema.safeParse({ any: { words: [`"${word}"`] } });
      if (!rules.success) continue;
      const text = some(12);
      const byMonitor = new MonitorMatcher([{ id: 1, rules: rules.data }]).match({ text, language: 'zh', sourceId: 1 });
      const query = new TextQueryMatcher(withSpellings({ groups: [[{ text: word, prefix: false }]], none: [] }));
      expect({ word, text, taken: query.matches(text) }).toEqual({ word, text, taken: byMonitor.length > 0 });
      expect(query.spans(text).map(({ start, end }) => [start, end])).toEqual(
        (byMonitor[0]?.spans ?? []).map(({ start, end }) => [start, end]),
      );
      compared += 1;
      taken += byMonitor.length;
    }
    expect(taken).toBeGreaterThan(100);
  });
});

describe('searchForm', () => {
  it('marks where words of spaced scripts begin and end', () => {
    expect(searchForm('我的App, ok').replaceAll(WORD_MARK, '|')).toBe('我的|app|, |ok|');
    expect(termPattern({ text: 'App', prefix: true }).replaceAll(WORD_MARK, '|')).toBe('|app');
    expect(termPattern({ text: '电池', prefix: false })).toBe('电池');
  });
});
