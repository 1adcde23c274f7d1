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
    expect(mendReply(raw, { ...fact, isUnsure: true }, true)).toBe(raw);
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
