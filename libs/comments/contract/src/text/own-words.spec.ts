import { ownWords, quotedSpans } from './own-words';

describe('ownWords', () => {
  it.each([
    ['> this lamp is total garbage\n\nI disagree, mine has been lovely', 'I disagree, mine has been lovely'],
    ['>this lamp is garbage\nI disagree', 'I disagree'],
    ['> a\n> b\n\nyes\n\n> c\n\nno', 'yes\nno'],
    ['>> older\n> newer\nmine', 'mine'],
    ['＞ 这灯太垃圾了\n我觉得挺好', '我觉得挺好'],
    ['//@某人: 这灯太垃圾了 回复: 我觉得挺好用的', '我觉得挺好用的'],
    ['//@…: 这灯太垃圾了 回复: 我觉得挺好用的', '我觉得挺好用的'],
    ['说得对//@甲: 垃圾//@乙: 差评', '说得对'],
    ['回复@甲:我不同意//@甲:垃圾', '我不同意'],
    ['回复 @小王: 我觉得不错', '我觉得不错'],
    ['回复 @…：我觉得不错', '我觉得不错'],
    ['回复：挺好的', '挺好的'],
    ['转发微博//@甲: 垃圾', ''],
    ['转发微博', ''],
    ['//@甲: 垃圾', ''],
    ['[quote="bob, post:3, topic:12"]\nterrible lamp\n[/quote]\n\nNot for me, I love it', 'Not for me, I love it'],
    ['[quote=a][quote=b]x[/quote]y[/quote]mine', 'mine'],
    ['[QUOTE]bad[/QUOTE] good', 'good'],
    ['fine here\n\nOn Mon, 23 Nov 2026 at 10:00, Bob <b@x.org> wrote:\n> it is terrible', 'fine here'],
    ['On Mon, Nov 23, 2026 Bob wrote:\n> terrible\n\nNot at all, great', 'Not at all, great'],
    ['fine here\n\nOn Mon, 23 Nov 2026, Bob wrote:\nit is terrible\nreally', 'fine here'],
    ['Works for me. On Mon, Nov 23, 2026 at 10:00 AM Bob wrote: it is terrible', 'Works for me.'],
    ['Works now, thanks\n\n-----Original Message-----\nFrom: Bob\nit is terrible', 'Works now, thanks'],
    ['好了，谢谢\n\n------------------ 原始邮件 ------------------\n发件人: 客服', '好了，谢谢'],
    ['Danke!\n\nAm 23.11.2026 um 10:00 schrieb Bob <b@x.de>:\n> schlecht', 'Danke!'],
    ['好的\n\n在 2026年11月23日 10:00，小王 写道：\n> 太差', '好的'],
    ['了解です\n\n2026年11月23日(月) 10:00 Taro <[email]>:\n> 最悪', '了解です'],
    ['引用：这灯太垃圾了\n我觉得很好', '我觉得很好'],
    ['引用 @张三 发表于 2026-11-23 10:00\n这灯太垃圾\n\n我觉得不错', '我觉得不错'],
    ['张三 发表于 2026-11-23 10:00\n这灯太垃圾\n\n我觉得不错', '我觉得不错'],
    ['@… 发表于 2026-11-23\n这灯太垃圾\n\n我觉得不错', '我觉得不错'],
    ['「小王：这灯太垃圾了」\n- - - - - - - - - - - - - - -\n我觉得不错', '我觉得不错'],
    ['Quote:\nOriginally Posted by Bob\nit is bad\n\nno it is good', 'no it is good'],
    ['Originally posted by Bob: it is bad\nno it is good', 'no it is good'],
    ['>>1234\nこれは良い', 'これは良い'],
  ])('%j', (text, own) => expect(ownWords(text)).toBe(own));

  it.each([
    '>_< it broke again',
    '>:( it broke',
    '>!the ending is bad!<',
    '> 50% off',
    '>50 euros is too much',
    'a > b and b > c',
    'price 10 -> 20',
    'See https://example.com/@name: nice',
    'He wrote: "it is bad"',
    'On Monday it broke',
    'I replied: no',
    '这款灯的回复速度很快',
    '官方回复说没问题',
    '引用次数很多',
    '昨天发表于微博的声明太差',
    '「垃圾」这个词不过分',
    'from: here to there',
    'no quote here',
    '💬 > 👍',
  ])('leaves %j whole', (text) => expect(ownWords(text)).toBe(text));

  it('tells where the quotation stands', () => {
    const text = 'yes\n> no\nbut';
    expect(quotedSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(['> no']);
  });

  it('takes time in proportion to the text', () => {
    const cost = (text: string) => {
      const started = performance.now();
      quotedSpans(text);
      return performance.now() - started;
    };
    for (const part of [
      '> ',
      '[quote]',
      '//@a:',
      '回复@a:',
      'On Mon, ',
      '-',
      'from: a\n',
      '「',
      '引用',
      '\n',
      'a 发表于 2026-',
      '>>1\n',
      '2026年1月1日',
    ])
      expect({ part, slow: cost(part.repeat(100_000 / part.length)) > 1500 }).toEqual({ part, slow: false });
  });
});
