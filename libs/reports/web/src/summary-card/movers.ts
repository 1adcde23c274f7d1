import type { SummaryTheme } from '@moodline/reports/contract';
import { volumeChange } from '@moodline/trends/contract';

export interface Movers {
  readonly kind: 'rising' | 'falling' | 'most';
  readonly themes: readonly SummaryTheme[];
}

const MOST = 3;

/**
 * Themes that more, or fewer, comments are about than before, by more than chance: the largest differences first. Where nothing moved, or
 * nothing can be compared, those with the most comments.
 */
export function moversOf(themes: readonly SummaryTheme[]): Movers[] {
  const moved = themes
    .flatMap((theme) =>
      theme.before !== null && isClear(theme.n, theme.before) ? [{ theme, by: theme.n - theme.before }] : [],
    )
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const some = (kind: 'rising' | 'falling'): Movers => ({
    kind,
    themes: moved
      .filter(({ by }) => by > 0 === (kind === 'rising'))
      .slice(0, MOST)
      .map(({ theme }) => theme),
  });
  const groups = [some('rising'), some('falling')].filter((group) => group.themes.length > 0);
  return groups.length || !themes.length ? groups : [{ kind: 'most', themes: themes.slice(0, MOST) }];
}

/** From none at all no share of the number before can be told; more than a few are news in themselves. */
const isClear = (now: number, before: number): boolean => volumeChange(now, before)?.clear ?? now > 3;
