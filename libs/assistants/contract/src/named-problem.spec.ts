import { namedProblem, names } from './named-problem';

it.each([
  [
    'en',
    'Cancelled my subscription in March and you still take 9.99 every month',
    'Cancelled my subscription in March and you still take 9.99 every month',
  ],
  [
    'en',
    'Your courier threw the box over the fence and the corner of the lamp is cracked',
    'Your courier threw the box over the fence',
  ],
  ['zh', '充电宝充到一半壳子鼓起来了，我现在不敢碰它', '充电宝充到一半壳子鼓起来了'],
] as const)('%s: %s is about “%s”', (language, text, problem) => expect(namedProblem(text, language)).toBe(problem));

describe('the problem of a comment', () => {
  it.each([
    [
      'Great phone. The battery drains from full to 20% by noon! Love the screen though',
      'en',
      'The battery drains from full to 20% by noon',
    ],
    [
      '@acme three days on hold and still nobody answers https://t.co/x',
      'en',
      'three days on hold and still nobody answers',
    ],
    ['屏幕不错，但是电池掉电太快了，一天要充三次', 'zh', '电池掉电太快了'],
    ['客服让我等了三天，还是没人回', 'zh', '客服让我等了三天'],
    ['画面はきれい。アップデートのあとアプリが落ちる。', 'ja', 'アップデートのあとアプリが落ちる'],
  ] as const)('in %j is named in its own words', (text, language, problem) => {
    const named = namedProblem(text, language);
    expect(text).toContain(named);
    expect(named).toContain(problem.split(' ').at(-1));
  });

  it.each([
    [
      'But after the last update the fingerprint reader only works every tenth time.',
      'en',
      'after the last update the fingerprint reader only works every tenth time',
    ],
    ['面很好吃，就是等了四十分钟', 'zh', '等了四十分钟'],
    ['箱の中にケーブルが入っていなかったのに、入っていたはずだと言われた', 'ja', '箱の中にケーブルが入っていなかった'],
  ] as const)('in %j is a clause that stands for itself', (text, language, problem) =>
    expect(namedProblem(text, language)).toBe(problem),
  );

  it('does not end in a word that waits for another', () => {
    const long =
      'The extension lead you sell got so hot that it left a large brown and black mark on the new carpet in the living room';
    expect(namedProblem(long, 'en')).not.toMatch(/ (?:the|a|on|in|and)$/u);
  });

  it.each([
    ['你们知道吗，昨晚听着睡着的，早上还有电', 'zh', '你们知道吗'],
    ['有人知道吗？充电盒合不上', 'zh', '有人知道吗'],
    ['Guess what. The hinge broke', 'en', 'Guess what'],
    ['誰か知ってますか？ケースの色', 'ja', '誰か知ってますか'],
  ] as const)('in %j is not how it begins', (text, language, opening) => {
    expect(namedProblem(text, language)).not.toBe('');
    expect(namedProblem(text, language)).not.toContain(opening);
  });

  it('is nothing where there are no words', () => {
    expect(namedProblem('!!! 😡😡', 'und')).toBe('');
    expect(names('Anything.', '')).toBe(true);
  });

  it('is shortened at a word', () => {
    const long = `the box ${'came in pieces '.repeat(12)}`;
    expect(namedProblem(long, 'en').length).toBeLessThanOrEqual(70);
    expect(long).toContain(namedProblem(long, 'en'));
  });

  it.each([
    ['Sorry that your battery is drained so soon.', 'The battery drains by noon', true],
    ['Sorry for the trouble. Please DM us.', 'The battery drains by noon', false],
    ['电池的情况我们看到了。', '电池掉电太快了', true],
    ['非常抱歉给您带来不便。', '电池掉电太快了', false],
    ['アプリの件、確認します。', 'アプリが落ちる', true],
    ['ご迷惑をおかけしました。', 'アプリが落ちる', false],
  ])('%j names %j: %s', (reply, problem, named) => expect(names(reply, problem)).toBe(named));
});
