import type { IncomingComment } from '@moodline/comments/api';
import { hookCommentSchema, MAX_HOOK_COMMENTS, type HookComment, type RejectedRow } from '@moodline/sources/contract';
import { admit } from '../connectors/admission';
import { hashedId } from '../incoming/comment-row';
import { parseJson } from '../incoming/json-values';
import { siteDateReader, type SiteDateReader } from '../connectors/dates/site-dates';
import { HookBodyError, HookTooLargeError } from './hooks.errors';

/** A delivery of which only what can be stored is left. */
export interface HookDelivery {
  readonly rows: number;
  readonly comments: readonly IncomingComment[];
  readonly rejected: readonly RejectedRow[];
  readonly deletedIds: readonly string[];
}

/** What a delivery is read with. */
export interface DeliveryOptions {
  /** `Idempotency-Key` of the sender: comments without an id are told by it and their place, so that a second attempt brings nothing twice. */
  readonly key: string | null;
  readonly now: Date;
  /** Zone of times that are written without one. */
  readonly timeZone: string;
  /** Comments whose time cannot be read count on the day they arrive. */
  readonly countUndated?: boolean;
}

type ReadItem =
  | { readonly comment: IncomingComment }
  | { readonly deletedId: string }
  | { readonly problem: Omit<RejectedRow, 'line'> };

/**
 * Reads the body of a delivery. One bad comment stops no other.
 * @throws HookBodyError, HookTooLargeError
 */
export function readDelivery(body: Buffer, options: DeliveryOptions): HookDelivery {
  const items = itemsOf(body);
  if (items.length > MAX_HOOK_COMMENTS) throw new HookTooLargeError(`${MAX_HOOK_COMMENTS} comments`);
  const readDate = siteDateReader({ ...options, sample: items.map(writtenTime) });
  const read = items.map((item, index) => readItem(item, index, { ...options, readDate }));
  return {
    rows: items.length,
    comments: read.flatMap((item) => ('comment' in item ? item.comment : [])),
    rejected: read.flatMap((item, index) => ('problem' in item ? { ...item.problem, line: index + 1 } : [])),
    deletedIds: read.flatMap((item) => ('deletedId' in item ? item.deletedId : [])),
  };
}

function itemsOf(body: Buffer): unknown[] {
  let value: unknown;
  try {
    value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new HookBodyError();
  }
  if (typeof value !== 'object' || value === null) throw new HookBodyError();
  if (Array.isArray(value)) return value as unknown[];
  return 'comments' in value && Array.isArray(value.comments) ? (value.comments as unknown[]) : [value];
}

function writtenTime(item: unknown): string {
  const written = (item as { publishedAt?: unknown } | null)?.publishedAt;
  return typeof written === 'string' ? written : '';
}

function readItem(item: unknown, index: number, options: DeliveryOptions & { readDate: SiteDateReader }): ReadItem {
  const { key, now, readDate } = options;
  const result = hookCommentSchema.safeParse(item);
  if (!result.success)
    return {
      problem: {
        code: 'not-json',
        reason: `This is not a comment as it is sent here: ${whatIsWrong(result.error.issues[0])}`,
      },
    };
  const { data } = result;
  const id = data.id?.trim() ?? '';
  if (data.deleted && id) return { deletedId: id };
  if (!data.publishedAt && !id && !key)
    return {
      problem: {
        code: 'no-time',
        reason:
          'The comment has neither an id nor a time, so a second attempt could not be told from a second comment.',
      },
    };
  const time = data.publishedAt ? (readDate(data.publishedAt) ?? new Date(Number.NaN)) : now;
  return admitted(comment(data, { id: id || generatedId(data, { key, index, time }), time }), options);
}

/** By the key and the place of a delivery; else, where the time cannot be read, by what is written of it. An empty one is made later, of text and time. */
function generatedId(
  { text, author, publishedAt }: HookComment,
  { key, index, time }: { key: string | null; index: number; time: Date },
): string {
  if (key) return hashedId([key, String(index)]);
  return Number.isNaN(time.getTime()) ? hashedId(['undated', text ?? '', author ?? null, publishedAt ?? null]) : '';
}

function admitted(comment: IncomingComment, { now, countUndated }: DeliveryOptions): ReadItem {
  const { comments, rejected } = admit({ rows: 1, comments: [comment], cursor: null }, now, countUndated);
  const [first] = comments;
  const [problem] = rejected;
  return first ? { comment: first } : { problem: problem ?? { reason: 'The comment cannot be stored.' } };
}

function comment(
  { text, author, engagement, permalink, parentId }: HookComment,
  { id, time }: { id: string; time: Date },
): IncomingComment {
  return {
    externalId: id,
    text: text?.trim() ?? '',
    publishedAt: time,
    author: author ?? null,
    engagement: engagement ?? 0,
    permalink: permalink ?? null,
    parentId: parentId ?? null,
  };
}

const whatIsWrong = (issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined) =>
  `${issue?.path.map(String).join('.') || 'the whole'}: ${issue?.message ?? 'not understood'}.`;
