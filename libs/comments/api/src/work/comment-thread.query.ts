import type { CommentThread } from '@moodline/comments/contract';
import type { Database } from '@moodline/shared/db';
import { readComments } from '../comment-rows.query';

/** Parents that are looked up: who answers more deeply than this starts a thread of their own. */
const MOST_PARENTS = 20;
/** Answers that are shown, and how deep they go. */
const MOST_ANSWERS = 50;
const DEEPEST = 5;

interface Answer {
  readonly id: number;
  readonly parent: number;
}

/** The thread around a comment; null where there is no such comment. What its source does not know as an answer is none. */
export async function readThread(database: Database, workspaceId: number, id: number): Promise<CommentThread | null> {
  const [up, down] = await Promise.all([parentsOf(database, workspaceId, id), answersOf(database, workspaceId, id)]);
  const shown = below(id, down.slice(0, MOST_ANSWERS), 1);
  const ids = [...up.map((parent) => parent.id), id, ...shown.map((answer) => answer.id)];
  const read = new Map((await readComments(database, workspaceId, ids)).map((comment) => [comment.id, comment]));
  const comment = read.get(id);
  if (!comment) return null;
  return {
    parents: up.flatMap((parent) => read.get(parent.id) ?? []),
    comment,
    answers: shown.flatMap((answer) => {
      const found = read.get(answer.id);
      return found ? [{ depth: answer.depth, comment: found }] : [];
    }),
    more: down.length > MOST_ANSWERS,
    answersUnknown: await answersUnknown(database, workspaceId, up[0]?.id ?? id),
  };
}

/** What a comment answers, the first one first. A source may send a ring: it ends at the limit, and each comment stands there once. */
async function parentsOf(database: Database, workspaceId: number, id: number): Promise<{ id: number }[]> {
  const rows = await database.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE parent AS (
      SELECT c.id, c.source_id, c.parent_external_id, 0 AS up FROM comment c
      WHERE c.workspace_id = ${workspaceId} AND c.id = ${id}
      UNION ALL
      SELECT c.id, c.source_id, c.parent_external_id, p.up + 1 FROM parent p
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.source_id = p.source_id AND c.external_id = p.parent_external_id
      WHERE p.up < ${MOST_PARENTS}
    )
    SELECT id FROM parent ORDER BY up`;
  const once = [...new Set(rows.map((row) => row.id))].filter((one) => one !== id);
  return once.reverse().map((one) => ({ id: one }));
}

/** Answers, and theirs, those nearer to the comment first. One more than are shown. */
async function answersOf(database: Database, workspaceId: number, id: number): Promise<Answer[]> {
  const most = MOST_ANSWERS + 1;
  const rows = await database.$queryRaw<Answer[]>`
    WITH RECURSIVE answer AS (
      SELECT c.id, NULL::bigint AS parent, c.source_id, c.external_id, 0 AS depth FROM comment c
      WHERE c.workspace_id = ${workspaceId} AND c.id = ${id}
      UNION ALL
      SELECT next.id, a.id, a.source_id, next.external_id, a.depth + 1
      FROM answer a
      CROSS JOIN LATERAL (
        SELECT c.id, c.external_id FROM comment c
        WHERE c.workspace_id = ${workspaceId} AND c.source_id = a.source_id AND c.parent_external_id = a.external_id
        ORDER BY c.published_at, c.id
        LIMIT ${most}
      ) next
      WHERE a.depth < ${DEEPEST} AND next.id <> a.id
    )
    SELECT id, parent FROM answer WHERE depth > 0 LIMIT ${most}`;
  const seen = new Set([id]);
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}

/** Answers each below what they answer. */
function below(id: number, answers: readonly Answer[], depth: number): { id: number; depth: number }[] {
  return answers
    .filter(({ parent }) => parent === id)
    .flatMap((answer) => [{ id: answer.id, depth }, ...below(answer.id, answers, depth + 1)]);
}

async function answersUnknown(database: Database, workspaceId: number, id: number): Promise<boolean> {
  const [row] = await database.$queryRaw<{ unknown: boolean }[]>`
    SELECT c.parent_external_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM comment p
      WHERE p.workspace_id = c.workspace_id AND p.source_id = c.source_id AND p.external_id = c.parent_external_id
    ) AS unknown
    FROM comment c
    WHERE c.workspace_id = ${workspaceId} AND c.id = ${id}`;
  return row?.unknown ?? false;
}
