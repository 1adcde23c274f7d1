import { foldText, foldWithOffsets } from './text-folding';

describe('foldText', () => {
  it.each([
    ['full-width letters and digits', 'ＡＢＣ１２３', 'abc123'],
    ['traditional characters', '臺灣電池壞了', '台湾电池坏了'],
    ['half-width kana with their voice marks', 'ｶﾞｰﾄﾞ', 'ガード'],
    ['letters with a loose accent', 'cafe\u0301 CAFÉ', 'cafe cafe'],
    ['letters whose accent is part of them', 'Straße Łódź SMØRREBRØD Ёлка', 'strasse lodz smorrebrod елка'],
    ['apostrophes', 'can’t can‘t canʼt can´t can`t can＇t can′t', "can't can't can't can't can't can't can't"],
    ['dashes', 'wi‑fi wi–fi wi—fi wi‐fi wi−fi wi－fi', 'wi-fi wi-fi wi-fi wi-fi wi-fi wi-fi'],
    ['quotation marks', '“so” „so‟', '"so" "so"'],
    ['marks that make another letter, which stay', 'ガ パ 각 й', 'ガ パ 각 й'],
    ['the long mark of kana, which is no dash', 'バッテリー', 'バッテリー'],
    ['characters that stand for several', '㍿①ﬁ', '株式会社1fi'],
    ['white space', ' a\t\n\u3000b ', ' a b '],
    ['what cannot be seen', '电\u200b池\ufe0f', '电池'],
    ['emoji', 'OK😀👍🏽', 'ok😀👍🏽'],
    ['a dotted İ', 'İ', 'i'],
    ['Hangul that was taken apart', '한국어 각'.normalize('NFD'), '한국어 각'],
  ])('makes one form of %s', (_, text, folded) => expect(foldText(text)).toBe(folded));

  it('keeps upper case when asked', () => expect(foldText('Ａpplé 臺', { keepCase: true })).toBe('Apple 台'));

  it('keeps accents when asked', () => expect(foldText('CAFE\u0301', { keepAccents: true })).toBe('café'));

  it('gives the same when it is folded again', () => {
    for (const text of ['ﬁ ㍿ İstanbul ｶﾞ 臺灣 😀', 'Ⅻ ½ Å ſ ẞ ´'])
      expect(foldText(foldText(text))).toBe(foldText(text));
  });

  it('folds long texts, also when characters become several', () => {
    const folded = foldWithOffsets('㍿臺'.repeat(5000));
    expect(folded.text).toBe('株式会社台'.repeat(5000));
    expect([folded.starts.length, folded.ends.at(-1)]).toEqual([25_000, 10_000]);
  });

  it('knows where each unit comes from', () => {
    const text = 'a ㍿  ｶﾞ😀';
    const { text: folded, starts, ends } = foldWithOffsets(text);
    const origin = (part: string) => {
      const at = folded.indexOf(part);
      return text.slice(starts[at], ends[at + part.length - 1]);
    };
    expect([origin('株'), origin('社'), origin('ガ'), origin('😀'), origin('社 ガ')]).toEqual([
      '㍿',
      '㍿',
      'ｶﾞ',
      '😀',
      '㍿  ｶﾞ',
    ]);
  });
});
