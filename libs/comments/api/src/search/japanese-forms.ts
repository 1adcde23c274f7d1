import { foldText } from '../monitors/text-folding';

/**
 * Forms of Japanese verbs and adjectives that are typed as a dictionary has them, with a Chinese character before the ending: the ones
 * that comments use (past, -te, negative, polite, conditional, passive, potential). By the school grammar of the language; endings are
 * so long that they are no part of other words (`切る` is not found in 大切に). A word written in kana alone tells too little of itself.
 */
export function japaneseForms(written: string): string[] {
  const all = [written, ...swapped(written)];
  return [
    ...new Set(all.flatMap((word) => [word, ...formsOf(word)]).flatMap((form) => [form, ...swapped(form)])),
  ].filter((form) => form !== written);
}

/** Words that are written with a Chinese character and without, by their beginning. */
const WRITTEN_TWICE: readonly (readonly [character: string, kana: string])[] = [
  ['出来', 'でき'],
  ['下さ', 'くださ'],
  ['分か', 'わか'],
  ['欲し', 'ほし'],
  ['繋が', 'つなが'],
  ['綺麗', 'きれい'],
  ['可愛', 'かわい'],
  ['嬉し', 'うれし'],
  ['酷い', 'ひどい'],
  ['酷く', 'ひどく'],
  ['酷か', 'ひどか'],
  ['凄い', 'すごい'],
  ['凄く', 'すごく'],
];

const PAIRS = WRITTEN_TWICE.map((pair) => pair.map((spelling) => foldText(spelling)) as [string, string]);

function swapped(word: string): string[] {
  // Alone, the beginning of a word is too short to tell one.
  if (word.length < 3 && !/[いく]$/u.test(word) && word !== foldText('綺麗')) return [];
  for (const pair of PAIRS)
    for (const [from, to] of [pair, [pair[1], pair[0]] as const])
      if (word.startsWith(from)) return [to + word.slice(from.length)];
  return [];
}

/** Rows of the table of kana, by the last sign of a verb: a, i, e, and what stands before the past. */
const ROWS: Readonly<Record<string, readonly [a: string, i: string, e: string, past: string, te: string]>> = {
  う: ['わ', 'い', 'え', 'った', 'って'],
  く: ['か', 'き', 'け', 'いた', 'いて'],
  ぐ: ['が', 'ぎ', 'げ', 'いだ', 'いで'],
  す: ['さ', 'し', 'せ', 'した', 'して'],
  つ: ['た', 'ち', 'て', 'った', 'って'],
  ぬ: ['な', 'に', 'ね', 'んだ', 'んで'],
  ぶ: ['ば', 'び', 'べ', 'んだ', 'んで'],
  む: ['ま', 'み', 'め', 'んだ', 'んで'],
  る: ['ら', 'り', 'れ', 'った', 'って'],
};
const DICTIONARY_FORM = /^(.*\p{Script=Han}[\u3041-\u3096]{0,3})([うくぐすつぬぶむるい])$/u;
const ADJECTIVE = ['く', 'かった', 'ければ', 'すぎ', '過ぎ'];
const WEAK = ['た', 'て', 'ない', 'なか', 'なく', 'ます', 'まし', 'ませ', 'られ', 'れば', 'ず'];
const SURU = ['した', 'して', 'しない', 'しなか', 'します', 'しまし', 'しませ', 'され', 'すれば', 'せず'];
/** Before the る of a verb whose stem does not change. */
const WEAK_STEM = /(?:[いきぎしじちにひびぴみりえけげせぜてでねへべぺめれ]|^(?:見|见|出|着|寝|得|似|煮|来|出来))$/u;

function formsOf(word: string): string[] {
  const [, stem = '', last = ''] = DICTIONARY_FORM.exec(word) ?? [];
  const row = ROWS[last];
  if (!stem) return [];
  if (last === 'い') return ADJECTIVE.map((ending) => stem + ending);
  if (!row) return [];
  if (last === 'る' && /\p{Script=Han}す$/u.test(stem)) return SURU.map((ending) => stem.slice(0, -1) + ending);
  if (last === 'る' && WEAK_STEM.test(stem)) return WEAK.map((ending) => stem + ending);
  const [a, i, e, past, te] =
    /(?:^|\P{Script=Han})行$/u.test(stem) && last === 'く' ? [...row.slice(0, 3), 'った', 'って'] : row;
  const endings = [
    past,
    te,
    `${a}ない`,
    `${a}なか`,
    `${a}なく`,
    `${a}れ`,
    `${i}ます`,
    `${i}まし`,
    `${i}ませ`,
    `${e}ば`,
    `${e}る`,
    `${e}な`,
  ];
  return endings.map((ending) => stem + ending);
}
