import type { Alert, AlertMeasure } from '@moodline/alerts/contract';
import type { Formats } from '@moodline/shared/i18n';
import type { LocaleStore } from '@moodline/shared/ui';

/** A number of a measure as people read it: percent, signed points, stars, or a count. */
export function measured(measure: AlertMeasure, value: number, formats: Formats): string {
  if (measure === 'negative-share' || measure === 'themes') return formats.percent(Math.round(value) / 100);
  if (measure === 'net-mood') return formats.signed(Math.round(value));
  if (measure === 'stars') return formats.number(value, 1);
  return formats.number(Math.round(value));
}

/** What an alert says first: of what, how much, and what is usual. */
export function headlineOf(
  { measure, peak, theme }: Pick<Alert, 'measure' | 'peak' | 'theme'>,
  locale: LocaleStore,
): string {
  const formats = locale.formats();
  return locale.translate(`alerts.headline.${measure}`, {
    value: measured(measure, peak.value, formats),
    usual: measured(measure, peak.usual, formats),
    theme: theme ?? '',
  });
}
