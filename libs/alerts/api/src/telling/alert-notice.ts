import type { AlertComment, AlertLanguage, AlertMeasure, Reading } from '@moodline/alerts/contract';
import type { Fact, FactScope } from '@moodline/narration/contract';
import { sentences } from '@moodline/narration/api';
import type { Notice } from '@moodline/notify/contract';
import { Temporal } from 'temporal-polyfill';
import type { Ending } from '../detection/ending';
import { ALERT_WORDS } from './words';

const LOCALES: Readonly<Record<AlertLanguage, string>> = { zh: 'zh-CN', en: 'en-GB', ja: 'ja-JP' };
const HOUR_MS = 3_600_000;
const MINUS = '−';

/** What is told of an alert. */
export interface AlertFacts {
  readonly language: AlertLanguage;
  readonly timeZone: string;
  readonly measure: AlertMeasure;
  readonly rule: string;
  readonly windowHours: number;
  /** What is watched, in names; empty for everything. */
  readonly what: {
    readonly monitor: string | null;
    readonly tag?: string | null;
    readonly sources: readonly string[];
    readonly languages: readonly string[];
  };
  readonly since: Date;
  readonly reading: Reading;
  readonly url: string;
  /** What it is about most, and whether nobody talked about it before. */
  readonly theme: string | null;
  readonly isNew: boolean;
}

/** The message of an alert that fired: what, how big, since when, which theme, and the comments that weigh most. */
export function firedNotice(facts: AlertFacts, comments: readonly AlertComment[]): Notice {
  const { language, measure, reading, timeZone, since, theme, isNew } = facts;
  const words = ALERT_WORDS[language];
  const values = shownValues(facts);
  const told = moodSentence(facts);
  return {
    ...{ language, tone: 'bad' },
    title: titleOf(facts),
    paragraphs: [
      ...(told ? [told] : []),
      ...(measure === 'ending' ? [] : [isNew ? words.newTheme : words.usual[measure](values)]),
      words.since(timeOf(since, timeZone, language)),
    ],
    facts: [
      ...(theme ? [{ name: words.names.theme, value: theme }] : []),
      { name: words.names.comments, value: numbers(language).format(reading.n) },
      { name: words.names.window, value: words.hours(String(reading.hours ?? facts.windowHours)) },
      { name: words.names.rule, value: facts.rule },
    ],
    quotes: comments.map(({ text, source, engagement, permalink }) => ({
      text,
      by: engagement ? `${source} · ${words.engagement(numbers(language).format(engagement))}` : source,
      url: permalink,
    })),
    link: { words: words.link, url: facts.url },
  };
}

/** The message about keys and quotas: which, and when each ends. */
export function endingNotice(facts: AlertFacts, endings: readonly Ending[]): Notice {
  const { language, timeZone } = facts;
  const words = ALERT_WORDS[language];
  const count = (number: number) => numbers(language).format(number);
  const sentence = (ending: Ending) => {
    if (ending.kind === 'key') return words.key(ending.name, timeOf(ending.at, timeZone, language));
    if (ending.kind === 'refused') return words.refused(ending.name);
    const { name, used, of, resetsAt } = ending;
    return words.quota({ name, used: count(used), of: count(of), until: timeOf(resetsAt, timeZone, language) });
  };
  return {
    ...{ language, tone: 'bad', title: titleOf(facts), quotes: [] },
    paragraphs: endings.slice(0, 20).map(sentence),
    facts: [{ name: words.names.rule, value: facts.rule }],
    link: { words: words.link, url: facts.url },
  };
}

/** The one message that says that it is over. */
export function overNotice(facts: AlertFacts, overAt: Date): Notice {
  const { language, timeZone, since } = facts;
  const words = ALERT_WORDS[language];
  const values = shownValues(facts);
  const from = timeOf(since, timeZone, language);
  const to = timeOf(overAt, timeZone, language);
  return {
    ...{ language, tone: 'good', quotes: [] },
    title: words.over(titleOf(facts)),
    paragraphs: [
      facts.measure === 'ending'
        ? words.endingOver
        : words.lasted({ from, to, peak: values.value, usual: values.usual }),
    ],
    facts: [{ name: words.names.rule, value: facts.rule }],
    link: { words: words.link, url: facts.url },
  };
}

const titleOf = (facts: AlertFacts): string =>
  ALERT_WORDS[facts.language].title[facts.measure]({
    ...{ what: whatOf(facts), ...shownValues(facts) },
    theme: facts.theme ?? '',
  });

/** Net mood or share as the sentence that summaries and answers have for it, too. A volume has its own. */
function moodSentence(facts: AlertFacts): string | null {
  const { measure, reading, language, windowHours, timeZone } = facts;
  if (measure !== 'negative-share' && measure !== 'net-mood') return null;
  const end = Date.parse(reading.at);
  const common = {
    id: 'F1',
    n: reading.n,
    value: Math.round(reading.value),
    period: { from: instant(end - (reading.hours ?? windowHours) * HOUR_MS, timeZone), to: instant(end, timeZone) },
    scope: scopeOf(facts),
    direction: null,
    citations: { commentIds: [], filter: null },
  };
  const fact: Fact =
    measure === 'net-mood'
      ? { ...common, kind: 'net', unit: 'points' }
      : {
          ...common,
          ...{ kind: 'share', unit: 'percent', label: 'negative' },
          count: Math.round((reading.value * reading.n) / 100),
        };
  return sentences([fact], language, 0)[0]?.text ?? null;
}

function scopeOf({ what }: AlertFacts): FactScope {
  return {
    sources: [...what.sources],
    monitors: what.monitor === null ? [] : [what.monitor],
    ...(what.tag && { tag: what.tag }),
    languages: what.languages as FactScope['languages'],
    ...{ labels: [], stars: [], topic: null, theme: null },
  };
}

/** The names of monitor and tag. */
const named = ({ monitor, tag = null }: AlertFacts['what']) => [monitor, tag].filter((name) => name !== null);

/** The monitor and the tag, else the sources, else everything. */
function whatOf({ what, language }: AlertFacts): string {
  const names = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  if (named(what).length) return named(what).join(' · ');
  return what.sources.length ? names.format(what.sources) : ALERT_WORDS[language].everything;
}

function shownValues({ measure, reading, language }: AlertFacts): { value: string; usual: string } {
  const shown = (value: number) => {
    const rounded = Math.round(value);
    if (measure === 'negative-share' || measure === 'themes') return `${rounded} %`;
    if (measure === 'stars') return numbers(language, 1).format(value);
    if (measure !== 'net-mood') return numbers(language).format(rounded);
    return rounded > 0 ? `+${rounded}` : rounded < 0 ? `${MINUS}${-rounded}` : '0';
  };
  return { value: shown(reading.value), usual: shown(reading.usual) };
}

const numbers = (language: AlertLanguage, digits = 0) =>
  new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });

const timeOf = (time: Date, timeZone: string, language: AlertLanguage) =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...{ timeZone, month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(time);

/** An instant with the offset of the zone, so that its clock can be read. */
const instant = (milliseconds: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ timeZone, smallestUnit: 'second' });
