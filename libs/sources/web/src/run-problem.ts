import type { LocaleStore } from '@moodline/shared/ui';
import type { Run } from '@moodline/sources/contract';

/** Why a run failed. The server's sentence is English and names host and status; other languages say the kind of failure. */
export function runProblem(
  { errorCode, errorMessage }: Pick<Run, 'errorCode' | 'errorMessage'>,
  locale: LocaleStore,
): string {
  const key = `errors.${errorCode}`;
  const translated = errorCode && locale.language() !== 'en' ? locale.translate(key) : key;
  return translated && translated !== key ? translated : (errorMessage ?? '');
}
