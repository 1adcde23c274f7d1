import type { IconName } from '@moodline/shared/ui';

/** The pages of the navigation, in order. `key` follows `g` on the keyboard. */
export const PAGES = [
  { name: 'overview', path: '/', icon: 'overview', key: 'o' },
  { name: 'comments', path: '/comments', icon: 'comments', key: 'c' },
  { name: 'sources', path: '/sources', icon: 'sources', key: 's' },
  { name: 'settings', path: '/settings', icon: 'settings', key: ',' },
] as const satisfies readonly { name: string; path: string; icon: IconName; key: string }[];
