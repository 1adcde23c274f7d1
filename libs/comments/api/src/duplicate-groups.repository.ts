import { setImmediate } from 'node:timers/promises';
import { Prisma, type Transaction } from '@moodline/shared/db';
import { nearlyTheSame } from './near-duplicate';

/** A text that is about to be stored. */
export interface Candidate {
  readonly text: string;
  readonly prints: readonly number[];
}

/**
 * The group of a text. Stored: its number, and the comment that texts are compared with. Page: it begins with a text further up in the
 * same page. Null: the text begins one. The number is that of the comment that the group began with, as long as its text is
 * the one it began with; whether that comment is still there says nothing.
 */
export type Group = { readonly stored: StoredGroup } | { readonly pageFirst: number } | null;

interface StoredGroup {
  readonly number: number;
  /** The comment whose text stands for the group. */
  readonly holder: number;
}

interface Known extends StoredGroup {
  readonly print: bigint;
  readonly text: string;
}

/** Texts that are compared before other requests take their turn: a page of long ones takes some tens of milliseconds. */
const COMPARED_AT_ONCE = 50;

/** An array as PostgreSQL reads it: thousands of numbers travel as one text. */
const list = (numbers: Iterable<number>): string => `{${[...numbers].join(',')}}`;

/** For each text, in order, the group that it belongs to: by the same essence, or by likeness with the text that stands for the group. */
export async function findGroups(
  transaction: Transaction,
  workspaceId: number,
  candidates: readonly Candidate[],
): Promise<Group[]> {
  const known = await knownPrints(
    transaction,
    workspaceId,
    candidates.flatMap(({ prints }) => prints),
  );
  const page = new Map<number, { group: Group; text: string }>();
  const groups: Group[] = [];
  for (const [index, { text, prints }] of candidates.entries()) {
    if (index % COMPARED_AT_ONCE === COMPARED_AT_ONCE - 1) await setImmediate();
    const found = prints.map((print) => page.get(print) ?? known.get(print));
    const match = found.find((entry) => entry && nearlyTheSame(text, entry.text));
    const group = match?.group ?? null;
    const entry = { group: group ?? { pageFirst: index }, text: match?.text ?? text };
    for (const print of prints) if (!page.has(print) && !known.has(print)) page.set(print, entry);
    groups.push(group);
  }
  return groups;
}

/** Prints that are known, each with its group, but for those of some comments. A print whose comment is gone is not known. */
async function knownPrints(
  transaction: Transaction,
  workspaceId: number,
  prints: readonly number[],
  without: readonly number[] = [],
): Promise<Map<number, { group: Group; text: string }>> {
  // Whoever lets go of the comment behind a print waits until the one that joins its group can be seen, and may take over. In a
  // statement of its own: the next one sees to whom a print was handed while this one waited.
  await transaction.$queryRaw`
    SELECT print FROM text_print
    WHERE workspace_id = ${workspaceId} AND print = ANY(${list(prints)}::bigint[])
    ORDER BY print
    FOR KEY SHARE`;
  const rows = await transaction.$queryRaw<Known[]>`
    SELECT p.print, coalesce(c.duplicate_of, c.id) AS number, c.id AS holder, c.text
    FROM text_print p
    JOIN comment c ON c.workspace_id = p.workspace_id AND c.id = p.comment_id
    WHERE p.workspace_id = ${workspaceId} AND p.print = ANY(${list(prints)}::bigint[]) AND NOT p.comment_id = ANY(${list(without)}::bigint[])`;
  return new Map(
    rows.map(({ print, text, number, holder }) => [Number(print), { group: { stored: { number, holder } }, text }]),
  );
}

const stored = (group: Group | undefined): StoredGroup | null => (group && 'stored' in group ? group.stored : null);

/** The number of a group that was stored before. */
export const storedNumber = (group: Group | undefined): number | null => stored(group)?.number ?? null;

/** A page of texts with the groups that were found and, for those that were new, the ids they got. */
export interface StoredPage {
  readonly candidates: readonly Candidate[];
  readonly groups: readonly Group[];
  readonly ids: readonly (number | null)[];
  /** Numbers of the groups that begin with a text of the page; without it the id of the text. */
  readonly numbers?: readonly (number | null)[];
}

/**
 * Joins new comments to a first one that came in the same page, and keeps the prints of all, so that later ones find their group.
 * Where somebody else stored the same texts meanwhile, their groups are joined: the prints of both meet here.
 */
export async function joinGroups(transaction: Transaction, workspaceId: number, page: StoredPage): Promise<void> {
  const { candidates, groups, ids } = page;
  const joined = new Map<number, number>();
  const holders = new Map<number, number>();
  const begun: { id: number; place: number }[] = [];
  candidates.forEach(({ prints }, place) => {
    const id = ids[place];
    const group = groups[place] ?? null;
    if (!id) return;
    const first = group && 'pageFirst' in group ? group.pageFirst : null;
    const firstId = first === null ? null : (ids[first] ?? null);
    if (first !== null && firstId !== null) joined.set(id, page.numbers?.[first] ?? firstId);
    if (!stored(group)) begun.push({ id, place });
    for (const print of prints) if (!holders.has(print)) holders.set(print, firstId ?? stored(group)?.holder ?? id);
  });
  await setGroups(transaction, workspaceId, joined);
  const fresh = await keepPrints(transaction, workspaceId, holders);
  const others = new Map([...holders].filter(([print]) => !fresh.has(print)));
  if (others.size) await joinOthers(transaction, workspaceId, { candidates, begun, holders: others });
}

/**
 * Prints of a page that were there (`holders`): of groups that were found before, of comments that are gone, which pass to the new ones,
 * or of a transaction that ended just now. The texts that began groups in this page are compared with what is stored by now.
 */
async function joinOthers(
  transaction: Transaction,
  workspaceId: number,
  {
    candidates,
    begun,
    holders,
  }: {
    readonly candidates: readonly Candidate[];
    readonly begun: readonly { readonly id: number; readonly place: number }[];
    readonly holders: ReadonlyMap<number, number>;
  },
): Promise<void> {
  // A statement of its own: it sees what was committed while the prints were being written.
  await transaction.$executeRaw`
    UPDATE text_print known SET comment_id = fresh.holder
    FROM unnest(${list(holders.keys())}::bigint[], ${list(holders.values())}::bigint[]) AS fresh(print, holder)
    WHERE known.workspace_id = ${workspaceId} AND known.print = fresh.print
      AND NOT EXISTS (SELECT FROM comment c WHERE c.workspace_id = known.workspace_id AND c.id = known.comment_id)`;
  const ours = begun.map(({ id }) => id);
  const prints = begun.flatMap(({ place }) => candidates[place]?.prints.filter((print) => holders.has(print)) ?? []);
  const known = await knownPrints(transaction, workspaceId, prints, ours);
  const joined = new Map<number, number>();
  for (const [index, { id, place }] of begun.entries()) {
    if (index % COMPARED_AT_ONCE === COMPARED_AT_ONCE - 1) await setImmediate();
    const candidate = candidates[place];
    const found = candidate?.prints.map((print) => known.get(print)) ?? [];
    const match = found.find((entry) => entry && nearlyTheSame(candidate?.text ?? '', entry.text));
    const number = storedNumber(match?.group);
    if (number !== null) joined.set(id, number);
  }
  await setGroups(transaction, workspaceId, joined);
}

/** Finds the groups of comments anew whose text has changed. Their former groups were handed over before. */
export async function regroup(
  transaction: Transaction,
  workspaceId: number,
  changed: readonly (Candidate & { readonly id: number })[],
): Promise<void> {
  const groups = await findGroups(transaction, workspaceId, changed);
  const ids = changed.map(({ id }) => id);
  // Others may go on in a group with the number of this comment: what begins with its new text gets a number that is nobody's.
  const numbers = await newNumbers(transaction, ids.length);
  await setGroups(
    transaction,
    workspaceId,
    new Map(ids.map((id, place) => [id, storedNumber(groups[place]) ?? numbers[place] ?? id])),
  );
  await joinGroups(transaction, workspaceId, { candidates: changed, groups, ids, numbers });
}

/** Numbers that no comment has or will have. */
async function newNumbers(transaction: Transaction, count: number): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ number: number }[]>`
    SELECT nextval(pg_get_serial_sequence('comment', 'id')) AS number FROM generate_series(1, ${count}::int)`;
  return rows.map(({ number }) => Number(number));
}

/** In the order of the comments: two who write the same ones cannot block each other. */
async function setGroups(
  transaction: Transaction,
  workspaceId: number,
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  if (!numbers.size) return;
  await transaction.$executeRaw`
    UPDATE comment SET duplicate_of = number
    FROM unnest(${list(numbers.keys())}::bigint[], ${list(numbers.values())}::bigint[]) AS joined(member, number)
    WHERE workspace_id = ${workspaceId} AND id = member`;
}

/** In the order of the prints: two imports cannot block each other, and the later one waits for the earlier. @returns those that were new */
async function keepPrints(
  transaction: Transaction,
  workspaceId: number,
  holders: ReadonlyMap<number, number>,
): Promise<ReadonlySet<number>> {
  const rows = await transaction.$queryRaw<{ print: bigint }[]>`
    INSERT INTO text_print (workspace_id, print, comment_id)
    SELECT ${workspaceId}, print, holder
    FROM unnest(${list(holders.keys())}::bigint[], ${list(holders.values())}::bigint[]) AS fresh(print, holder)
    ORDER BY print
    ON CONFLICT (workspace_id, print) DO NOTHING
    RETURNING print`;
  return new Set(rows.map(({ print }) => Number(print)));
}

/**
 * Lets go of comments that are about to be deleted, erased or changed. Groups whose text stood for them are represented by another
 * comment from now on; the comments of the group are left as they are, because its number is nobody's property. Comments that
 * `leaving` holds for go as well, in this slice or a later one: none of them takes over.
 */
export async function handGroupsOver(
  transaction: Transaction,
  workspaceId: number,
  { ids, leaving }: { readonly ids: readonly number[]; readonly leaving: Prisma.Sql },
): Promise<void> {
  const gone = Prisma.sql`${list(ids)}::bigint[]`;
  // Whoever joins one of these groups just now is waited for: it may be the one that takes over.
  await transaction.$queryRaw`
    SELECT print FROM text_print WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${gone}) ORDER BY print FOR UPDATE`;
  // The latest one takes over: what is erased by age goes last. It is held: nobody removes or edits it meanwhile.
  await transaction.$executeRaw`
    WITH holder AS MATERIALIZED (
      SELECT DISTINCT t.comment_id AS id FROM text_print t WHERE t.workspace_id = ${workspaceId} AND t.comment_id = ANY(${gone})
    ), handed AS MATERIALIZED (
      SELECT holder.id AS gone, (
        SELECT id FROM comment
        WHERE workspace_id = ${workspaceId} AND coalesce(duplicate_of, id) = coalesce(c.duplicate_of, c.id)
          AND erased_at IS NULL AND NOT id = ANY(${gone}) AND NOT (${leaving})
        ORDER BY published_at DESC, id DESC LIMIT 1
        FOR SHARE
      ) AS heir
      FROM holder
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = holder.id
    )
    UPDATE text_print t SET comment_id = handed.heir
    FROM handed
    WHERE t.workspace_id = ${workspaceId} AND t.comment_id = handed.gone AND handed.heir IS NOT NULL`;
  await transaction.$executeRaw`
    DELETE FROM text_print WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${gone})`;
}
