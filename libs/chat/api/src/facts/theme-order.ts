import { volume, type BoardTheme } from '@moodline/trends/api';
import type { Search } from './asked-facts';

type Mood = 'positive' | 'negative';

/** The mood whose comments put themes in an order: shares are always of one. */
export function moodOf({ measure, scope }: Search['typed']): Mood | null {
  const [label] = scope.labels;
  if (label === 'positive' || label === 'negative') return label;
  return measure === 'share' ? 'negative' : null;
}

/** What themes are put in an order by; shares as they are, and not as they are rounded. */
export function valueBy(measure: Search['typed']['measure'], mood: Mood | null): (theme: BoardTheme) => number {
  return ({ total }) => {
    if (measure === 'net') return total.net ?? 0;
    const counted = mood ? total[mood] : volume(total);
    return measure === 'share' ? counted / total.n : counted;
  };
}
