import type { LocaleStore } from '@moodline/shared/ui';
import type { Theme } from '@moodline/trends/contract';
import { figuresOf } from './theme-figures';

/** The numbers of a theme in words of the active language. */
export interface WordedTheme {
  readonly count: string;
  /** "12 more than before"; empty where nothing is compared. */
  readonly countChange: string;
  readonly net: string;
  readonly tone: 'positive' | 'negative' | '';
  readonly netChange: string;
  /** "−3 of −29 points"; "–" where nothing is compared. */
  readonly share: string;
  readonly shareTone: 'positive' | 'negative' | '';
  /** "since 3 May"; empty where it did not rise. */
  readonly rose: string;
}

const UNKNOWN = '–';

export function wordedTheme(theme: Theme, change: number | null, locale: LocaleStore): WordedTheme {
  const formats = locale.formats();
  const say = (key: string, values: Record<string, unknown> = {}) => locale.translate(`themes.${key}`, values);
  const { count, more, moreClear, net, netChange, netClear } = figuresOf(theme);
  const moved = (by: number | null, clear: boolean, key: string): string => {
    if (by === null) return '';
    if (!clear || by === 0) return say('steady');
    return say(`${key}.${by > 0 ? 'up' : 'down'}`, { by: formats.number(Math.abs(by)) });
  };
  return {
    count: formats.number(count),
    countChange: moved(more, moreClear, 'count'),
    net: net === null ? UNKNOWN : formats.signed(net),
    tone: toneOf(net),
    netChange: moved(netChange, netClear, 'net'),
    share:
      theme.points === null || !change
        ? UNKNOWN
        : say('share', { points: formats.signed(theme.points), change: formats.signed(change) }),
    shareTone: toneOf(theme.points),
    rose: theme.rose ? say('rose', { day: formats.day(theme.rose) }) : '',
  };
}

const toneOf = (value: number | null): WordedTheme['tone'] =>
  value === null || value === 0 ? '' : value > 0 ? 'positive' : 'negative';
