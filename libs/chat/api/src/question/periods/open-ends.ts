import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from '../question-language';
import type { Now } from './calendar';
import type { FoundPeriod } from './found-period';

/** Words before and behind a period that open one of its ends. */
interface Opening {
  readonly before?: RegExp;
  readonly behind?: RegExp;
}

/** `since` lets a period last until today, `after` begin with the day behind it; `until` and `before` let it begin with the data. */
const OPENINGS: Readonly<Record<QuestionLanguage, Readonly<Record<'since' | 'after' | 'until' | 'before', Opening>>>> =
  {
    en: {
      since: {
        before: /\b(?:since|starting|starting from|as of)\s+(?:the\s+)?$/iu,
        behind: /^\s*(?:onwards?|and later|until now|till now|to date|until today)\b/iu,
      },
      after: {
        before:
          /\bafter\s+(?:(?:the|our|that|your)\s+[\p{L}’'-]+\s+(?:[\p{L}’'-]+\s+)?(?:of|on|from)\s+)?(?:the\s+)?$/iu,
      },
      until: { before: /\b(?:until|till|up to|through)\s+(?:the\s+)?$/iu },
      before: { before: /\bbefore\s+(?:the\s+)?$/iu },
    },
    zh: {
      since: { before: /(?:自从?|从)\s*$/u, behind: /^\s*(?:以来|至今|到现在|到今天|起|开始)/u },
      after: { behind: /^\s*(?:之后|以后|过后|后(?!来|续|悔))/u },
      until: { before: /(?:截至|截止到?|到|直到)\s*$/u, behind: /^\s*为止/u },
      before: { behind: /^\s*(?:之前|以前|前(?!后))/u },
    },
    ja: {
      since: { behind: /^\s*(?:あたり|頃|ごろ|ころ|くらい|ぐらい)?(?:から(?!.{0,12}まで)|以降|以来)/u },
      after: { behind: /^\s*(?:より後|の後|のあと)/u },
      until: { behind: /^\s*まで/u },
      before: { behind: /^\s*(?:以前|より前|の前)/u },
    },
  };
/** "The days from 16 October on", 16号开始的那几天. */
const SOME_DAYS: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: /^\s*and the (?:following|next|few) days\b/iu,
  zh: /^\s*(?:开始|起|以后|之后|后)?的?(?:那|这|头)?几天/u,
  ja: /^\s*(?:から|以降)の?数日/u,
};
const A_FEW = 5;

/** "The trend from mid-October" goes on until now; "comments from October" does not. */
const FROM_ON =
  /\btrend|\bmoved\b|\bdevelop|\b(?:week|day|month)[- ]by[- ]|\b(?:per|each|every) (?:day|week|month)\b|\bweekly\b|\bdaily\b|\bup to now\b/iu;

/** A range goes on with its other end. */
const GOES_ON = /^\s*(?:to|until|till|through|-|–|~|～|〜|到|至|and)\s*\S*\d/iu;

/** What opens an end of a period: words that are read with it. */
export function openingOf(
  period: FoundPeriod,
  text: string,
  language: QuestionLanguage,
): keyof (typeof OPENINGS)['en'] | null {
  // "after our post on 10 November": the preposition is read with the date.
  const led = /^(?:on|of)\s/iu.exec(text.slice(period.start))?.[0] ?? '';
  const before = text.slice(0, period.start) + led;
  const behind = text.slice(period.end);
  if (period.closed || GOES_ON.test(behind)) return null;
  for (const kind of ['since', 'after', 'until', 'before'] as const) {
    const opening = OPENINGS[language][kind];
    if (opening.before?.test(before) || opening.behind?.test(behind)) return kind;
    if (kind === 'since' && language === 'en' && /\bfrom (?:the )?$/iu.test(before) && FROM_ON.test(text)) return kind;
  }
  return null;
}

/** The period with the end that the words around it open. */
export function withOpenEnd(
  period: FoundPeriod,
  text: string,
  { language, now }: { language: QuestionLanguage; now: Now },
): FoundPeriod {
  const { clock, ...days } = period;
  const begun = Temporal.PlainDate.compare(period.from, now.today) <= 0;
  const few = SOME_DAYS[language].exec(text.slice(period.end));
  if (few && period.from.equals(period.to)) {
    const to = period.from.add({ days: A_FEW - 1 });
    return { ...days, to: Temporal.PlainDate.compare(to, now.today) > 0 ? now.today : to };
  }
  switch (openingOf(period, text, language)) {
    case 'since':
      if (!begun) return period;
      return { ...days, to: now.today, ...(clock ? { clock: { from: clock.from, to: now.moment } } : {}) };
    case 'after':
      // 11月5日之后 takes the day in, 国庆之后 not the whole holiday.
      if (language !== 'en' && period.from.equals(period.to) && begun) return { ...days, to: now.today };
      return Temporal.PlainDate.compare(period.to, now.today) < 0
        ? { ...days, from: period.to.add({ days: 1 }), to: now.today }
        : period;
    case 'until':
      return Temporal.PlainDate.compare(now.first, period.to) <= 0 ? { ...days, from: now.first } : period;
    case 'before':
      // Where no comment is as old, the day before stands for the time before: nothing of the period itself was asked for.
      return {
        ...days,
        from: Temporal.PlainDate.compare(now.first, period.from) < 0 ? now.first : period.from.subtract({ days: 1 }),
        to: period.from.subtract({ days: 1 }),
      };
    case null:
      return period;
  }
}
