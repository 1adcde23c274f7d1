import { HttpErrorResponse } from '@angular/common/http';
import { problemSchema } from '@moodline/shared/contract';
import type { LocaleStore } from '../locale/locale-store';

/** What went wrong, in the reader's language where the code is known (`errors.<code>`), else in the server's words. */
export interface ProblemWords {
  /** The API's code; `offline` when no answer came, `unknown` for anything that is not an answer of the API. */
  readonly code: string;
  readonly message: string;
  readonly correlationId: string | null;
}

/** Words for an error of an HTTP call (or any other). */
export function describeProblem(error: unknown, locale: LocaleStore): ProblemWords {
  if (error instanceof HttpErrorResponse) {
    if (error.status === 0 || error.status === 502 || error.status === 504) return words('offline', null, locale);
    const problem = problemSchema.safeParse(error.error);
    if (problem.success)
      return { ...words(problem.data.code, problem.data.message, locale), correlationId: problem.data.correlationId };
  }
  return words('unknown', null, locale);
}

function words(code: string, message: string | null, locale: LocaleStore): ProblemWords {
  const key = `errors.${code}`;
  const translated = locale.translate(key);
  const known = translated && translated !== key;
  return { code, message: known ? translated : (message ?? locale.translate('errors.unknown')), correlationId: null };
}
