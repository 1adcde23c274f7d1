import type { LocaleStore } from '@moodline/shared/ui';
import type { MoodSeries } from '@moodline/trends/contract';
import { intervalWords } from '../mood-chart/mood-drawing';
import type { Episode } from './episode';

/** The title of a mood line: the days that stand out; what is drawn, where none do. */
export function chartTitle(series: MoodSeries, episode: Episode | null, locale: LocaleStore): string {
  if (!episode) return say(locale, 'plain', { step: stepWords(series, locale) });
  const formats = locale.formats();
  const moment = (start: string) => intervalWords(start, series, formats);
  return say(locale, `${episode.kind}.${episode.place}`, {
    when: say(locale, `when.${series.step}`, { moment: moment(episode.first.start) }),
    last: moment(episode.last.start),
    net: formats.signed(Math.round(episode.net)),
    otherwise: formats.signed(Math.round(episode.otherwise)),
    n: formats.number(episode.n),
  });
}

/** What a mood line draws, of how many comments, in which zone. */
export const chartSubtitle = (series: MoodSeries, locale: LocaleStore): string =>
  say(locale, 'subtitle', {
    step: stepWords(series, locale),
    n: locale.formats().number(series.total.n),
    zone: series.timeZone.replaceAll('_', ' '),
  });

const stepWords = ({ step }: MoodSeries, locale: LocaleStore): string => locale.translate(`trends.step.by.${step}`);

const say = (locale: LocaleStore, key: string, values: Record<string, unknown>): string =>
  locale.translate(`trends.chart.${key}`, values);
