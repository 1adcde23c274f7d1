import { arrayParameter, type Transaction } from '@moodline/shared/db';
import type { CommentRow } from './comment-row';
import { findGroups, joinGroups, storedNumber } from './duplicate-groups.repository';
import type { IncomingBatch } from './incoming-comment';

/** Stores what is new, in its group of nearly the same texts. Of a comment that comes twice in a batch the first one counts. @returns ids of what was new, by external id */
export async function insertComments(
  transaction: Transaction,
  batch: IncomingBatch,
  all: readonly CommentRow[],
): Promise<Map<string, number>> {
  const rows = [...new Map(all.toReversed().map((row) => [row.externalId, row])).values()].reverse();
  const groups = await findGroups(transaction, batch.workspaceId, rows);
  const column = (key: Exclude<keyof CommentRow, 'prints' | 'formerIds'>) =>
    arrayParameter(rows.map((row) => row[key]));
  // What is known is left to the unique index, not looked for before. What it refuses uses up an id, of which there are enough.
  const found = await transaction.$queryRaw<{ id: number; externalId: string }[]>`
    INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, search_text, text_hash, language, author_hash, published_at, date_unknown, engagement, permalink, parent_external_id, stars, recommended, version, duplicate_of)
    SELECT ${batch.workspaceId}, ${batch.sourceId}, ${batch.runId}, row.*
    FROM unnest(
      ${column('externalId')}::text[], ${column('text')}::text[], ${column('searchText')}::text[], ${column('hash')}::text[], ${column('language')}::text[], ${column('authorHash')}::text[],
      ${column('publishedAt')}::timestamptz[], ${column('dateUnknown')}::boolean[], ${arrayParameter(rows.map(({ engagement }) => engagement ?? 0))}::int[], ${column('permalink')}::text[], ${column('parentId')}::text[], ${column('stars')}::real[], ${column('recommended')}::boolean[], ${column('version')}::text[], ${arrayParameter(groups.map(storedNumber))}::bigint[]
    ) AS row(external_id, text, search_text, text_hash, language, author_hash, published_at, date_unknown, engagement, permalink, parent_external_id, stars, recommended, version, duplicate_of)
    ON CONFLICT (workspace_id, source_id, external_id) DO NOTHING
    RETURNING id, external_id AS "externalId"`;
  const inserted = new Map(found.map(({ id, externalId }) => [externalId, id]));
  await joinGroups(transaction, batch.workspaceId, {
    candidates: rows,
    groups,
    ids: rows.map(({ externalId }) => inserted.get(externalId) ?? null),
  });
  return inserted;
}
