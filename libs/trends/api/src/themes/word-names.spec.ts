import { searchForm } from '@moodline/comments/api';
import type { SampledComment } from './sampled-comment';
import { mayName, wordNames } from './word-names';

const says = (texts: readonly string[], language: SampledComment['language'] = 'en'): SampledComment[] =>
  texts.map((text, id) => ({
    ...{ id, text, form: searchForm(text), language, label: 'negative', engagement: 0, sourceId: 1, group: id },
  }));

describe('wordNames', () => {
  it('takes a word for a name that people use as the name of a thing', () => {
    const names = wordNames(
      ['hinge', 'left hinge'],
      says(['the hinge is loose', 'my left hinge broke', 'hinge again', 'a new hinge please']),
    );
    expect(names.get('hinge')).toEqual({ zh: 'hinge', en: 'hinge', ja: 'hinge' });
    expect(names.get('left hinge')?.en).toBe('left hinge');
  });

  it('names no theme by a verb or an adjective', () => {
    const comments = says([
      'please rebook us',
      'they rebook nobody',
      'so delayed again',
      'we were delayed',
      'very delayed',
    ]);
    expect([...wordNames(['rebook', 'delayed', 'were delayed'], comments).keys()]).toEqual([]);
  });

  it('names what is said in one phrase only by the phrase, in quotation marks', () => {
    const names = wordNames(
      ['fleek'],
      says(['our fleet is on fleek', 'On fleek, really?', 'who says "on fleek"', 'fleek']),
    );
    expect(names.get('fleek')).toEqual({ zh: '“on fleek”', en: '“on fleek”', ja: '「on fleek」' });
  });

  it('names no theme by what all comments are about, though it is a noun', () => {
    const comments = says(['the plane is late', 'my plane', 'this airline']);
    expect([...wordNames(['plane', 'airline', '耳机', '评论'], comments).keys()]).toEqual([]);
  });

  it('quotes a word of a script that the reader may not read', () => {
    expect(wordNames(['盒子', 'ヒンジ'], []).get('盒子')).toEqual({ zh: '盒子', en: '“盒子”', ja: '「盒子」' });
    expect(wordNames(['盒子', 'ヒンジ'], []).get('ヒンジ')).toEqual({ zh: '“ヒンジ”', en: '“ヒンジ”', ja: 'ヒンジ' });
  });

  it('names no theme by a Chinese verb with its result', () => {
    expect(['修好', '用完', '卡住'].some(mayName)).toBe(false);
    expect(['续航', '爱好', '合页', 'ヒンジ'].every(mayName)).toBe(true);
  });
});
