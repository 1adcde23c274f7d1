import type { HttpAnswer } from '../http/source-http';
import { usedUpUntil } from '../http/http.errors';
import { SourceError } from '../source.errors';

/** What GitHub wants to be told with each request. */
export function githubHeaders(token: string | undefined): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
}

/**
 * What GitHub means by a status. The hourly limit is told by headers and understood by all; the one against haste often says
 * nothing but a sentence, and wants a minute of silence.
 */
export function explainGitHub(answer: HttpAnswer, now: Date): SourceError | null {
  const { status, headers } = answer;
  const told = headers.has('retry-after') || usedUpUntil(headers, now);
  if (
    (status === 403 || status === 429) &&
    !told &&
    /secondary rate limit|abuse detection/i.test(answer.text().slice(0, 5000))
  )
    return inAMinute(now);
  if (status === 404)
    return new SourceError(
      'source-not-found',
      'GitHub knows no such repository, or keeps it private. Check its name; for a private one, enter a token that may read it.',
    );
  if (status === 410) return new SourceError('source-not-found', 'Issues are switched off in this repository.');
  return null;
}

/** Problems that come as an answer to a query, with the status 200. */
export function queryProblem(
  problems: readonly { readonly type?: string | null; readonly message?: string | null }[],
  headers: HttpAnswer['headers'],
  now: Date,
): SourceError {
  const types = problems.map(({ type }) => type);
  if (types.includes('RATE_LIMITED'))
    return new SourceError(
      'source-rate-limited',
      "The hour's limit of this GitHub token is used up. Moodline goes on when it is filled again.",
      usedUpUntil(headers, now) ?? inAMinute(now).retryAt,
    );
  if (types.includes('NOT_FOUND'))
    return new SourceError(
      'source-not-found',
      'GitHub knows no such repository, or the token may not see it. Check its name and the rights of the token.',
    );
  if (types.some((type) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES'))
    return new SourceError(
      'source-blocked',
      'The GitHub token has no right to read the discussions of this repository.',
    );
  return new SourceError(
    'source-unexpected-answer',
    `GitHub could not answer: ${(problems[0]?.message ?? 'it gave no reason').slice(0, 200).replace(/\.$/, '')}.`,
  );
}

function inAMinute(now: Date): SourceError {
  return new SourceError(
    'source-rate-limited',
    'GitHub asks for fewer requests at a time. Moodline goes on in a minute.',
    new Date(now.getTime() + 60_000),
  );
}
