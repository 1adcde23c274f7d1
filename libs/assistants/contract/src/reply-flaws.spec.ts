import { replyFlaws } from './reply-flaws';

const flaws = (reply: string, text: string, language: 'zh' | 'en' | 'ja' | 'und', cut = false) =>
  replyFlaws(reply, { text, language, cut });

describe('a reply', () => {
  it.each([
    ['Three days is a long wait. Have you tried the chat?', 'three days on hold', 'en'],
    ['等了三天，换谁都会着急。要不要再试一次在线客服？', '等了三天还没人回', 'zh'],
    ['三日も待つのはつらいですね。チャットは試しましたか？', '三日待っても返事が来ない', 'ja'],
    ['You got the 耳机 you wanted, well done! How do they sound on the train?', 'got my 耳机 today', 'en'],
    ['Ok! 好的', 'ok', 'und'],
  ] as const)('without a flaw: %s', (reply, text, language) => expect(flaws(reply, text, language)).toEqual([]));

  it.each([
    ['That sounds hard.', '等了三天还没人回', 'zh', 'language'],
    ['等了三天，辛苦了。', 'three days on hold', 'en', 'language'],
    ['お疲れさまです。', '等了三天还没人回', 'zh', 'language'],
    ['大变化ですね', 'three days on hold', 'en', 'language'],
    ['辛苦了。', '三日待っても返事が来ない', 'ja', 'language'],
    ['The battery drains so fast!', 'the battery drains so fast', 'en', 'echo'],
    ['电池掉电太快了，真糟糕。', '电池掉电太快了', 'zh', 'echo'],
    ['I am sorry. Try again. I am sorry.', 'it broke', 'en', 'repetition'],
    ['   ', 'it broke', 'en', 'empty'],
  ] as const)('%j to %j in %s: %s', (reply, text, language, flaw) =>
    expect(flaws(reply, text, language)).toContain(flaw),
  );

  it('that was stopped at its limit is cut', () => {
    expect(flaws('I am sorry that', 'it broke', 'en', true)).toEqual(['cut']);
  });
});
