import { Prisma, type Transaction } from '@moodline/shared/db';
import { nearlyTheSame, printsOf } from './near-duplicate';

/** A text that is about to be stored. */
export interface Candidate {
  readonly text: string;
  readonly prints: readonly number[];
}

/** The group of a text: its first comment, which is stored already or stands further up in the same page; null: it begins one. */
export type Group = { readonly storedFirst: number } | { readonly pageFirst: number } | null;

interface Known {
  readonly print: bigint;
  readonly first: number;
  readonly text: string;
}

/** An array as PostgreSQL reads it: thousands of numbers travel as one text. */
const list = (numbers: Iterable<number>): string => `{${[...numbers].join(',')}}`;

/** For each text, in order, the group that it belongs to: by the same essence, or by likeness with the first text of the group. */
export async function findGroups(
  transaction: Transaction,
  workspaceId: number,
  candidates: readonly Candidate[],
): Promise<Group[]> {
  const stored = await knownPrints(
    transaction,
    workspaceId,
    candidates.flatMap(({ prints }) => prints),
  );
  const page = new Map<number, { group: Group; text: string }>();
  return candidates.map(({ text, prints }, index) => {
    const found = prints.map((print) => page.get(print) ?? stored.get(print));
    const match = found.find((entry) => entry && nearlyTheSame(text, entry.text));
    const group = match?.group ?? null;
    const entry = { group: group ?? { pageFirst: index }, text: match?.text ?? text };
    for (const print of prints) if (!page.has(print) && !stored.has(print)) page.set(print, entry);
    return group;
  });
}

/** Prints that are known, each with the first comment of its group. A print whose comment is gone is not known. */
async function knownPrints(
  transaction: Transaction,
  workspaceId: number,
  prints: readonly number[],
): Promise<Map<number, { group: Group; text: string }>> {
  const rows = await transaction.$queryRaw<Known[]>`
    SELECT p.print, c.id AS first, c.text FROM text_print p JOIN comment c ON c.workspace_id = p.workspace_id AND c.id = p.comment_id
    WHERE p.workspace_id = ${workspaceId} AND p.print = ANY(${list(prints)}::bigint[])`;
  return new Map(rows.map(({ print, first, text }) => [Number(print), { group: { storedFirst: first }, text }]));
}

/** The first comment of a group that was stored before. */
export const storedFirst = (group: Group | undefined): number | null =>
  group && 'storedFirst' in group ? group.storedFirst : null;

/** A page of texts with the groups that were found and, for those that were new, the ids they got. */
export interface StoredPage {
  readonly candidates: readonly Candidate[];
  readonly groups: readonly Group[];
  readonly ids: readonly (number | null)[];
}

/** Joins new comments to a first one that came in the same page, and keeps the prints of all, so that later ones find their group. */
export async function joinGroups(
  transaction: Transaction,
  workspaceId: number,
  { candidates, groups, ids }: StoredPage,
): Promise<void> {
  const joined = new Map<number, number>();
  const firsts = new Map<number, number>();
  candidates.forEach(({ prints }, index) => {
    const id = ids[index];
    const group = groups[index] ?? null;
    if (!id) return;
    const pageFirst = group && 'pageFirst' in group ? ids[group.pageFirst] : null;
    if (pageFirst) joined.set(id, pageFirst);
    for (const print of prints) if (!firsts.has(print)) firsts.set(print, pageFirst ?? storedFirst(group) ?? id);
  });
  if (joined.size) {
    await transaction.$executeRaw`
      UPDATE comment SET duplicate_of = first FROM unnest(${[...joined.keys()]}::bigint[], ${[...joined.values()]}::bigint[]) AS joined(member, first)
      WHERE workspace_id = ${workspaceId} AND id = member`;
  }
  await keepPrints(transaction, workspaceId, firsts);
}

/** Finds the groups of comments anew whose text has changed. Their former groups were handed over before. */
export async function regroup(
  transaction: Transaction,
  workspaceId: number,
  changed: readonly (Candidate & { readonly id: number })[],
): Promise<void> {
  const groups = await findGroups(transaction, workspaceId, changed);
  const ids = changed.map(({ id }) => id);
  await transaction.$executeRaw`
    UPDATE comment SET duplicate_of = first FROM unnest(${ids}::bigint[], ${groups.map(storedFirst)}::bigint[]) AS joined(member, first)
    WHERE workspace_id = ${workspaceId} AND id = member`;
  await joinGroups(transaction, workspaceId, { candidates: changed, groups, ids });
}

/** In the order of the prints: two imports cannot block each other. A print of a comment that is gone passes to the new one. */
async function keepPrints(
  transaction: Transaction,
  workspaceId: number,
  firsts: ReadonlyMap<number, number>,
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO text_print AS known (workspace_id, print, comment_id)
    SELECT ${workspaceId}, print, first FROM unnest(${list(firsts.keys())}::bigint[], ${list(firsts.values())}::bigint[]) AS fresh(print, first) ORDER BY print
    ON CONFLICT (workspace_id, print) DO UPDATE SET comment_id = excluded.comment_id
      WHERE NOT EXISTS (SELECT FROM comment c WHERE c.workspace_id = known.workspace_id AND c.id = known.comment_id)`;
}

/**
 * Hands groups over whose first comment is about to be deleted: of the comments that stay, the one stored first becomes the first.
 * Comments that `leaving` holds for go as well, in this slice or a later one; a group of which nothing stays is left as it is.
 */
export async function handGroupsOver(
  transaction: Transaction,
  workspaceId: number,
  { ids, leaving }: { readonly ids: readonly number[]; readonly leaving: Prisma.Sql },
): Promise<void> {
  const gone = Prisma.sql`${[...ids]}::bigint[]`;
  const staying = await transaction.$queryRaw<{ first: number; id: number; text: string }[]>`
    SELECT duplicate_of AS first, id, text FROM comment
    WHERE workspace_id = ${workspaceId} AND coalesce(duplicate_of, id) = ANY(${gone}) AND NOT id = ANY(${gone}) AND NOT (${leaving}) ORDER BY id`;
  const heirs = new Map<number, number>();
  for (const { first, id } of staying) if (!heirs.has(first)) heirs.set(first, id);
  if (heirs.size) {
    await transaction.$executeRaw`
      UPDATE comment SET duplicate_of = nullif(heir, id) FROM unnest(${[...heirs.keys()]}::bigint[], ${[...heirs.values()]}::bigint[]) AS handed(gone, heir)
      WHERE workspace_id = ${workspaceId} AND coalesce(duplicate_of, id) = gone AND NOT id = ANY(${gone}) AND NOT (${leaving})`;
    const prints = [...new Set(staying.flatMap(({ text }) => printsOf(text)))];
    await transaction.$executeRaw`
      UPDATE text_print t SET comment_id = handed.heir
      FROM unnest(${[...heirs.keys()]}::bigint[], ${[...heirs.values()]}::bigint[]) AS handed(gone, heir)
      WHERE t.workspace_id = ${workspaceId} AND t.print = ANY(${list(prints)}::bigint[]) AND t.comment_id = handed.gone`;
  }
  const removed = await transaction.$queryRaw<
    { text: string }[]
  >`SELECT text FROM comment WHERE workspace_id = ${workspaceId} AND id = ANY(${gone})`;
  const prints = [...new Set(removed.flatMap(({ text }) => printsOf(text)))];
  await transaction.$executeRaw`DELETE FROM text_print WHERE workspace_id = ${workspaceId} AND print = ANY(${list(prints)}::bigint[]) AND comment_id = ANY(${gone})`;
}
