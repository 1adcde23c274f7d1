import type { CommentFilter } from '@moodline/comments/contract';
import { Formats, noon } from '@moodline/shared/i18n';
import type { LocaleStore } from '@moodline/shared/ui';

import { starSigns } from '../comment-row/star-signs';

const isDay = (moment: string) => /^\d{4}-\d{2}-\d{2}$/.test(moment);

interface KnownNames {
  readonly sources: readonly { id: number; name: string }[];
  readonly monitors: readonly { id: number; name: string }[];
}

/** The filter in words, one part a field, for people who see only what it let through. */
export function describeFilter(
  filter: CommentFilter,
  locale: LocaleStore,
  { sources, monitors }: KnownNames,
): string[] {
  const { source, label, emotion, kind, language, stars, recommended, version } = filter;
  const { leftOut, unique, q } = filter;
  const monitor = monitors.find(({ id }) => id === filter.monitor);
  const sourceName = (given: string) =>
    sources.find(({ id, name }) => String(id) === given || name === given)?.name ?? given;
  const list = (values: readonly string[] | undefined, name: (value: string) => string) =>
    values?.length ? [values.map(name).join(locale.language() === 'en' ? ', ' : '、')] : [];
  return [
    ...describePeriod(filter, locale),
    ...(monitor ? [monitor.name] : []),
    ...list(source, sourceName),
    ...list(label, (value) => locale.translate(`filter.label.${value}`)),
    ...list(emotion, (value) => locale.translate(`filter.emotion.${value}`)),
    ...list(kind, (value) => locale.translate(`filter.kind.${value}`)),
    ...list(language, (value) => locale.translate(`filter.language.${value}`)),
    ...list(stars?.map(String), (value) => starSigns(Number(value))),
    ...(recommended ? [locale.translate(`comments.row.recommended.${recommended === 'yes'}`)] : []),
    ...list(version, (value) => locale.translate('filter.version.one', { version: value })),
    ...(leftOut ? [locale.translate(`filter.leftOut.${leftOut}`)] : []),
    ...(unique ? [locale.translate('filter.unique.title')] : []),
    ...(q ? [`“${q}”`] : []),
  ];
}

function describePeriod({ from, to }: CommentFilter, locale: LocaleStore): string[] {
  if (from && to) {
    // A day has no zone, so its noon is written in the zone it is noon in.
    if (isDay(from) && isDay(to)) return [new Formats(locale.language(), 'UTC').days(noon(from), noon(to))];
    const formats = locale.formats();
    if (formats.startsDay(from) && formats.startsDay(to)) return [formats.days(from, new Date(Date.parse(to) - 1))];
    return [`${moment(from, locale)} – ${moment(to, locale)}`];
  }
  if (from) return [locale.translate('filter.period.since', { day: moment(from, locale) })];
  if (to) return [locale.translate('filter.period.until', { day: moment(to, locale) })];
  return [];
}

function moment(value: string, locale: LocaleStore): string {
  return isDay(value) ? new Formats(locale.language(), 'UTC').day(noon(value)) : locale.formats().dateTime(value);
}
