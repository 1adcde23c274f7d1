import { isTranslation, translationFlaws } from './translation';

const into = (language: 'zh' | 'en' | 'ja', text: string, translated: string, cut = false) =>
  translationFlaws(translated, { text, into: language, cut });

describe('what is wrong with a translation', () => {
  it.each([
    ['en', '续航只有 12 小时，花了 1299 元', 'The battery lasts only 12 hours and it cost 1,299 yuan'],
    ['zh', 'Three days on hold, ticket #40231', '等了三天，工单号 40231'],
    ['ja', 'Version 5.2 crashes at 10:30', '5.2 は 10:30 に落ちる'],
    ['en', '用了三天就坏了', 'It broke after 3 days'],
    ['en', '１２時間しかもたない', 'It lasts only 12 hours'],
  ] as const)('is nothing in %s: %s', (language, text, translated) =>
    expect(into(language, text, translated)).toEqual([]),
  );

  it.each([
    ['numbers', 'en', '续航只有 12 小时', 'The battery lasts only 2 hours'],
    ['numbers', 'zh', 'It cost $1,299', '花了 129 美元'],
    ['language', 'en', '客服让我等了三天', '客服让我等了三天还没回'],
    ['language', 'ja', 'Nobody answers', '没有人回答'],
    ['empty', 'zh', 'Nobody answers', ' … '],
    ['echo', 'en', 'Love the Acme headphones', 'Love the Acme headphones!'],
    ['repetition', 'en', '没人回', 'Nobody answers. Nobody answers.'],
  ] as const)('is %s in %s: %s', (flaw, language, text, translated) =>
    expect(into(language, text, translated)).toContain(flaw),
  );

  it('tells a text that is cut or lost a number, and refuses one that is no translation', () => {
    expect(isTranslation(['cut', 'numbers'])).toBe(true);
    for (const flaw of ['language', 'echo', 'repetition', 'empty'] as const) expect(isTranslation([flaw])).toBe(false);
  });
});
