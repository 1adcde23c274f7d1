import type { Database, Transaction } from '@moodline/shared/db';

/** An author who comes, as comments carry the name now, and as those of earlier versions do. */
interface Named {
  readonly authorHash: string | null;
  readonly formerAuthorHash: string | null;
}

/** Notes of authors who come by which code their earlier comments carry the same name, where there are such comments. */
export async function noteSpellings(
  transaction: Transaction,
  workspaceId: number,
  authors: readonly Named[],
): Promise<void> {
  const spelled = authors.filter(({ formerAuthorHash }) => formerAuthorHash);
  if (!spelled.length) return;
  await transaction.$executeRaw`
    INSERT INTO author_spelling (workspace_id, hash, former)
    SELECT ${workspaceId}, author.hash, author.former
    FROM (
      SELECT DISTINCT hash, former
      FROM unnest(${spelled.map(({ authorHash }) => authorHash)}::text[], ${spelled.map(({ formerAuthorHash }) => formerAuthorHash)}::text[]) AS given (hash, former)
    ) author
    WHERE EXISTS (
      SELECT FROM comment c
      WHERE c.workspace_id = ${workspaceId} AND left(c.author_hash, 16) = left(author.former, 16) AND c.author_hash = author.former)
    -- Two who come in at once meet in one order.
    ORDER BY author.hash, author.former
    ON CONFLICT DO NOTHING`;
}

/** All codes by which comments carry the name that one of them stands for. */
export async function spellingsOf(database: Database, workspaceId: number, hash: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ hash: string; former: string }[]>`
    SELECT hash, former FROM author_spelling
    WHERE workspace_id = ${workspaceId}
      AND hash = ANY(ARRAY(SELECT hash FROM author_spelling WHERE workspace_id = ${workspaceId} AND former = ${hash}) || ${hash}::text)`;
  return [...new Set([hash, ...rows.flatMap((row) => [row.hash, row.former])])];
}

/** Drops what was noted of a name. */
export async function dropSpellings(transaction: Transaction, workspaceId: number, hash: string): Promise<void> {
  await transaction.authorSpelling.deleteMany({ where: { workspaceId, hash } });
}

/** Drops what was noted of names whose earlier comments are gone. */
export async function dropOldSpellings(database: Database): Promise<void> {
  await database.$executeRaw`
    DELETE FROM author_spelling a
    WHERE NOT EXISTS (
      SELECT FROM comment c
      WHERE c.workspace_id = a.workspace_id AND left(c.author_hash, 16) = left(a.former, 16) AND c.author_hash = a.former)`;
}
