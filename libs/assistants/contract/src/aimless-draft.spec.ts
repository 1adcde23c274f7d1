import { aimlessBecause } from './aimless-draft';

describe('a sentence of an answer', () => {
  it.each([
    ['en', "We're sorry you forgave.", 'I forgave, but the app crashes each time I open device info.', 'says'],
    ['en', 'Please DM us your room number and a photo so we can check.', 'ANC toggles itself off on stairs.', 'asks'],
    ['en', 'Please DM us your room number and a photo so we can check.', 'My room was never cleaned', null],
    ['en', 'Please send us your order number by private message.', 'it broke', null],
    ['en', "We're sorry for the trouble.", 'the lid is loose', null],
    ['en', "We're sorry that the lid is loose.", 'the lid is loose', null],
    ['ja', '確認メールアドレスとパスワードをDMでお送りください。', 'ログインできません', 'asks'],
    ['en', 'We have read what you say about “it broke”.', 'it broke', null],
    ['zh', '您提到的“收不到验证码”，我们看到了。', '注册时收不到验证码', null],
    ['zh', '电池健康显示您左耳91%，这很正常。', '电池健康显示我左耳91%', 'says'],
    ['zh', '我们没有收到回复，很抱歉。', '我那副还是两小时就没', 'says'],
    ['zh', '给您带来不便，很抱歉。', '我那副还是两小时就没', null],
    ['zh', '请把订单号私信给我们，我们来核实。', '壳子裂了', null],
    ['zh', '谢谢您喜欢我们的服务！', '新盒第十六天还在路上', 'says'],
    ['ja', '確認いたしますが、確認できません。', '交換ケースがどこにもない', 'says'],
    ['en', 'Please DM us the name of the person you delivered it to.', "My case was 'delivered'.", 'says'],
    ['ja', '返事がありません。', '問い合わせから十日、まだ返事がありません。', 'says'],
    ['ja', '確認してみてください。', '問い合わせから十日、まだ返事がありません。', 'says'],
    ['ja', '確認が難しいと、申し訳ございません。', '温度を確認する癖が抜けない', 'says'],
    ['ja', 'お返事が遅れており、大変申し訳ございません。', 'まだ返事がありません', null],
    ['ja', 'ご不便をおかけし、申し訳ございません。', '蓋がゆるい', null],
  ] as const)('%s %j: %s', (language, sentence, comment, why) =>
    expect(aimlessBecause(sentence, { text: comment, language, label: 'negative' })).toBe(why),
  );
});
