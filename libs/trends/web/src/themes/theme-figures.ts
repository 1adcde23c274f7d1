import { labelledPart, netChange, type Theme, volumeChange } from '@moodline/trends/contract';

/** The numbers of a theme as a page shows them. */
export interface ThemeFigures {
  /** All of its comments of the period, labelled or not: as many as its number opens. */
  readonly count: number;
  /** More or fewer than in the period before; null where nothing is compared. */
  readonly more: number | null;
  /** Whether that is more than chance would bring. */
  readonly moreClear: boolean;
  /** Whole points; null where no comment is labelled, or only a handful of many. */
  readonly net: number | null;
  /** Points more or less than before; null where too few comments are labelled. */
  readonly netChange: number | null;
  readonly netClear: boolean;
}

/** Orders of the list. */
export const THEME_ORDERS = ['count', 'change', 'mood'] as const;
export type ThemeOrder = (typeof THEME_ORDERS)[number];

export function figuresOf({ total, before }: Pick<Theme, 'total' | 'before'>): ThemeFigures {
  const count = total.n + total.unlabelled;
  const earlier = before && before.n + before.unlabelled;
  const mood = before && netChange(total, before);
  return {
    count,
    more: earlier === null ? null : count - earlier,
    // From none at all a share of the number before cannot be told; that many are news in themselves.
    moreClear: earlier === null ? false : (volumeChange(count, earlier)?.clear ?? count > 3),
    net: total.net === null || labelledPart({ n: total.n, comments: count }) === 'few' ? null : Math.round(total.net),
    netChange: mood?.difference ?? null,
    netClear: mood?.clear ?? false,
  };
}

/** The most comments first, the most points of the change (in whichever direction), or the lowest mood. */
export function inOrder(themes: readonly Theme[], order: ThemeOrder): Theme[] {
  const size = ({ total }: Theme) => total.n + total.unlabelled;
  const value = (theme: Theme): number => {
    if (order === 'count') return -size(theme);
    return order === 'change' ? -Math.abs(theme.points ?? 0) : (theme.total.net ?? 101);
  };
  return [...themes].sort((a, b) => value(a) - value(b) || size(b) - size(a) || a.id - b.id);
}
