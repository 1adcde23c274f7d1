import type { LocaleStore } from '@moodline/shared/ui';

/** A problem in the reader's language where its code is known, else in the server's words. */
export function problemWords(
  { code, message }: { readonly code: string; readonly message: string },
  locale: LocaleStore,
): string {
  const key = `errors.${code}`;
  const known = locale.translate(key);
  // English has the whole sentence with names and numbers already.
  return locale.language() === 'en' || known === key ? message : known;
}
