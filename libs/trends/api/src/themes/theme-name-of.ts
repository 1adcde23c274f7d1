import type { ThemeLanguage } from '@moodline/trends/contract';
import type { StoredTheme } from './theme.repository';

/** What a theme is called: the name that a person gave it, else the one of the language. */
export const themeNameOf = (
  { givenName, names }: Pick<StoredTheme, 'givenName' | 'names'>,
  language: ThemeLanguage,
): string => givenName ?? names[language];
