import * as z from 'zod';
import type { HttpAnswer } from '../http/source-http';
import { SourceError } from '../source.errors';

const problemSchema = z.object({
  error: z.object({
    message: z.string().nullish(),
    errors: z.array(z.object({ reason: z.string().nullish() })).nullish(),
    details: z.array(z.object({ reason: z.string().nullish() })).nullish(),
  }),
});

/** A mark of a page that is no longer good: the reading begins at the newest page again. */
export const PAGE_EXPIRED = 'youtube-page-expired';

/** What YouTube means by a status: the reason in the body says more. Null where it says nothing. */
export function explainYouTube(answer: HttpAnswer, now: Date): SourceError | null {
  const reasons = reasonsOf(answer);
  const because = (...known: readonly string[]) => known.some((reason) => reasons.includes(reason));
  if (because('quotaExceeded', 'dailyLimitExceeded')) {
    return new SourceError(
      'source-rate-limited',
      "The day's quota of this YouTube key is used up. It is filled again at midnight Pacific Time, and Moodline goes on then; a slower schedule uses less.",
      midnightPacific(now),
    );
  }
  if (because('rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED'))
    return new SourceError(
      'source-rate-limited',
      'YouTube asks for fewer requests at a time. Moodline goes on in a minute.',
      new Date(now.getTime() + 60_000),
    );
  if (because('keyInvalid', 'API_KEY_INVALID', 'keyExpired'))
    return new SourceError(
      'source-unauthorised',
      'YouTube does not know this key. Copy it again from the Google Cloud console.',
    );
  if (because('accessNotConfigured', 'SERVICE_DISABLED'))
    return new SourceError(
      'source-blocked',
      'The YouTube Data API v3 is not switched on in the Google project of this key. Switch it on in the Google Cloud console.',
    );
  if (because('commentsDisabled'))
    return new SourceError(
      'source-blocked',
      'Comments are switched off at this video or channel, so there is nothing to read.',
    );
  if (because('invalidPageToken'))
    return new SourceError(PAGE_EXPIRED, 'YouTube no longer knows where the last reading stopped.');
  return null;
}

function reasonsOf(answer: HttpAnswer): (string | null | undefined)[] {
  try {
    const { error } = problemSchema.parse(JSON.parse(answer.text()));
    return [...(error.errors ?? []), ...(error.details ?? [])].map(({ reason }) => reason);
  } catch {
    // No reason can be read: the status alone has to do.
    return [];
  }
}

/** The next midnight in California, where the quotas of Google begin anew. */
export function midnightPacific(now: Date): Date {
  const hour = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', hour: 'numeric', hourCycle: 'h23' });
  // Walks by whole hours, so that days of 23 and 25 hours need no rule of their own.
  for (let at = Math.floor(now.getTime() / 3_600_000) + 1; ; at++) {
    const time = new Date(at * 3_600_000);
    if (hour.format(time) === '00') return time;
  }
}
