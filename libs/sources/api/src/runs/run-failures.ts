/** Failures in a row after which a source is paused. */
export const MAX_FAILURES = 5;

/**
 * Where trying again helps less than usual: a site that refuses takes further tries for an attack, a wrong key may lock an
 * account, and a key that is missing here does not come back by itself.
 */
const FEWER_TRIES: Readonly<Record<string, number>> = {
  'robots-refused': 1,
  'secret-missing': 1,
  'secret-unreadable': 1,
  'source-blocked': 2,
  'source-unauthorised': 2,
};

/** Whether a reading that failed so often in a row, the last time by this, is paused until somebody looks at it. */
export function isPausedAfter(failures: number, code: string): boolean {
  return failures >= (FEWER_TRIES[code] ?? MAX_FAILURES);
}

/** Cut-offs in a row after which a source is read again at once. */
const CATCH_UPS = 3;

/**
 * Whether a source is read again at once after this failure. A run that was cut off most often only stood beside what went wrong: Moodline was
 * stopped, or another source ended the process. Cut off again and again, whatever ends the process may lie in this source, and it waits like
 * one that fails.
 */
export function isCaughtUpAtOnce(failures: number, code: string): boolean {
  return code === 'cut-off' && failures <= CATCH_UPS;
}

/** Why it was paused, for people. */
export function pauseReason(failures: number, message: string): string {
  return failures === 1 ? message : `It failed ${failures} times in a row. The last time: ${message}`;
}
