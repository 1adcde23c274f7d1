import { TestBed } from '@angular/core/testing';
import type { UiLanguage } from '@moodline/shared/i18n';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { chatWords } from '../chat.words';
import { fact } from '../testing/chat-fixtures';
import { factWords } from './fact-words';

describe('factWords', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideWords(chatWords)] }));

  const told = (language: UiLanguage, body: string) => {
    const locale = TestBed.inject(LocaleStore);
    locale.setLanguage(language);
    const { quote, words } = factWords(fact({ line: `F1 | ${body}` }), locale);
    expect(quote).toBeNull();
    // Which blank a range is written with changes from one ICU to the next.
    return words
      .replaceAll('\u2060', '')
      .replace(/[\u2009\u202f\u00a0]/g, ' ')
      .replace(/(\d) – (\d+ \w+ \d{4})/, '$1–$2');
  };

  it.each([
    [
      'net mood | 2015-05-03..2015-05-09 | -11 | down from +32 | n=1412',
      'Net mood −11, down from +32 · n = 1,412 · 3–9 May 2015',
      '净情绪 −11，此前 +32（n = 1,412） · 2015年5月3日 – 2015年5月9日',
    ],
    [
      'net mood | 2015-05-03..2015-05-03 | 0 | unchanged from 0 | n=9',
      'Net mood 0, unchanged · n = 9 · 3 May 2015',
      '净情绪 0，与此前持平（n = 9） · 2015年5月3日',
    ],
    [
      'negative share | 2015-05-03..2015-05-09 | 46% | up from 21% | n=412',
      'Negative share 46%, up from 21% · n = 412 · 3–9 May 2015',
      '负面占比 46%，此前 21%（n = 412） · 2015年5月3日 – 2015年5月9日',
    ],
    [
      'positive share | 2015-05-03..2015-05-09 | 46% | n=412',
      'Positive share 46% · n = 412 · 3–9 May 2015',
      '正面占比 46%（n = 412） · 2015年5月3日 – 2015年5月9日',
    ],
    [
      'comments | 2015-05-03..2015-05-09 | 37 | down from 176',
      'Comments 37, down from 176 · 3–9 May 2015',
      '评论数 37，此前 176 · 2015年5月3日 – 2015年5月9日',
    ],
    ['source | Weibo | net -44 | n=568', 'Weibo · net mood −44 · n = 568', 'Weibo · 净情绪 −44（n = 568）'],
    [
      'rising theme | battery | 96 comments | 91% negative',
      '“battery” · rising theme · 96 comments · 91% negative',
      '“battery” · 上升主题 · 96 条评论 · 负面占 91%',
    ],
    [
      'theme | 12% | 1 comments | 100% positive',
      '“12%” · theme · 1 comment · 100% positive',
      '“12%” · 主题 · 1 条评论 · 正面占 100%',
    ],
    [
      'topic | 续航 | 40 comments | 57% negative',
      '“续航” · 40 comments · 57% negative',
      '“续航” · 40 条评论 · 负面占 57%',
    ],
    [
      'peak day | 2015-10-31 | 119 comments | 57% negative',
      'Busiest day 31 Oct 2015 · 119 comments · 57% negative',
      '评论最多的一天 2015年10月31日 · 119 条评论 · 负面占 57%',
    ],
    ['data end | 2015-11-04', 'Newest comment 4 Nov 2015', '最新评论 2015年11月4日'],
  ])('says %s', (line, en, zh) => {
    expect(told('en', line)).toBe(en);
    expect(told('zh', line)).toBe(zh);
  });

  it('leaves what it does not know as it is', () => {
    expect(told('en', 'loudest | someone | 12 | +3 likes')).toBe('loudest · someone · 12 · +3 likes');
  });

  it('leaves characters of the translations in a name alone', () => {
    expect(told('en', 'rising theme | {{n}} | 96 comments')).toBe('“{{n}}” · rising theme · 96 comments');
  });

  it('sets a quote apart from the comment it comes from', () => {
    const locale = TestBed.inject(LocaleStore);
    locale.setLanguage('zh');
    expect(factWords(fact({ line: 'F1 | quote | #1182 | "掉电快, {{n}} n=3"' }), locale)).toEqual({
      quote: '“掉电快, {{n}} n=3”',
      words: '评论 #1182',
    });
  });
});
