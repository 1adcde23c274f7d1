import { DatabaseLock, lock, lockShared, Prisma, type Transaction } from '@moodline/shared/db';
import { nextByExternalId } from '../comment-by-external-id.query';
import { noteSpellings } from './author-spellings.repository';
import { commentIdentity, erasedExternalId, forgottenHash, type HashKey } from './keyed-hash';

/** Of a comment that wants in, what it may be recognised by. */
export interface Arrival {
  readonly externalId: string;
  /** Hash of the masked text. */
  readonly hash: string;
  readonly authorHash: string | null;
  readonly formerAuthorHash: string | null;
  /** Ids under which it may have been known before. */
  readonly formerIds: readonly string[];
}

interface Place {
  readonly workspaceId: number;
  readonly sourceId: number;
}

/**
 * Sends away what was forgotten, and what retention has erased already. Holds a shared lock to the end of the transaction: whoever
 * begins to forget waits for it, so nothing slips in between the look into the list and the erasing.
 * @returns who may come in, and how many were forgotten
 */
export async function withoutForgotten<Row extends Arrival>(
  transaction: Transaction,
  key: HashKey,
  place: Place,
  rows: readonly Row[],
): Promise<{ admitted: readonly Row[]; filtered: number }> {
  const { workspaceId, sourceId } = place;
  await lockShared(transaction, DatabaseLock.Forgotten, workspaceId);
  const [lists] = await transaction.$queryRaw<{ forgotten: boolean; retention: boolean; formerAuthors: boolean }[]>`
    SELECT EXISTS (SELECT FROM forgotten WHERE workspace_id = ${workspaceId}) AS forgotten, EXISTS (SELECT FROM retention WHERE workspace_id = ${workspaceId}) AS retention, EXISTS (SELECT FROM former_author_hash WHERE workspace_id = ${workspaceId}) AS "formerAuthors"`;
  const welcome = lists?.forgotten ? await notOnTheList(transaction, key, place, rows) : rows;
  if (lists?.formerAuthors) await noteSpellings(transaction, workspaceId, welcome);
  const filtered = rows.length - welcome.length;
  if (!lists?.retention || !welcome.length) return { admitted: welcome, filtered };
  const erasedIds = idsOf(welcome).map((ids) => ids.map((id) => erasedExternalId(key, sourceId, id)));
  const known = await transaction.$queryRaw<{ id: string }[]>`
    SELECT wanted.id FROM unnest(${erasedIds.flat()}::text[]) AS wanted (id)
    CROSS JOIN LATERAL ${nextByExternalId(place, Prisma.sql`wanted.id`)} next
    WHERE next.external_id = wanted.id`;
  const erased = new Set(known.map(({ id }) => id));
  return { admitted: welcome.filter((_, index) => !erasedIds[index]?.some((id) => erased.has(id))), filtered };
}

/** Waits until running intakes commit and blocks new ones until the transaction ends. */
export async function blockIntake(transaction: Transaction, workspaceId: number): Promise<void> {
  await lock(transaction, DatabaseLock.Forgotten, workspaceId);
}

async function notOnTheList<Row extends Arrival>(
  transaction: Transaction,
  key: HashKey,
  { workspaceId, sourceId }: Place,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const ids = idsOf(rows);
  const hashes = rows.map(({ hash, authorHash, formerAuthorHash }, index) => [
    ...[authorHash, formerAuthorHash].map((author) => author && forgottenHash(key, 'author', author)),
    forgottenHash(key, 'text', hash),
    ...(ids[index] ?? []).map((id) => forgottenHash(key, 'comment', commentIdentity(sourceId, id))),
  ]);
  const kinds = hashes.flatMap((row) => row.map((_, index) => ['author', 'author', 'text'][index] ?? 'comment'));
  const found = await transaction.$queryRaw<{ hash: string }[]>`
    SELECT wanted.hash FROM unnest(${kinds}::text[], ${hashes.flat()}::text[]) AS wanted (kind, hash)
    CROSS JOIN LATERAL (SELECT FROM forgotten f WHERE f.workspace_id = ${workspaceId} AND f.kind = wanted.kind AND f.hash = wanted.hash LIMIT 1) found`;
  const forgotten = new Set(found.map(({ hash }) => hash));
  return forgotten.size ? rows.filter((_, index) => !hashes[index]?.some((hash) => hash && forgotten.has(hash))) : rows;
}

/** The ids by which each may be known. A former id that several share says nothing of any of them. */
function idsOf(rows: readonly Arrival[]): string[][] {
  const shares = new Map<string, number>();
  for (const { formerIds } of rows) for (const id of formerIds) shares.set(id, (shares.get(id) ?? 0) + 1);
  return rows.map(({ externalId, formerIds }) => [externalId, ...formerIds.filter((id) => shares.get(id) === 1)]);
}
