import type { FactOf, FactPeriod, FactScope, Measure } from '@moodline/narration/contract';
import type { CommentKind, Emotion, Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import type { Counted } from '../forms';
import { isOneDay, isRightBefore, isSameMonth, isWholeMonth, type Formats, isOverYears } from '../formats';

export const LANGUAGE_NAMES: Record<Language, string> = { zh: 'Chinese', en: 'English', ja: 'Japanese', und: 'other' };

const KIND_NAMES: Record<CommentKind, string> = {
  opinion: 'opinions',
  question: 'questions',
  wish: 'wishes',
  news: 'news',
  ad: 'advertisements',
};

const EMOTION_NAMES: Record<Emotion, string> = {
  joy: 'joyful',
  anger: 'angry',
  sadness: 'sad',
  fear: 'anxious',
  surprise: 'surprised',
  none: 'unemotional',
};

export const comments = (n: number, f: Formats, kind = ''): string =>
  `${f.number(n)} ${kind}${kind ? ' ' : ''}${n === 1 ? 'comment' : 'comments'}`;

export const were = (n: number): string => (n === 1 ? 'was' : 'were');

/** A number of a measure as it stands alone. */
export function shown(measure: Measure, value: number, f: Formats): string {
  if (measure === 'share') return f.percent(value);
  if (measure === 'average') return `${f.number(value)} a day`;
  return measure === 'count' ? f.number(value) : f.signed(value);
}

/** What a measure is called in the middle of a sentence. */
export function measureName(measure: Measure, label: Label | null): string {
  if (measure === 'net') return 'net mood';
  if (measure === 'weight') return 'the effect on net mood';
  if (measure === 'share') return `the ${label ?? 'labelled'} share`;
  if (measure === 'average') return `the average number of ${label ? `${label} ` : ''}comments`;
  return label ? `the number of ${label} comments` : 'the number of comments';
}

export function when(period: FactPeriod, f: Formats): string {
  if (isOneDay(period)) return `on ${f.day(period.from)}`;
  if (isWholeMonth(period)) return `in ${f.month(period.from)}`;
  // "From 1 to 15 November"
  const dated = isOverYears(period);
  const from = isSameMonth(period) ? String(Number(period.from.slice(8))) : f.day(period.from, dated);
  return `from ${from} to ${f.day(period.to, dated)}`;
}

/** What a change is compared with, as a noun: "the period before" or its days. */
export const comparedWith = ({ compared, period }: FactOf<'change'>, f: Formats): string =>
  isRightBefore(compared, period)
    ? 'the period before'
    : isOneDay(compared)
      ? f.day(compared.from)
      : isWholeMonth(compared)
        ? f.month(compared.from)
        : `${f.day(compared.from)} to ${f.day(compared.to)}`;

/** The same as a time: "in the period before", "on 2 November". */
export const against = (fact: FactOf<'change'>, f: Formats): string =>
  isRightBefore(fact.compared, fact.period) ? `in ${comparedWith(fact, f)}` : when(fact.compared, f);

/** "Chinese", " about “battery” on Forum" */
export function counted(scope: FactScope, f: Formats): Counted {
  const {
    sources,
    monitors,
    languages,
    labels,
    stars,
    topic,
    theme,
    tag,
    versions = [],
    kinds: sorts = [],
    emotions = [],
  } = scope;
  const tagged = tag ? ` tagged “${tag}”` : '';
  const about = (topic ? ` about “${topic}”` : theme ? ` about ${theme}` : '') + tagged;
  const rated = stars.length
    ? ` with ${stars.map(f.number).join(' or ')} ${stars.at(-1) === 1 ? 'star' : 'stars'}`
    : '';
  const ofVersion = versions.length ? ` about ${versions.length > 1 ? 'versions' : 'version'} ${f.list(versions)}` : '';
  const ofKind = sorts.length ? ` that are ${f.list(sorts.map((one) => KIND_NAMES[one]))}` : '';
  const watched = monitors.length ? ` for ${f.list(monitors)}` : '';
  const on = sources.length ? ` on ${f.list(sources)}` : '';
  const kinds = [
    ...(emotions.length ? [f.list(emotions.map((one) => EMOTION_NAMES[one]))] : []),
    ...(labels.length ? [f.list(labels)] : []),
    ...(languages.length ? [f.list(languages.map((code) => LANGUAGE_NAMES[code]))] : []),
  ];
  return { place: `${watched}${on}`, kind: kinds.join(' '), about: `${ofKind}${about}${ofVersion}${rated}` };
}

export function where(scope: FactScope, f: Formats): string {
  const { place, kind, about } = counted(scope, f);
  return kind || about ? `in ${[kind, 'comments'].filter(Boolean).join(' ')}${about}${place}` : place.trim();
}

/** "From 20:00 to 21:00" as the name of that hour of every day. */
const hourName = (hour: string): string =>
  `${hour.padStart(2, '0')}:00–${String((Number(hour) + 1) % 24).padStart(2, '0')}:00`;

/** What stands in an order: days, weeks and months by their dates, other things by their name. */
export function rowName({ by, name }: FactOf<'ranking'>, f: Formats): string {
  if (by === 'weekday') return f.weekday(Number(name));
  if (by === 'hour') return hourName(name);
  if (by === 'day') return f.day(name);
  if (by === 'week') return `the week from ${f.day(name)}`;
  return by === 'month' ? f.month(name) : name;
}
