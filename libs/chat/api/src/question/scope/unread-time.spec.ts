import { unreadTime } from './unread-time';

describe('unreadTime', () => {
  it.each([
    ['en', 'and the second week', 'second week'],
    ['en', 'how many in the first three weeks', 'first three weeks'],
    ['en', 'what will people say next month', 'next month'],
    ['zh', '第三周有多少差评', '第三周'],
    ['zh', '明天口碑会怎样', '明天'],
    ['ja', '第二週のコメントは', '第二週'],
  ] as const)('%s: finds what was not understood in "%s"', (language, text, found) => {
    expect(unreadTime(text, language)).toBe(found);
  });

  it.each([
    ['en', 'which three days had the most complaints'],
    ['en', 'on which day was it worst'],
    ['en', 'how does it develop day by day'],
    ['zh', '哪一天差评最多'],
    ['zh', '每天有多少评论'],
    ['ja', '一番不満が多い日はいつですか'],
  ] as const)('%s: "%s" asks for days and names none', (language, text) => {
    expect(unreadTime(text, language)).toBeNull();
  });
});
