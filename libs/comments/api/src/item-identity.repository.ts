import { Prisma, type Transaction } from '@moodline/shared/db';
import { nextByExternalId } from './comment-by-external-id.query';
import type { IncomingBatch } from './incoming-comment';
import type { CommentRow } from './comment-row';

/** A stored comment that may be an arriving one under another id. */
interface Stored {
  readonly id: number;
  readonly externalId: string;
  readonly hash: string;
  readonly publishedAt: Date;
}

type Place = Pick<IncomingBatch, 'workspaceId' | 'sourceId'>;

/**
 * Gives stored comments the ids under which they arrive now: the rule by which ids are made has changed, or the source changes
 * them itself. A stored comment whose own id is in the batch as well is another one and keeps it.
 * @returns the ids that were given for another rule's; one that a source changed itself brings nothing new
 */
export async function healIds(
  transaction: Transaction,
  place: Place,
  rows: readonly CommentRow[],
): Promise<ReadonlySet<string>> {
  const doubtful = rows.filter(({ formerIds, idMayChange }) => formerIds.length > 0 || idMayChange);
  if (!doubtful.length) return new Set();
  const known = await storedUnder(transaction, place, [
    ...doubtful.map(({ externalId }) => externalId),
    ...doubtful.flatMap(({ formerIds }) => formerIds),
  ]);
  const present = new Set(rows.map(({ externalId }) => externalId));
  const missing = new Map(
    doubtful.filter(({ externalId }) => !known.has(externalId)).map((row) => [row.externalId, row]),
  );
  const pairs = new Map<number, string>();
  const pair = (row: CommentRow, stored: Stored | undefined) => {
    if (!stored || pairs.has(stored.id) || present.has(stored.externalId)) return;
    pairs.set(stored.id, row.externalId);
    missing.delete(row.externalId);
  };
  for (const same of [sameText, sameTime])
    for (const row of [...missing.values()])
      pair(
        row,
        row.formerIds.map((id) => known.get(id)).find((stored) => stored && same(stored, row)),
      );
  const renamed = new Set(pairs.values());
  const changing = [...missing.values()].filter(({ idMayChange }) => idMayChange);
  for (const { externalId, stored } of await lookingAlike(transaction, place, changing)) {
    const row = missing.get(externalId);
    if (row) pair(row, stored);
  }
  await rename(transaction, place, pairs);
  return renamed;
}

const sameText = ({ hash }: Stored, row: CommentRow) => hash === row.hash;
const sameTime = ({ publishedAt }: Stored, row: CommentRow) =>
  !row.dateUnknown && !row.dateAssumed && publishedAt.toISOString() === row.publishedAt;

async function storedUnder(
  transaction: Transaction,
  place: Place,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const found = await transaction.$queryRaw<Stored[]>`
    SELECT c.id, c.external_id AS "externalId", c.text_hash AS hash, c.published_at AS "publishedAt"
    FROM unnest(${[...new Set(externalIds)]}::text[]) AS wanted (id)
    CROSS JOIN LATERAL ${nextByExternalId(place, Prisma.sql`wanted.id`)} next
    JOIN comment c ON c.workspace_id = ${place.workspaceId} AND c.id = next.id
    WHERE next.external_id = wanted.id`;
  return new Map(found.map((stored) => [stored.externalId, stored]));
}

/** Stored comments with the same text, author and page (queries and fragments of addresses may differ) and the same time, or none as well. */
async function lookingAlike(
  transaction: Transaction,
  { workspaceId, sourceId }: Place,
  rows: readonly CommentRow[],
): Promise<{ externalId: string; stored: Stored }[]> {
  if (!rows.length) return [];
  const undated = ({ dateUnknown, dateAssumed }: CommentRow) => dateUnknown || dateAssumed;
  const found = await transaction.$queryRaw<(Stored & { arrivingId: string })[]>`
    SELECT row.external_id AS "arrivingId", c.id, c.external_id AS "externalId", c.text_hash AS hash, c.published_at AS "publishedAt"
    FROM unnest(
      ${rows.map(({ externalId }) => externalId)}::text[], ${rows.map(({ hash }) => hash)}::text[], ${rows.map(({ authorHash }) => authorHash)}::text[], ${rows.map(({ formerAuthorHash }) => formerAuthorHash)}::text[],
      ${rows.map(({ permalink }) => pageOf(permalink))}::text[], ${rows.map(({ publishedAt }) => publishedAt)}::timestamptz[], ${rows.map(undated)}::boolean[]
    ) AS row (external_id, text_hash, author_hash, former_author_hash, page, published_at, undated)
    -- "+ 0" keeps the indexes of sources out: of a young source the planner thinks that it has next to no comments, and would read all.
    JOIN comment c ON c.workspace_id = ${workspaceId} AND c.source_id + 0 = ${sourceId}
      AND left(c.text_hash, 16) = left(row.text_hash, 16) AND c.text_hash <> '' AND c.text_hash = row.text_hash
      AND (c.published_at = row.published_at OR row.undated)
      AND (c.author_hash IS NOT DISTINCT FROM row.author_hash OR c.author_hash = row.former_author_hash)
      AND split_part(split_part(coalesce(c.permalink, ''), '#', 1), '?', 1) = row.page
    ORDER BY c.id`;
  return found.map(({ arrivingId, ...stored }) => ({ externalId: arrivingId, stored }));
}

async function rename(
  transaction: Transaction,
  { workspaceId }: Place,
  pairs: ReadonlyMap<number, string>,
): Promise<void> {
  if (!pairs.size) return;
  await transaction.$executeRaw`
    UPDATE comment c SET external_id = healed.external_id
    FROM unnest(${[...pairs.keys()]}::bigint[], ${[...pairs.values()]}::text[]) AS healed (id, external_id)
    WHERE c.workspace_id = ${workspaceId} AND c.id = healed.id`;
}

const pageOf = (permalink: string | null) => permalink?.split('#')[0]?.split('?')[0] ?? '';
