import { maskPersonalData, PERSONAL_PATTERNS } from './masking';

/** Texts that come near to each pattern over and over, to make a search try again and again. */
const HOSTILE: Readonly<Record<string, (length: number) => string>> = Object.fromEntries(
  [
    '1',
    '0',
    '00',
    '1 ',
    '1-',
    '1.',
    '86',
    '13',
    '138 ',
    '+1',
    '(0',
    '001 ',
    '4111 ',
    '4111-1111-1111-1112 ',
    '110105194912310021',
    '1.1.1.',
    '255.255.255.',
    'a:',
    'f::',
    'ff:1:',
    'a',
    'a.',
    'a.a',
    'a@',
    '@',
    '@a',
    '@a.',
    'a@a.',
    'a at ',
    'a at a dot ',
    'a(at)',
    'a # ',
    '加',
    '加微信',
    '加 v ',
    'wx',
    'wx:',
    'qq ',
    'QQ:1',
    'tg: a.a',
    'https://',
    'https://x.com/',
    'https://a/',
    'http://a/@',
    'weibo.com/',
    '.com/',
    'tel ',
    'call 1 ',
    '一三',
    '一',
    '微信号 ',
    'passport ',
    '\u200b1',
    '１',
    '①',
    '\u{1d7cf}',
    ' ',
    '[at]',
    'a\n',
  ].map((part) => [part, (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length)]),
);
const LENGTH = 100_000;

/** Processor time of this process, the least of some measurements: what the machine does besides is not in it, or only ever adds. */
function milliseconds(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = process.cpuUsage();
      work();
      return process.cpuUsage(start).user / 1_000;
    }),
  );
}

describe('the cost of masking', () => {
  it.each(
    PERSONAL_PATTERNS.map((pattern) => ({ mark: pattern.mark, source: pattern.finds.source.slice(0, 60), pattern })),
  )('grows with the length of a hostile text and no faster: $mark $source', ({ pattern }) => {
    const search = (text: string) => () => {
      let found = 0;
      for (const match of text.matchAll(pattern.finds)) found += pattern.length?.(match[0], '', '') ?? 1;
      return found;
    };
    const slow = Object.entries(HOSTILE).flatMap(([part, text]) => {
      const long = milliseconds(search(text(LENGTH)));
      // Below this a measurement says nothing of growth.
      if (long < 100) return [];
      const ratio = long / milliseconds(search(text(LENGTH / 4)));
      // Four times the text; a square would take sixteen times as long.
      return ratio < 9 && long < 2_000 ? [] : [{ part, long, ratio }];
    });
    expect(slow).toEqual([]);
  });

  it('stays within seconds for any of the hostile texts as a whole', () => {
    const slow = Object.entries(HOSTILE).map(([part, text]) => ({
      part,
      long: milliseconds(() => maskPersonalData(text(LENGTH))),
    }));
    expect(slow.filter(({ long }) => long > 2_000)).toEqual([]);
  });
});
