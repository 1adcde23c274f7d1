import { datesIn, numbersIn, type Quantity } from './numbers';
import type { Direction } from './directions';

/** A fact as a model reads it: `F1 | net mood | 2026-05-03..2026-05-09 | -11 | down from +32 | n=412`. */
export interface FactLine {
  readonly id: string;
  readonly line: string;
}

/** What a sentence is checked against. */
export interface ReadFact {
  readonly id: string;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly string[];
  readonly direction: Direction | null;
  /** The number before and after, where the fact tells a change. */
  readonly change: { readonly before: Quantity; readonly now: Quantity } | null;
  /** Which way the mood went: a net mood that is up is better, a negative share that is up is worse. */
  readonly turn: 'better' | 'worse' | null;
  readonly mentions: { readonly positive: boolean; readonly negative: boolean };
  /** Names and quotes in it, lower case. */
  readonly texts: readonly string[];
}

const DIRECTIONS: readonly [RegExp, Direction][] = [
  [/\bup from\b|\brising\b/, 'up'],
  [/\bdown from\b|\bfalling\b/, 'down'],
  [/\bunchanged from\b/, 'same'],
];
/** Fields that say what kind of fact it is; everything else that has letters is a name or a quote. */
const KEYWORDS =
  /^(?:F\d+|net mood|(?:negative|positive|neutral) share|comments?|(?:rising|falling) theme|theme|complaint|praise|source|quote|peak day|period|net .*|n=.*|\d.*|[+-]\d.*|(?:up|down|unchanged) from .*|#\d+)$/;

/** A direction in the words of a fact line. */
export function directionWords(now: number, before: number, shown: (value: number) => string): string {
  if (now === before) return `unchanged from ${shown(before)}`;
  return `${now > before ? 'up' : 'down'} from ${shown(before)}`;
}

/** Names and quotes are hostile: nothing in them may look like another field, another fact or a citation. */
export function factText(text: string, longest = 80): string {
  const plain = text
    .normalize('NFC')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/<\|[^|]*\|?>?/g, ' ')
    .replace(/["“”„«»]/g, "'")
    .replace(/[|[\]<>\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  return characters.length <= longest
    ? plain
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trim()}…`;
}

export function readFact({ id, line }: FactLine): ReadFact {
  const fields = line.split(' | ').map((field) => field.trim());
  const told = fields.slice(1).filter((field) => !/^#\d+$/.test(field));
  const body = told.join(' | ');
  const numbers = told.filter((field) => KEYWORDS.test(field) || /^\d{4}-/.test(field)).join(' | ');
  const direction = DIRECTIONS.find(([pattern]) => pattern.test(numbers))?.[1] ?? null;
  return {
    id,
    quantities: numbersIn(body),
    dates: datesIn(body),
    direction,
    change: changeOf(told),
    turn: turnOf(fields[1] ?? '', direction),
    mentions: { positive: /positive|praise/.test(numbers), negative: /negative|complaint/.test(numbers) },
    texts: told.filter((field) => !KEYWORDS.test(field)).map((field) => field.replace(/^"|"$/g, '').toLowerCase()),
  };
}

function changeOf(fields: readonly string[]): ReadFact['change'] {
  const position = fields.findIndex((field) => /^(?:up|down|unchanged) from /.test(field));
  const [now] = numbersIn(fields[position - 1] ?? '');
  const [before] = numbersIn(fields[position] ?? '');
  return position > 0 && now && before ? { now, before } : null;
}

function turnOf(metric: string, direction: Direction | null): ReadFact['turn'] {
  if (direction !== 'up' && direction !== 'down') return null;
  if (/^(?:net mood|positive share|source)/.test(metric)) return direction === 'up' ? 'better' : 'worse';
  return /^negative share/.test(metric) ? (direction === 'up' ? 'worse' : 'better') : null;
}
