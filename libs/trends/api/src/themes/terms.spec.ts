import { contentTerms } from './terms';

const terms = (text: string, language: 'zh' | 'en' | 'ja') => [...contentTerms(text, language)];

describe('contentTerms', () => {
  it('puts Chinese words together that the segmenter cut into characters', () => {
    expect(terms('降噪效果不错', 'zh')).toContain('降噪');
  });

  it('keeps what is talked about and leaves out talk, opinions, names and links', () => {
    expect(terms('@airline I really love the charging cable https://t.co/x', 'en')).toEqual([
      'charging',
      'charging cable',
      'cable',
    ]);
    expect(terms('我真的觉得我的续航太差了', 'zh')).toEqual(['续航']);
    expect(terms('バッテリーがすぐ切れる', 'ja')).toContain('バッテリー');
  });

  it('finds no terms in numbers and emoji', () => {
    expect(terms('100% 👍👍 666', 'en')).toEqual([]);
  });

  it('takes no numeral for a term, whatever it is written in', () => {
    expect(terms('forty minutes, twenty percent, a hundred times', 'en')).toEqual([]);
    expect(terms('四十分钟，三百块', 'zh')).toEqual([]);
    expect(terms('四十分で二十回', 'ja')).toEqual([]);
  });
});
