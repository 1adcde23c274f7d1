import { TestBed } from '@angular/core/testing';
import { WHOLE_SCOPE, type Fact } from '@moodline/narration/contract';
import type { UiLanguage } from '@moodline/shared/i18n';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { chatWords } from '../chat.words';
import { fact, quote } from '../testing/chat-fixtures';
import { factWords } from './fact-words';

const common = {
  id: 'F1',
  n: 412,
  period: { from: '2026-05-03', to: '2026-05-09' },
  scope: WHOLE_SCOPE,
  direction: null,
  citations: { commentIds: [], filter: null },
};
const ranking = {
  ...common,
  kind: 'ranking' as const,
  order: 'least' as const,
  label: null,
  rank: 1,
  of: 4,
  value: -37,
  unit: 'points' as const,
};

describe('factWords', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideWords(chatWords)] }));

  const told = (language: UiLanguage, one: Fact) => {
    const locale = TestBed.inject(LocaleStore);
    locale.setLanguage(language);
    return factWords(one, locale).words.replace(/[\u2009\u202f\u00a0]/g, ' ');
  };

  it.each<[string, string, Fact]>([
    [
      'Negative comments 69 · n = 119',
      '负面评论 69（n = 119）',
      { ...common, n: 119, kind: 'count', value: 69, unit: 'comments', label: 'negative' },
    ],
    [
      'Negative share 49% · n = 412',
      '负面占比 49%（n = 412）',
      { ...common, kind: 'share', value: 49, unit: 'percent', label: 'negative', count: 202 },
    ],
    ['Net mood −27 · n = 412', '净情绪 −27（n = 412）', { ...common, kind: 'net', value: -27, unit: 'points' }],
    ['1. Weibo −37 · n = 412', '1. Weibo −37（n = 412）', { ...ranking, by: 'source', measure: 'net', name: 'Weibo' }],
    [
      '1. 2 Nov −37 · n = 412',
      '1. 11月2日 −37（n = 412）',
      { ...ranking, by: 'day', measure: 'net', name: '2026-11-02' },
    ],
  ])('%s', (english, chinese, one) => {
    expect(told('en', one)).toBe(english);
    expect(told('zh', one)).toBe(chinese);
  });

  it('tells a change with both numbers and what it is compared with', () => {
    expect(told('en', fact())).toMatch(/^Net mood \+32 → −11 · 26 Apr\s?–\s?2 May · n = 412$/);
  });

  it('quotes a comment in its own words', () => {
    const locale = TestBed.inject(LocaleStore);
    locale.setLanguage('en');
    expect(factWords(quote('it "just" died'), locale)).toEqual({ quote: '“it "just" died”', words: 'Comment #1182' });
  });
});
