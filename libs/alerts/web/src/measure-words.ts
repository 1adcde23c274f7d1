import type { AlertMeasure } from '@moodline/alerts/contract';
import type { Formats } from '@moodline/shared/i18n';

/** A number of a measure as people read it: percent, signed points, or comments. */
export function measured(measure: AlertMeasure, value: number, formats: Formats): string {
  if (measure === 'negative-share') return formats.percent(Math.round(value) / 100);
  if (measure === 'net-mood') return formats.signed(Math.round(value));
  return formats.number(Math.round(value));
}
