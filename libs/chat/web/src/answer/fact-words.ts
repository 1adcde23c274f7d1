import type { Fact, FactPeriod } from '@moodline/narration/contract';
import { Formats, noon } from '@moodline/shared/i18n';
import type { LocaleStore } from '@moodline/shared/ui';

/** What it takes to say a fact in the language of the interface. */
export type FactLocale = Pick<LocaleStore, 'language' | 'translate'>;

/** A fact for people. A comment's own words stand apart: they are quoted, and `words` name the comment. */
export interface FactWords {
  readonly quote: string | null;
  readonly words: string;
}

/** A fact in a few words, read from its fields. */
export function factWords(fact: Fact, locale: FactLocale): FactWords {
  if (fact.kind === 'quote')
    return {
      quote: `“${fact.text}”`,
      words: locale.translate('chat.fact.comment', { id: String(fact.commentId) }),
    };
  // Days of the calendar have no zone: they are written in the one in which their noon is noon.
  const formats = new Formats(locale.language(), 'UTC');
  const basis =
    fact.kind === 'coverage' || fact.n === 0 ? '' : locale.translate('chat.fact.basis', { n: formats.number(fact.n) });
  return { quote: null, words: `${told(fact, locale, formats)}${basis}` };
}

function told(fact: Exclude<Fact, { kind: 'quote' }>, locale: FactLocale, formats: Formats): string {
  const name = (key: string): string => locale.translate(`chat.fact.${key}`);
  const measured = (measure: string, value: number): string => numberWords(measure, value, formats);
  switch (fact.kind) {
    case 'count':
      return `${name(fact.label ?? 'volume')} ${formats.number(fact.value)}`;
    case 'average':
      return `${name(fact.label ?? 'volume')} ${locale.translate(`chat.fact.per.${fact.per}`, { value: formats.number(fact.value, 2) })}`;
    case 'share':
      return `${name(`${fact.label}Share`)} ${measured('share', fact.value)}`;
    case 'net':
      return `${name('netMood')} ${measured('net', fact.value)}`;
    case 'change':
      return `${name(fact.measure === 'net' ? 'netMood' : fact.measure === 'share' ? `${fact.label ?? 'negative'}Share` : (fact.label ?? 'volume'))} ${measured(fact.measure, fact.before)} → ${measured(fact.measure, fact.now)} · ${daysOf(fact.compared, formats)}`;
    case 'ranking':
      return `${fact.rank}. ${rowName(fact, formats)} ${measured(fact.measure, fact.value)}`;
    case 'comparison':
      return `${fact.left.name} ${measured(fact.measure, fact.left.value)} · ${fact.right.name} ${measured(fact.measure, fact.right.value)}`;
    case 'theme':
    case 'claim':
      return `${fact.kind === 'theme' ? fact.name : fact.text} ${formats.number(fact.value)}`;
    case 'share-of-change':
      return `${fact.name ?? name('unexplained')} ${measured('net', fact.value)}`;
    case 'turning-point':
      return `${dayWords(fact.at, formats)}: ${measured('net', fact.before)} → ${measured('net', fact.now)}`;
    case 'event':
      return `${fact.name} (${dayWords(fact.at, formats)}): ${measured('net', fact.before)} → ${measured('net', fact.now)}`;
    case 'peak':
      return `${name('peakDay')} ${dayWords(fact.at, formats)}: ${formats.number(fact.value)}`;
    case 'coverage':
      return name('coverage');
  }
}

/** Days, days of the week (1 January 2024 was a Monday) and hours as the language of the interface names them, other things by their name. */
function rowName({ by, name }: Extract<Fact, { kind: 'ranking' }>, formats: Formats): string {
  if (by === 'weekday') return formats.weekday(noon(`2024-01-0${name}`));
  if (by === 'hour') return `${name.padStart(2, '0')}:00`;
  return by === 'day' || by === 'week' || by === 'month' ? formats.days(noon(name), noon(name)) : name;
}

/** A number of a measure: with its sign, in percent, or as it is counted. */
function numberWords(measure: string, value: number, formats: Formats): string {
  if (measure === 'share') return formats.percent(value / 100);
  if (measure === 'average') return formats.number(value, 2);
  return measure === 'count' ? formats.number(value) : formats.signed(value);
}

const dayWords = (moment: string, formats: Formats): string =>
  formats.days(noon(moment.slice(0, 10)), noon(moment.slice(0, 10)));

/** The days of a period, or its days with clock times. */
export function daysOf({ from, to }: FactPeriod, formats: Formats): string {
  const days = formats.days(noon(from.slice(0, 10)), noon(to.slice(0, 10)));
  return from.includes('T') ? `${days} ${from.slice(11, 16)}–${to.slice(11, 16)}` : days;
}
