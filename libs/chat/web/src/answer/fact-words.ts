import type { Fact } from '@moodline/chat/contract';
import { Formats, noon } from '@moodline/shared/i18n';
import type { LocaleStore } from '@moodline/shared/ui';

/** What it takes to say a fact in the language of the interface. */
export type FactLocale = Pick<LocaleStore, 'language' | 'translate'>;

/** A fact for people. A comment's own words stand apart: they are quoted, and `words` name the comment. */
export interface FactWords {
  readonly quote: string | null;
  readonly words: string;
}

/** What turns one field into words. */
interface Wording {
  readonly locale: FactLocale;
  /** Days of the calendar have no zone: they are written in the one in which {@link noon} is noon. */
  readonly formats: Formats;
}

/** Kinds that say in words what their first value is. */
const VALUES: Readonly<Record<string, string>> = {
  'net mood': 'netMood',
  'negative share': 'negativeShare',
  'positive share': 'positiveShare',
  comments: 'volume',
  'peak day': 'peakDay',
  'data end': 'dataEnd',
};
const THEMES: Readonly<Record<string, string>> = { theme: 'theme', 'rising theme': 'risingTheme' };

const QUOTE = /^quote \| #(\d+) \| "(.*)"$/s;
const DAYS = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/;

/** How a field that stands for itself is read. */
const FIELDS: readonly [RegExp, (match: RegExpExecArray, wording: Wording) => string][] = [
  [DAYS, ([, day = ''], { formats }) => formats.days(noon(day), noon(day))],
  [/^[+-]?\d+%?$/, ([value], wording) => numberWords(value, wording)],
  [
    /^net ([+-]?\d+)$/,
    ([, net = ''], wording) => `${wording.locale.translate('chat.fact.net')} ${numberWords(net, wording)}`,
  ],
  [
    /^(\d+) comments?$/,
    ([, n = ''], { locale, formats }) =>
      locale.translate(n === '1' ? 'chat.fact.oneComment' : 'chat.fact.comments', { n: formats.number(Number(n)) }),
  ],
  [
    /^(\d+%) (positive|negative)$/,
    ([, share = '', mood], wording) =>
      wording.locale.translate(`chat.fact.${mood}`, { share: numberWords(share, wording) }),
  ],
];
/** How a field is read that belongs to the one before it. */
const SUFFIXES: readonly [RegExp, (match: RegExpExecArray, wording: Wording) => string][] = [
  [
    /^(up|down|unchanged) from ([+-]?\d+%?)$/,
    ([, way, before = ''], wording) =>
      wording.locale.translate(`chat.fact.${way}`, { before: numberWords(before, wording) }),
  ],
  [/^n=(\d+)$/, ([, n], { locale, formats }) => locale.translate('chat.fact.basis', { n: formats.number(Number(n)) })],
];

/**
 * Says the line of a fact as people read it: `F1 | net mood | 2026-05-03..2026-05-09 | -11 | down from +32 | n=412` is
 * net mood −11, down from +32 · n = 412 · 3–9 May. Fields of another form stay as they are.
 */
export function factWords({ id, line }: Fact, locale: FactLocale): FactWords {
  const body = line.startsWith(`${id} | `) ? line.slice(id.length + 3) : line;
  const [, comment, quote] = QUOTE.exec(body) ?? [];
  if (comment && quote) return { quote: `“${quote}”`, words: locale.translate('chat.fact.comment', { id: comment }) };
  const [kind = '', ...fields] = body.split(' | ').map((field) => field.trim());
  const wording = { locale, formats: new Formats(locale.language(), 'UTC') };
  return { quote: null, words: partsOf(kind, fields, wording).filter(Boolean).join(' · ') };
}

/** Names may come from comments: they stand as they are and are never put through a translation, which would read `{{ }}` in them. */
function partsOf(kind: string, [first = '', ...rest]: string[], wording: Wording): string[] {
  const { locale } = wording;
  if (kind === 'source') return [first, ...toldFields(rest, wording)];
  if (kind === 'topic') return [`“${first}”`, ...toldFields(rest, wording)];
  if (THEMES[kind]) return [`“${first}”`, locale.translate(`chat.fact.${THEMES[kind]}`), ...toldFields(rest, wording)];
  const [value = '', ...others] = toldFields([first, ...rest], wording);
  return VALUES[kind]
    ? [`${locale.translate(`chat.fact.${VALUES[kind]}`)} ${value}`, ...others]
    : [kind, value, ...others];
}

/** Fields in words, in their order, but for the period, which comes last and in one piece. */
function toldFields(fields: readonly string[], wording: Wording): string[] {
  const told: string[] = [];
  const periods: string[] = [];
  for (const field of fields) {
    const [, from, to] = DAYS.exec(field) ?? [];
    const suffix = inWords(field, SUFFIXES, wording);
    if (from && to) periods.push(inOnePiece(wording.formats.days(noon(from), noon(to))));
    else if (suffix !== null) told.push((told.pop() ?? '') + suffix);
    else told.push(inWords(field, FIELDS, wording) ?? field);
  }
  return [...told, ...periods];
}

function inWords(field: string, forms: typeof FIELDS, wording: Wording): string | null {
  for (const [form, words] of forms) {
    const match = form.exec(field);
    if (match) return words(match, wording);
  }
  return null;
}

/** `+32` with the sign of the language, `46%` as a share, any other number as it is counted. */
function numberWords(value: string, { formats }: Wording): string {
  if (value.endsWith('%')) return formats.percent(parseInt(value, 10) / 100);
  return /^[+-]/.test(value) ? formats.signed(Number(value)) : formats.number(Number(value));
}

/** With blanks, wide and thin, at which no line ends; behind a dash one would, but for the word joiner. */
const inOnePiece = (words: string): string =>
  words.replaceAll(' ', '\u00a0').replaceAll('\u2009', '\u202f').replaceAll('–', '–\u2060');
