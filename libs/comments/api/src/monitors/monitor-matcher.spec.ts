import { monitorRulesSchema, readKeyword, type MonitorRules, type Term } from '@moodline/comments/contract';
import { spellings } from '../search/spellings';
import { MonitorMatcher, wordsOf, type MatchedComment, type MatchedMonitor } from './monitor-matcher';
import { foldText } from './text-folding';

const rules = (part: Record<string, unknown>): MonitorRules => monitorRulesSchema.parse(part);
const any = (...words: string[]) => rules({ any: { words } });
const comment = (text: string, part: Partial<MatchedComment> = {}): MatchedComment => ({
  text,
  language: 'zh',
  sourceId: 1,
  ...part,
});
/** The words found, or null where the monitor does not take the comment. */
const found = (wanted: MonitorRules, text: string, part?: Partial<MatchedComment>) => {
  const [match] = new MonitorMatcher([{ id: 7, rules: wanted }]).match(comment(text, part));
  return match ? wordsOf(match.spans) : null;
};

describe('MonitorMatcher', () => {
  it.each([
    ['takes a Latin word at its boundaries only', 'app', 'The app crashed', true],
    ['does not find a word within another', 'app', 'happy apple', false],
    ['finds a Latin word between Chinese characters', 'iPhone', '我的iPhone很好', true],
    ['finds Chinese without spaces', '电池', '这个电池不行', true],
    ['takes upper and lower case as one', 'BATTERY', 'battery!', true],
    ['takes full-width and half-width as one', 'iphone 15', 'ｉＰｈｏｎｅ　１５ 到了', true],
    ['takes traditional and simplified Chinese as one', '電池', '电池坏了', true],
    ['finds simplified keywords in traditional texts', '台湾', '我在臺灣買的', true],
    ['takes kana of both widths as one', 'バッテリー', 'ﾊﾞｯﾃﾘｰが弱い', true],
    ['takes a star as any ending', 'batter*', 'two batteries', true],
    ['does not take a star as any beginning', 'atter*', 'two batteries', false],
    ['finds a phrase over a line break', '"customer service"', 'bad customer\n  service', true],
    ['does not find a phrase with words between', '"customer service"', 'customer of a service', false],
    ['finds characters next to letters', 'C++', 'I like C++11', true],
    ['is not misled by what cannot be seen', '电池', '电\u200b池', true],
    ['does not end a number early', '15', 'costs 150', false],
    ['finds a word before an apostrophe', 'apple', "apple's fault", true],
    ['finds emoji', '😡', '真差😡😡', true],
    ['takes typed and typographic apostrophes as one', "can't connect", 'I can’t connect to the base', true],
    ['takes the apostrophe of a phone in a keyword', 'can’t', "I can't", true],
    ['takes all dashes as one', 'wi-fi', 'Wi‑Fi drops, Wi–Fi', true],
    ['takes a minus as a dash', 'wi－fi', 'wi-fi', true],
    ['takes a letter without its accent', 'cafe', 'The café mode', true],
    ['takes a letter with an accent that is not there', 'café', 'The cafe mode', true],
    ['keeps kana apart from those with voice marks', 'カード', 'ガード', false],
  ])('%s', (_, word, text, takes) => expect(found(any(word), text)).toEqual(takes ? [word] : null));

  it('minds the case where the box says so', () => {
    const exact = rules({ any: { words: ['Apple'], exactCase: true } });
    expect(found(exact, 'an apple')).toBeNull();
    expect(found(exact, 'an apple of Ａpple')).toEqual(['Apple']);
  });

  it('minds accents where the box says so', () => {
    const exact = rules({ any: { words: ['résumé'], exactAccents: true } });
    expect(found(exact, 'to resume the song')).toBeNull();
    expect(found(exact, 'my RÉSUMÉ')).toEqual(['résumé']);
    expect(found(exact, 'my re\u0301sume\u0301')).toEqual(['résumé']);
  });

  it('takes the forms of a word where the box says so, under the word', () => {
    const forms = rules({ any: { words: ['battery', 'refund'], wordForms: true } });
    expect(found(forms, 'Batteries died, refunded')).toEqual(['battery', 'refund']);
    expect(found(any('battery', 'refund'), 'Batteries died, refunded')).toBeNull();
    expect(found(rules({ all: { words: ['battery', 'refund'], wordForms: true } }), 'batteries')).toBeNull();
  });

  it('wants every word of one box, one of the other, and none of the third', () => {
    const wanted = rules({
      any: { words: ['电池', '屏幕'] },
      all: { words: ['华为', '手机'] },
      none: { words: ['招聘'] },
    });
    expect(found(wanted, '华为手机的屏幕')).toEqual(['华为', '手机', '屏幕']);
    expect(found(wanted, '华为手机')).toBeNull();
    expect(found(wanted, '手机的屏幕')).toBeNull();
    expect(found(wanted, '华为手机屏幕部门招聘')).toBeNull();
  });

  it('narrows by language and source', () => {
    const wanted = rules({ any: { words: ['app'] }, languages: ['en', 'ja'], sources: [3] });
    expect(found(wanted, 'app', { language: 'en', sourceId: 3 })).toEqual(['app']);
    expect(found(wanted, 'app', { language: 'zh', sourceId: 3 })).toBeNull();
    expect(found(wanted, 'app', { language: 'en', sourceId: 4 })).toBeNull();
  });

  it('tells where a word stands in the original', () => {
    const text = '我的 Ｉｐｈｏｎｅ和臺灣㍿';
    const [match] = new MonitorMatcher([{ id: 1, rules: any('iphone', '台湾') }]).match(comment(text));
    expect(match?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Ｉｐｈｏｎｅ', '臺灣']);
  });

  it.each([
    [{}, 'at least one keyword'],
    [{ none: { words: ['x1'] } }, 'at least one keyword'],
    [{ any: { words: Array.from({ length: 201 }, (_, index) => `w${index}`) } }, 'at most 200'],
    [{ any: { words: ['x'.repeat(101)] } }, 'at most 100 characters'],
    [{ any: { words: ['a*b'] } }, 'end of a word only'],
  ])('has rules with limits: %#', (part, message) =>
    expect(monitorRulesSchema.safeParse(part).error?.issues[0]?.message).toContain(message),
  );

  it('agrees with a matcher that looks for each keyword by itself, over many made-up rules and texts', () => {
    const random = generator(20260503);
    let taken = 0;
    for (let round = 0; round < 60; round++) {
      const monitors: MatchedMonitor[] = Array.from({ length: 1 + random(12) }, (_, id) => ({
        id,
        rules: randomRules(random),
      }));
      const matcher = new MonitorMatcher(monitors);
      for (let index = 0; index < 40; index++) {
        const made = comment(randomText(random), { language: ['zh', 'en'][random(2)], sourceId: random(3) });
        const got = matcher.match(made).map(({ monitorId, spans }) => [monitorId, wordsOf(spans).sort()]);
        const wanted = monitors.flatMap(({ id, rules: own }) =>
          naiveWords(own, made) ? [[id, naiveWords(own, made)]] : [],
        );
        expect({ text: made.text, got: got.sort() }).toEqual({ text: made.text, got: wanted.sort() });
        taken += got.length;
      }
    }
    expect(taken).toBeGreaterThan(500);
  });
});

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  'a',
  'B',
  'ab',
  'ａ',
  'ba',
  '电',
  '電',
  '池',
  '臺',
  '台',
  'ｶ',
  'ﾞ',
  'ガ',
  '1',
  '12',
  ' ',
  '  ',
  '\n',
  '-',
  '+',
  '😀',
  'é',
  '\u200b',
  'ſ',
  '한',
];
const randomText = (random: (below: number) => number) =>
  Array.from({ length: random(14) }, () => PIECES[random(PIECES.length)]).join('');

function randomRules(random: (below: number) => number): MonitorRules {
  for (;;) {
    const words = (most: number) =>
      Array.from(
        { length: random(most) },
        () =>
          Array.from({ length: 1 + random(3) }, () => PIECES[random(PIECES.length)]).join('') + (random(5) ? '' : '*'),
      );
    const box = (most: number) => ({ words: words(most), exactCase: random(4) === 0 });
    const read = monitorRulesSchema.safeParse({
      any: box(4),
      all: box(3),
      none: box(2),
      languages: random(4) ? [] : ['zh'],
      sources: random(4) ? [] : [1],
    });
    if (read.success) return read.data;
  }
}

/** The rules as they are told to people, in the plainest way: a regular expression for each keyword. */
function naiveWords(
  { any: some, all, none, languages, sources }: MonitorRules,
  { text, language, sourceId }: MatchedComment,
): string[] | null {
  const spaced = '[\\p{L}\\p{N}\\p{M}_]';
  const unspaced = '[\\p{Script=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{Script=Hangul}]';
  const letter = new RegExp(`^(?!${unspaced})${spaced}$`, 'u');
  const contains = (word: string, keepCase: boolean): boolean => {
    const keyword = readKeyword(word);
    if (typeof keyword === 'string') throw new Error(keyword);
    return spellings(keyword, { keepCase }).some((spelling) => stands(spelling, keepCase));
  };
  const stands = (keyword: Term, keepCase: boolean): boolean => {
    const [pattern, whole] = [foldText(keyword.text, { keepCase }).trim(), foldText(text, { keepCase })];
    for (let at = whole.indexOf(pattern); at >= 0; at = whole.indexOf(pattern, at + 1)) {
      const [before, first, last, after] = [
        whole[at - 1] ?? '',
        pattern[0] ?? '',
        pattern.at(-1) ?? '',
        whole[at + pattern.length] ?? '',
      ];
      const goesOn = (left: string, right: string) => letter.test(left) && letter.test(right);
      if (!goesOn(before, first) && (keyword.prefix || !goesOn(last, after))) return true;
    }
    return false;
  };
  const foundIn = (box: { words: readonly string[]; exactCase: boolean }) =>
    [...new Set(box.words)].filter((word) => contains(word, box.exactCase));
  const [inSome, inAll] = [foundIn(some), foundIn(all)];
  if (some.words.length && !inSome.length) return null;
  if (inAll.length < new Set(all.words).size || foundIn(none).length) return null;
  if (
    (languages.length && !languages.some((wanted) => wanted === language)) ||
    (sources.length && !sources.includes(sourceId))
  )
    return null;
  return [...new Set([...inSome, ...inAll])].sort();
}
