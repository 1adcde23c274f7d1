import { Prisma, type Transaction } from '@moodline/shared/db';
import type { IncomingBatch } from './incoming-comment';
import { nextByExternalId } from './comment-by-external-id.query';
import type { CommentRow } from './comment-row';

/** A stored comment that is another one at its source now. */
export interface FollowedChange {
  readonly id: number;
  /** In more than case, spacing or width. */
  readonly otherText: boolean;
  /** It stands on another day or hour now, or on one at all. */
  readonly otherTime: boolean;
  readonly row: CommentRow;
}

/**
 * When the time of a stored comment `c` gives way to the one of an arriving `row`: a date is known at last (or assumed, as a
 * person wants it), an id was used again for a later text, or the comment was found under another id. A source that only
 * renews its dates changes nothing.
 */
const OTHER_TIME = Prisma.sql`(
  c.date_unknown AND NOT row.date_unknown
  OR NOT row.date_unknown AND NOT row.assumed AND c.text_hash <> row.text_hash AND row.published_at > c.published_at
  OR NOT row.date_unknown AND NOT row.assumed AND row.healed AND row.published_at <> c.published_at
)`;

/** A review that is written anew names the version it is about then; one that was stored before versions were has none yet. */
const OTHER_VERSION = Prisma.sql`(row.version IS NOT NULL AND row.version IS DISTINCT FROM c.version)`;

/** Locks and finds what changed, in the order of the ids. */
export async function findChanges(
  transaction: Transaction,
  { workspaceId, sourceId }: Pick<IncomingBatch, 'workspaceId' | 'sourceId'>,
  { latest, healed }: { latest: readonly CommentRow[]; healed: ReadonlySet<string> },
): Promise<FollowedChange[]> {
  const found = await transaction.$queryRaw<(Omit<FollowedChange, 'row'> & { externalId: string })[]>`
    SELECT c.id, c.external_id AS "externalId", c.text_hash <> row.text_hash AS "otherText", ${OTHER_TIME} AS "otherTime"
    FROM unnest(
      ${latest.map(({ externalId }) => externalId)}::text[], ${latest.map(({ text }) => text)}::text[], ${latest.map(({ hash }) => hash)}::text[],
      ${latest.map(({ engagement }) => engagement)}::int[], ${latest.map(({ publishedAt }) => publishedAt)}::timestamptz[],
      ${latest.map(({ dateUnknown }) => dateUnknown)}::boolean[], ${latest.map(({ dateAssumed }) => dateAssumed)}::boolean[],
      ${latest.map(({ externalId }) => healed.has(externalId))}::boolean[], ${latest.map(({ version }) => version)}::text[]
    ) AS row(external_id, text, text_hash, engagement, published_at, date_unknown, assumed, healed, version)
    CROSS JOIN LATERAL ${nextByExternalId({ workspaceId, sourceId }, Prisma.sql`row.external_id`)} next
    JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = next.id
    WHERE next.external_id = row.external_id AND (c.text <> row.text OR c.engagement <> row.engagement OR ${OTHER_TIME} OR ${OTHER_VERSION})
    ORDER BY c.id
    FOR NO KEY UPDATE OF c`;
  const byId = new Map(latest.map((row) => [row.externalId, row]));
  return found.flatMap(({ externalId, ...change }) => {
    const row = byId.get(externalId);
    return row ? [{ ...change, row }] : [];
  });
}

/** Takes the changes over. With another text comes its address, where there is one. */
export async function writeChanges(
  transaction: Transaction,
  workspaceId: number,
  changes: readonly FollowedChange[],
): Promise<void> {
  const column = <Key extends keyof CommentRow>(key: Key) => changes.map(({ row }) => row[key]);
  await transaction.$executeRaw`
    UPDATE comment c SET text = row.text, search_text = row.search_text, text_hash = row.text_hash, language = row.language, engagement = coalesce(row.engagement, c.engagement),
      version = coalesce(row.version, c.version),
      permalink = CASE WHEN row.other_text THEN coalesce(row.permalink, c.permalink) ELSE c.permalink END,
      published_at = CASE WHEN row.other_time AND NOT row.assumed THEN row.published_at ELSE c.published_at END,
      date_unknown = c.date_unknown AND NOT row.other_time
    FROM unnest(
      ${changes.map(({ id }) => id)}::bigint[], ${column('text')}::text[], ${column('searchText')}::text[], ${column('hash')}::text[], ${column('language')}::text[], ${column('engagement')}::int[],
      ${column('permalink')}::text[], ${column('publishedAt')}::timestamptz[], ${column('dateAssumed')}::boolean[],
      ${changes.map(({ otherText }) => otherText)}::boolean[], ${changes.map(({ otherTime }) => otherTime)}::boolean[],
      ${column('version')}::text[]
    ) AS row(id, text, search_text, text_hash, language, engagement, permalink, published_at, assumed, other_text, other_time, version)
    WHERE c.workspace_id = ${workspaceId} AND c.id = row.id`;
}
