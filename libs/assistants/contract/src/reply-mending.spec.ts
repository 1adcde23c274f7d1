import { replyFlaws, type RepliedTo } from './reply-flaws';
import { mendReply } from './reply-mending';

const to: RepliedTo = { text: 'Three days on hold', language: 'en', label: 'negative', cut: false };

describe('a reply is mended', () => {
  it('not where nothing is wrong', () =>
    expect(mendReply('That is a long wait. Is there a chat?', to)).toBe('That is a long wait. Is there a chat?'));

  it('by leaving out sentences that are glad of a complaint, come twice or are too many', () => {
    expect(mendReply('Three days are hard. That is great. Is there a chat?', to)).toBe(
      'Three days are hard. Is there a chat?',
    );
    expect(mendReply('Days are hard. Days are hard. Rest a bit.', to)).toBe('Days are hard. Rest a bit.');
    expect(mendReply('Three is hard. It is hard. That is too much. Rest a bit.', to)).toBe(
      'Three is hard. It is hard. That is too much.',
    );
  });

  it('by leaving out the last sentence of a text that was cut', () =>
    expect(mendReply('Three days hurt. Maybe you cou', { ...to, cut: true })).toBe('Three days hurt.'));

  it('by naming the complaint where the sentence that did had to go', () => {
    const mended = mendReply('That is great. Is there a chat?', { ...to, text: 'Nobody answers the phone' });
    expect(mended).toBe('“Nobody answers the phone”: that is hard. Is there a chat?');
  });

  it('by nothing but people’s words where a small model wrote to a text without a mood', () => {
    const fact: RepliedTo = { text: 'package arrives on friday', language: 'en', label: 'neutral', cut: false };
    const raw = 'A package arrives on Friday. What do you want to do with it?';
    expect(mendReply(raw, fact)).toBe(raw);
    expect(mendReply(raw, fact, true)).toBe(
      '“package arrives on friday”: I have read it. It says nothing of how you feel. If you want to, tell me.',
    );
    expect(mendReply(raw, { ...fact, isUnsure: true }, true)).toContain('I cannot tell how that is for you');
  });

  it.each<[RepliedTo['language'], string, string, string]>([
    [
      'en',
      'We had to say goodbye to our dog',
      'It is okay to be sad. What did you like most?',
      'Would you like to say more?',
    ],
    ['zh', '客服让我等了三天', '等了三天，真的很累。你喜欢什么颜色？', '愿意多说一点吗？'],
    [
      'ja',
      '一時間待たされた',
      '一時間待たされて、つらいですね。ゆっくり待ってみませんか？',
      'もう少し話してくれますか？',
    ],
  ])('by asking on in people’s words where a small model asks out of nothing (%s)', (language, text, raw, asks) => {
    const mended = mendReply(raw, { ...to, text, language }, true);
    expect(mended).toContain(asks);
    expect(mended.match(/[?？]/gu)).toHaveLength(1);
  });

  it('not where a small model asks what may be asked', () => {
    const raw = 'Three days on hold, that is tiring. Do you want to talk about it?';
    expect(mendReply(raw, to, true)).toBe(raw);
    const offer = '客服让我等了三天，真的很累。要不要先休息一下？';
    expect(mendReply(offer, { ...to, text: '客服让我等了三天', language: 'zh' }, true)).toBe(offer);
  });

  it.each<[RepliedTo['language'], string, RegExp]>([
    ['en', 'The extension lead got so hot it left a brown mark on the carpet', /please stop using it for now/u],
    ['zh', '电热毯用了半小时就闻到焦味', /请先不要继续使用/u],
    ['ja', '充電していたらケースが膨らんだ', /使うのをやめてください/u],
  ])('by people’s words where somebody may be hurt (%s)', (language, text, says) =>
    expect(mendReply('Rest a bit.', { ...to, text, language }, true)).toMatch(says),
  );

  it('by people’s words where a small model is glad of what only the label calls glad', () => {
    const left: RepliedTo = {
      ...to,
      text: '合租的室友一声不吭搬走了',
      language: 'zh',
      label: 'positive',
      probability: 0.98,
    };
    expect(mendReply('室友搬走了，真好！祝你们俩都幸福。', left, true)).toBe(
      '“合租的室友一声不吭搬走了”，谢谢你告诉我。愿意多说一点吗？',
    );
    const kettle = 'Third replacement kettle. I have better things to do than drive to your store.';
    const said = mendReply(
      'A good third replacement kettle is so nice!',
      { ...left, text: kettle, language: 'en' },
      true,
    );
    expect(said).toContain('thank you for telling me');
  });

  it.each<[RepliedTo['language'], string, string]>([
    ['en', 'Three days on hold', '这很难过。'],
    ['zh', '客服让我等了三天', 'That is hard.'],
    ['ja', '三日待っても返事が来ない', '真让人开心！'],
  ])('by the written sentence where nothing is left (%s)', (language, text, raw) => {
    const mended = mendReply(raw, { ...to, text, language });
    expect(mended).toContain(text);
    expect(replyFlaws(mended, { ...to, text, language })).toEqual([]);
  });
});
