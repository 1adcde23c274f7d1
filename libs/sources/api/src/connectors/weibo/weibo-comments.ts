import * as z from 'zod';
import { looseCount, looseText, listWithoutHoles } from '../loose-fields';
import type { HttpAnswer } from '../http/source-http';
import { SourceError } from '../source.errors';
import type { WalkEntry } from '../walk-back';

const id = z.union([z.string(), z.number()]).nullish();

/** The parts of an answer that are read here. Ids are read as text where it has them so: as numbers they may be too long. */
export const commentsAnswerSchema = z.object({
  total_number: looseCount,
  comments: listWithoutHoles(
    z.object({
      id,
      idstr: z.string().nullish(),
      mid: z.string().nullish(),
      created_at: z.string(),
      text: looseText,
      user: z.object({ id, idstr: z.string().nullish() }).nullish(),
      reply_comment: z.object({ id, idstr: z.string().nullish(), mid: z.string().nullish() }).nullish(),
    }),
  ),
});
type Comment = z.output<typeof commentsAnswerSchema>['comments'][number];

/** A comment under a post. The site tells no likes here. */
export function readComment(comment: Comment, post: string): WalkEntry {
  const time = new Date(comment.created_at);
  return {
    time,
    comment: {
      externalId: idOf(comment),
      text: comment.text ?? '',
      publishedAt: time,
      author: comment.user ? idOf(comment.user) || null : null,
      permalink: `https://m.weibo.cn/status/${post}`,
      parentId: comment.reply_comment ? idOf(comment.reply_comment) || null : null,
    },
  };
}

/** The id just below the least one of a page: what lies there comes next. Null when the page is empty. */
export function belowAll(entries: readonly WalkEntry[]): string | null {
  const ids = entries
    .map(({ comment }) => comment?.externalId ?? '')
    .filter((text) => /^\d{1,20}$/.test(text))
    .map(BigInt);
  return ids.length ? String(ids.reduce((least, one) => (one < least ? one : least)) - 1n) : null;
}

const errorSchema = z.object({ error_code: z.number().int(), error: z.string().optional() });

/** What Weibo means by an error; null where its answer does not say. */
export function explainWeibo(answer: Pick<HttpAnswer, 'text'>): SourceError | null {
  const { data } = errorSchema.safeParse(jsonOrNull(answer.text()));
  if (!data) return null;
  const { error_code: code } = data;
  if (code === 20101 || code === 20104)
    return new SourceError(
      'source-not-found',
      `Weibo knows no such post, or it is not visible to this account (${code}). Check the numbers of the posts.`,
    );
  if ([10022, 10023, 10024].includes(code))
    return new SourceError(
      'source-rate-limited',
      `The hourly limit of this Weibo application is used up (${code}). Moodline goes on at the next time; choose a slower schedule if this goes on.`,
    );
  if ([21314, 21315, 21316, 21317, 21319, 21327, 21332].includes(code))
    return new SourceError(
      'source-unauthorised',
      `Weibo does not accept the access token any more (${code}). Authorise the application anew and enter the new token.`,
    );
  if ([10006, 10013, 10014, 21321].includes(code))
    return new SourceError(
      'source-blocked',
      `The Weibo application may not read comments (${code}). Apply for the interface comments/show on open.weibo.com, and for a review of the application.`,
    );
  return null;
}

const idOf = ({
  id: number,
  idstr,
  mid,
}: {
  id?: string | number | null | undefined;
  idstr?: string | null | undefined;
  mid?: string | null | undefined;
}) => idstr || mid || String(number ?? '');

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
