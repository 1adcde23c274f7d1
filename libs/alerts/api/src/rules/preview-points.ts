import type { AlertMeasure, AlertPreview } from '@moodline/alerts/contract';
import type { HourSeries } from '../detection/hour-series';
import type { Look } from '../detection/readings';

const POINT_HOURS = 6;
/** Comments that a share or a mean is drawn from, as in every chart: with fewer it jumps between all and none. */
const LEAST_DRAWN = 5;
const JUMPY: readonly AlertMeasure[] = ['negative-share', 'net-mood', 'stars'];

/**
 * The line of a preview: of each six hours the most unusual reading that rests on enough comments to be drawn. A rule may watch smaller ones.
 *
 * @param looks one an hour from `first` on; null where it was not known what is usual
 */
export function previewPoints(
  series: Pick<HourSeries, 'endOf'>,
  looks: readonly (Look | null)[],
  { first, measure }: { readonly first: number; readonly measure: AlertMeasure },
): AlertPreview['points'] {
  const least = JUMPY.includes(measure) ? LEAST_DRAWN : 1;
  return Array.from({ length: Math.ceil(looks.length / POINT_HOURS) }, (_, index) => {
    const part = looks.slice(index * POINT_HOURS, (index + 1) * POINT_HOURS).filter((look) => look !== null);
    const [most] = part.filter(({ n }) => n >= least).sort((a, b) => b.z - a.z);
    return {
      at: new Date(series.endOf(first + index * POINT_HOURS)).toISOString(),
      value: most ? rounded(most.value) : null,
      usual: part[0] ? rounded(part[0].usual) : null,
    };
  });
}

/** To hundredths. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
