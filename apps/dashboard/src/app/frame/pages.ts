import type { IconName } from '@moodline/shared/ui';

/** A page that can be gone to by name and by key; one with `within` is a view of another page and not in the navigation. */
export interface FramePage {
  readonly name: string;
  readonly path: string;
  readonly icon: IconName;
  readonly key: string;
  readonly within?: string;
}

/** The pages, in order. `key` follows `g` on the keyboard. */
export const PAGES = [
  { name: 'overview', path: '/', icon: 'overview', key: 'o' },
  { name: 'comments', path: '/comments', icon: 'comments', key: 'c' },
  { name: 'review', path: '/review', icon: 'check', key: 'v', within: 'comments' },
  { name: 'tags', path: '/tags', icon: 'comments', key: 't', within: 'comments' },
  { name: 'themes', path: '/themes', icon: 'themes', key: 'h' },
  { name: 'compare', path: '/compare', icon: 'compare', key: 'p' },
  { name: 'triage', path: '/triage', icon: 'triage', key: 'i' },
  { name: 'colleague', path: '/colleague', icon: 'colleague', key: 'w' },
  { name: 'monitors', path: '/monitors', icon: 'monitors', key: 'm' },
  { name: 'reports', path: '/reports', icon: 'report', key: 'r' },
  { name: 'alerts', path: '/alerts', icon: 'warning', key: 'l' },
  { name: 'sources', path: '/sources', icon: 'sources', key: 's' },
  { name: 'coach', path: '/coach', icon: 'coach', key: 'e' },
  { name: 'quality', path: '/quality', icon: 'quality', key: 'q' },
  { name: 'try', path: '/try', icon: 'ask', key: 'y', within: 'settings' },
  { name: 'settings', path: '/settings', icon: 'settings', key: ',' },
] as const satisfies readonly FramePage[];

/** The pages that stand in the navigation. */
export const NAVIGATION: readonly FramePage[] = PAGES.filter((page: FramePage) => !page.within);

/** So many of them fit into the bar of a phone; the others stand behind "More". */
export const ON_PHONES = 4;

/** Pages that the settings lead to: found by name as well. */
export const SETTINGS_PAGES = [
  { name: 'roles', path: '/settings/roles', icon: 'settings' },
  { name: 'channels', path: '/settings/channels', icon: 'settings' },
] as const satisfies readonly { name: string; path: string; icon: IconName }[];
