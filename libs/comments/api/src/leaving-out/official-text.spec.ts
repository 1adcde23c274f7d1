import { isOfficialReply, isRaffle } from './official-text';

describe('isOfficialReply', () => {
  it.each([
    '感谢您的反馈，给您带来不便深表歉意',
    '亲，非常抱歉，请您私信我们，客服会尽快为您处理',
    'Thank you for contacting Acme support, we are sorry for the inconvenience.',
    'Hi, thanks for your feedback! Please contact our support so our team will look into it.',
    'お問い合わせいただきありがとうございます。ご迷惑をおかけしております。',
  ])('%s', (text) => expect(isOfficialReply(text)).toBe(true));

  it.each([
    '客服说非常抱歉，然后就没有下文了',
    'they said "we apologize" and nothing happened',
    'thank you for nothing',
    '感谢您的反馈——每次都是这句话',
    'サポートに連絡したけど返事がない',
  ])('not: %s', (text) => expect(isOfficialReply(text)).toBe(false));
});

describe('isRaffle', () => {
  it.each([
    '关注并转发本微博，抽3位送耳机一副',
    '转发+评论，抽奖送出新机',
    'GIVEAWAY! Follow us and retweet to win a pair of earbuds',
    'Like and tag a friend for a chance to win',
    'フォロー＆リポストで抽選で10名様にプレゼント',
  ])('%s', (text) => expect(isRaffle(text)).toBe(true));

  it.each(['抽屉打不开', '从来没中过奖', 'I entered the giveaway, the earbuds are bad', '转发给朋友看了'])(
    'not: %s',
    (text) => expect(isRaffle(text)).toBe(false),
  );
});
