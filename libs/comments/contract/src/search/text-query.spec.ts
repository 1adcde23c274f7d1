import { asksNothing, parseTextQuery, writeTextQuery } from './text-query';

/** `a|b c -d`: groups, then what is not wanted. */
const read = (written: string) => {
  const { groups, none } = parseTextQuery(written);
  const write = ({ text, prefix }: { text: string; prefix: boolean }) => `[${text}]${prefix ? '*' : ''}`;
  return [...groups.map((terms) => terms.map(write).join('|')), ...none.map((term) => `-${write(term)}`)].join(' ');
};

describe('parseTextQuery', () => {
  it.each([
    ['battery hours', '[battery] [hours]'],
    ['电池　差', '[电池] [差]'],
    ['"40 minutes"', '[40 minutes]'],
    ['“customer  service” slow', '[customer service] [slow]'],
    ['「售后 服务」', '[售后 服务]'],
    ['battery OR charging', '[battery]|[charging]'],
    ['slow battery | charging｜x', '[slow] [battery]|[charging｜x]'],
    ['a OR b OR c d', '[a]|[b]|[c] [d]'],
    ['电池 -耳机', '[电池] -[耳机]'],
    ['电池 －"蓝牙 耳机"', '[电池] -[蓝牙 耳机]'],
    ['batter*', '[batter]*'],
    ['"wireless ear"*', '[wireless ear]*'],
    ['wi-fi C++ 100% :(', '[wi-fi] [C++] [100%]'],
    [':(', '[:(]'],
    ['don’t', '[don’t]'],
    ['earbuds - black', '[earbuds] [black]'],
    ['??? !', '[???] [!]'],
    ['- * -', '[-] [*] [-]'],
    ['OR battery OR', '[battery]'],
    ['"never closed', '["never] [closed]'],
    ['say"yes please"now', '[say] [yes please] [now]'],
    ['or', '[or]'],
    ['battery ＯＲ charging', '[battery]|[charging]'],
    ['(battery OR charging) slow', '[battery]|[charging] [slow]'],
    ['slow （电池 OR 充电）', '[slow] [电池]|[充电]'],
    ['battery AND slow', '[battery] [slow]'],
    ['battery && slow', '[battery] [slow]'],
    ['slow NOT battery', '[slow] -[battery]'],
    ['"AND" "NOT"', '[AND] [NOT]'],
    ['+battery +1', '[battery] [+1]'],
    ['slow, expensive!', '[slow] [expensive]'],
    ['电池，客服。', '[电池] [客服]'],
    ['iPhone: 15, .NET C++ 3,5', '[iPhone] [15] [.NET] [C++] [3,5]'],
    ['(OLED) :)', '[(OLED)]'],
    ['"slow, expensive"', '[slow, expensive]'],
    ['""', ''],
    ['   ', ''],
  ])('%j is %s', (written, meant) => expect(read(written)).toBe(meant));

  it('takes everything for nothing', () => expect(asksNothing(parseTextQuery(' '))).toBe(true));

  it('reads what it writes as the same', () => {
    for (const written of [
      'a OR "b c" d* -"e f" -g',
      '电池 OR 充电 -耳机',
      '"-5" "OR" "5*" x',
      '"AND" "NOT" "&" "+x" "y," "a，b"',
    ])
      expect(parseTextQuery(writeTextQuery(parseTextQuery(written)))).toEqual(parseTextQuery(written));
  });

  it('costs no more than its length squared for anything', () => {
    expect(parseTextQuery('"'.repeat(200)).groups.length).toBeLessThan(101);
  });
});
