import { maskPersonalData } from './masking';

const cases = (rows: readonly (readonly [string, string])[]) => rows.map(([text, masked]) => ({ text, masked }));

describe('maskPersonalData', () => {
  describe('masks', () => {
    it.each(
      cases([
        // Phone numbers
        ['电话13812345678，快点', '电话[phone]，快点'],
        ['call +86 138 1234 5678', 'call [phone]'],
        ['打1381234 5678或者138-123-45678', '打[phone]或者[phone]'],
        ['号 1 3 8 1 2 3 4 5 6 7 8 急', '号 [phone] 急'],
        ['138.1234.5678', '[phone]'],
        ['0086-13912345678', '[phone]'],
        ['座机 021-12345678、0755 8888 6666 转 12', '座机 [phone]、[phone] 转 12'],
        ['(010)62345678', '[phone]'],
        ['电话 88886666', '电话 [phone]'],
        ['一三八一二三四五六七八加我', '[phone]加我'],
        ['ring (415) 555-0134 now', 'ring [phone] now'],
        ['1-415-555-0134', '[phone]'],
        ['call 415 555 0134', 'call [phone]'],
        ['+44 20 7946 0958 or 020 7946 0958', '[phone] or [phone]'],
        ['07911 123456', '[phone]'],
        ['+49 (0)30 901820', '[phone]'],
        ['090-1234-5678', '[phone]'],
        ['１３８１２３４５６７８', '[phone]'],
        ['138\u200b1234\u200b5678!', '[phone]!'],
        ['1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', '[phone]'],
        ['𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 😀', '[phone] 😀'],
        // Mailboxes
        ['写信到 zhang.san+x@example.com.cn 吧', '写信到 [email] 吧'],
        ['写信到zhang@example.com吧', '写信到[email]吧'],
        ['ａｂｃ＠ｑｑ．ｃｏｍ', '[email]'],
        ['name at domain dot com', '[email]'],
        ['john.doe (at) example (dot) co (dot) uk', '[email]'],
        ['john[at]example.org', '[email]'],
        ['zhangsan at gmail.com', '[email]'],
        ['邮箱 name#qq.com', '邮箱 [email]'],
        ['邮箱 name艾特163点com', '邮箱 [email]'],
        ['name@qq点com', '[email]'],
        ['123456@qq 求资源', '[email] 求资源'],
        // Papers and cards
        ['身份证11010519491231002X', '身份证[id]'],
        ['110105 19491231 002x', '[id]'],
        ['旧身份证 110105491231002', '旧身份证 [id]'],
        ['护照号：E12345678', '护照号：[id]'],
        ['SSN 123-45-6789', 'SSN [id]'],
        ['card 4111 1111 1111 1111 thanks', 'card [card] thanks'],
        ['4111-1111-1111-1111 12/26', '[card] 12/26'],
        ['卡号6222021234567890128', '卡号[card]'],
        ['amex 3782 822463 10005', 'amex [card]'],
        // Accounts
        ['加我微信 abc123', '加我微信 [account]'],
        ['wx: somebody', 'wx: [account]'],
        ['VX：abc_12345，私聊', 'VX：[account]，私聊'],
        ['加v：abc12345', '加v：[account]'],
        ['微信号abcdef1', '微信号[account]'],
        ['QQ 123456789', 'QQ [account]'],
        ['qq群：12345678', 'qq群：[account]'],
        ['扣扣1234567', '扣扣[account]'],
        ['telegram: john_doe', 'telegram: [account]'],
        ['add my wechat john_doe88', 'add my wechat [account]'],
        // Addresses
        ['IP：10.0.0.1', 'IP：[ip]'],
        ['来自 114.88.23.7 的用户', '来自 [ip] 的用户'],
        ['http://114.88.23.7/x', 'http://[ip]/x'],
        ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', '[ip]'],
        ['from 2001:db8::8a2e:370:7334', 'from [ip]'],
        // Names and profiles
        ['@小石头 你好 @Some_One!', '@… 你好 @…!'],
        ['感谢@张三 和＠李四', '感谢@… 和@…'],
        ['回复@user.name: no', '回复@…: no'],
        ['看 https://weibo.com/u/1234567890?refer=1 这人', '看 [profile] 这人'],
        ['weibo.com/somebody', '[profile]'],
        ['https://space.bilibili.com/123456', '[profile]'],
        ['https://x.com/jack/status/20 lol', '[profile] lol'],
        ['twitter.com/@jack', '[profile]'],
        ['https://www.instagram.com/some.one/', '[profile]'],
        ['https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400', '[profile]'],
        ['https://mastodon.social/@Gargron', '[profile]'],
        ['https://bsky.app/profile/a.bsky.social', '[profile]'],
        ['https://github.com/torvalds', '[profile]'],
      ]),
    )('$text', ({ text, masked }) => expect(maskPersonalData(text)).toBe(masked));
  });

  describe('leaves alone', () => {
    it.each([
      '只要1299元，买了20000件',
      '¥13,888.00',
      '¥13888888888',
      '$1,299 or $1,299.99',
      '销量13812345678次',
      'order 20260503-0001 took 12 days',
      '订单号 202605031234567890123',
      '单号 SF1312345678901、YT8812345678901',
      '2026-05-03 08:00',
      '2024-05-03 12:30:45',
      '2024/05/03 12:30-13:45',
      '营业 08:00-18:00，0800-1200 1300-1800',
      'RTX 4090, iPhone 15, i7-13700K',
      'iPhone15 比 Mate60 好',
      'GB/T 18204.3-2013',
      'version 2.4.1',
      '2.4.10.1',
      '升级到 22.15.100.31 后卡',
      'Chrome 115.0.5790.110',
      'v114.88.23.7',
      '4111 1111 1111 1112',
      'a@b',
      'meet @ 5pm, meet @5pm, 3 @ 1299, @1299元',
      '评分 4.5/5 (12345)',
      '3:0, 21-19, 100%',
      '😭😭😭 👨‍👩‍👧 1️⃣ 2️⃣',
      '#好物推荐# #love #1234567',
      'look at amazon dot com',
      'bought it at apple.com',
      'look at me dot dot dot',
      '256 512 1024 GB',
      '1 2 3 4 5 6 7 8 9 10',
      '微信支付失败，wechat payment is broken',
      'WeChat: terrible app',
      'QQ 10000人',
      'QQ音乐 2024 版',
      'line: 12 errors',
      'https://item.jd.com/13812345678.html',
      'https://www.bilibili.com/video/BV1xx411c7mD',
      'https://weibo.com/hashtag/x https://x.com/search?q=1',
      'https://github.com/angular/angular/issues/1',
      '三十一三八节 一三五七九',
      '12:30:45 13:30:45',
      'AA::BB std::vector',
    ])('%s', (text) => expect(maskPersonalData(text)).toBe(text));
  });

  it('changes nothing in a text that was masked', () => {
    const masked = maskPersonalData(
      '@张三 13812345678 a@b.com https://x.com/jack wx: abc123 114.88.23.7 11010519491231002X 4111111111111111',
    );
    expect(masked).toBe('@… [phone] [email] [profile] wx: [account] [ip] [id] [card]');
    expect(maskPersonalData(masked)).toBe(masked);
  });

  it('keeps the characters around what it takes out, seen or not', () => {
    expect(maskPersonalData('家👨‍👩‍👧电１３８１２３４５６７８，好👨‍👩‍👧')).toBe('家👨‍👩‍👧电[phone]，好👨‍👩‍👧');
  });
});
