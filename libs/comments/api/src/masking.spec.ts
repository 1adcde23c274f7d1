import { maskPersonalData } from './masking';

describe('maskPersonalData', () => {
  it.each([
    ['写信到 zhang.san+x@example.com.cn 吧', '写信到 [email] 吧'],
    ['电话13812345678，快点', '电话[phone]，快点'],
    ['call +86 138 1234 5678', 'call [phone]'],
    ['ring (415) 555-0134 now', 'ring [phone] now'],
    ['身份证11010519491231002X', '身份证[id]'],
    ['card 4111 1111 1111 1111 thanks', 'card [card] thanks'],
    ['@小石头 你好 @Some_One!', '@… 你好 @…!'],
  ])('masks %s', (text, masked) => expect(maskPersonalData(text)).toBe(masked));

  it.each(['只要1299元，买了20000件', 'order 20260503-0001 took 12 days', '2026-05-03 08:00', 'version 2.4.1', '4111 1111 1111 1112', 'a@b', 'meet @ 5pm', '评分 4.5/5 (12345)'])(
    'leaves %s alone',
    (text) => expect(maskPersonalData(text)).toBe(text),
  );
});
