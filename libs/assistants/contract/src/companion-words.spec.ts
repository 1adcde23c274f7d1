import { companionFlaws } from './companion-check';
import { writtenReply } from './companion-words';
import { replyFlaws, type RepliedTo } from './reply-flaws';
import { isGlad } from './wrong-mood';

const to = (more: Partial<RepliedTo>): RepliedTo => ({
  ...{ text: 'My sister called me back after a year', language: 'en', label: 'positive', cut: false },
  ...more,
});

describe('what people wrote for a text', () => {
  it.each([
    ['en', 'My sister called me back after a year', '“My sister called me back after a year”: that is good to hear.'],
    ['zh', '女儿第一次自己叠好了被子', '“女儿第一次自己叠好了被子”，真为你高兴。'],
    ['ja', '十年ぶりに友達から手紙が来た', '「十年ぶりに友達から手紙が来た」、よかったですね。'],
  ] as const)('is warm where it is clearly glad (%s)', (language, text, begins) =>
    expect(writtenReply(to({ text, language, probability: 0.93 }))).toMatch(new RegExp(`^${begins}`, 'u')),
  );

  it.each([
    ['en', 'Ordered the 65W charger, got the 20W one'],
    ['zh', '买的是蓝色，来的是绿色'],
    ['ja', '青を頼んだら緑が来た'],
  ] as const)('is glad of nothing where the label is not clear (%s)', (language, text) => {
    for (const more of [{ probability: 0.59 }, { isUnsure: true }])
      expect(isGlad(writtenReply(to({ text, language, ...more })), language)).toBe(false);
    expect(writtenReply(to({ text, language, isUnsure: true }))).toMatch(/cannot tell how|听不出|分かりませんでした/u);
  });

  it.each([
    ['en', 'package arrives on friday', 'It says nothing of how you feel.'],
    ['zh', '下午三点开会', '这里没有说到心情'],
    ['ja', '午後三時に会議', 'お気持ちは書かれていない'],
  ] as const)('says of a fact that there is no mood in it, and asks nothing (%s)', (language, text, says) => {
    const reply = writtenReply(to({ text, language, label: 'neutral' }));
    expect(reply).toContain(says);
    expect(reply).not.toMatch(/[?？]/u);
  });

  it('is a whole sentence without words to quote, and no flaw in any mood and language', () => {
    const texts = { en: 'Nobody answers the phone', zh: '没有人接电话', ja: '電話に出ない', und: '…' } as const;
    for (const language of ['en', 'zh', 'ja', 'und'] as const)
      for (const label of ['positive', 'neutral', 'negative', undefined] as const)
        for (const isUnsure of [true, false]) {
          const about = to({ text: texts[language], language, label, isUnsure });
          const reply = writtenReply(about);
          expect([reply, companionFlaws(reply, about), replyFlaws(reply, about)]).toEqual([reply, [], []]);
          expect(writtenReply({ ...about, text: '…' })).not.toMatch(/^[,:，、]|“”|「」/u);
        }
  });
});
