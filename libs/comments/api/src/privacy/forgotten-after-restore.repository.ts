import { createSecretKey } from 'node:crypto';
import type { ForgottenEntry } from '@moodline/comments/contract';
import { commentIdentity, forgottenHash, type ForgottenKind, type HashKey } from './keyed-hash';

/** Runs a statement where a backup was loaded to. */
export type AskDatabase = <Row extends object>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** Who and what was forgotten, in the installation that a backup replaces or in a file. */
export interface ForgottenList {
  readonly entries: readonly ForgottenEntry[];
  /** The highest number that a source had there. */
  readonly lastSource: number;
}

interface Loaded {
  readonly id: string;
  readonly workspace: number;
  readonly sourceId: number;
  readonly externalId: string;
  readonly authorHash: string | null;
  readonly textHash: string;
}

/** What is to be erased for an entry, as comments carry it; of a comment its number. */
interface Target extends ForgottenEntry {
  readonly target: string;
}

const SLICE = 20_000;

/** The list in the schema that is in use, which a backup is about to replace; null where that has none. */
export async function forgottenBefore(ask: AskDatabase): Promise<ForgottenList | null> {
  const [there] = await ask<{ list: boolean }>(`SELECT to_regclass('public.forgotten') IS NOT NULL AS list`);
  if (!there?.list) return null;
  const entries = await ask<ForgottenEntry>(
    `SELECT workspace_id AS workspace, kind, hash
     FROM public.forgotten`,
  );
  const [last] = await ask<{ source: number }>(
    `SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('public.source', 'id')::regclass), 0)::int AS source`,
  );
  return { entries, lastSource: last?.source ?? 0 };
}

/**
 * Puts a list beside the one that a backup brought, and marks every comment of the backup that is on it: `CommentForgetter.resume`
 * erases those at the next start, with everything that hangs on them.
 * @param key that of the backup, with which the list was made as well
 * @returns how many entries the backup did not know
 */
export async function carryForgotten(
  ask: AskDatabase,
  key: Buffer,
  { entries, lastSource }: ForgottenList,
): Promise<number> {
  const added = new Set<string>();
  for (let from = 0; from < entries.length; from += SLICE)
    for (const entry of await insert(ask, entries.slice(from, from + SLICE))) added.add(nameOf(entry));
  if (!added.size) return 0;
  // A source that is made from now on gets a number that no listed comment has.
  await ask(
    `SELECT setval(pg_get_serial_sequence('source', 'id'), greatest($1::int, coalesce(pg_sequence_last_value(pg_get_serial_sequence('source', 'id')::regclass), 1)))`,
    [lastSource],
  );
  await markTargets(ask, createSecretKey(key), added);
  return added.size;
}

/** @returns those that were not there */
async function insert(ask: AskDatabase, entries: readonly ForgottenEntry[]): Promise<ForgottenEntry[]> {
  return ask<ForgottenEntry>(
    `INSERT INTO forgotten (workspace_id, kind, hash, erased)
     SELECT DISTINCT ON (e.workspace, e.kind, e.hash) e.workspace, e.kind, e.hash, (e.kind = 'comment')::int
     FROM unnest($1::int[], $2::text[], $3::text[]) AS e (workspace, kind, hash)
     ON CONFLICT DO NOTHING
     RETURNING workspace_id AS workspace, kind, hash`,
    columns(entries),
  );
}

async function markTargets(ask: AskDatabase, key: HashKey, listed: ReadonlySet<string>): Promise<void> {
  const marked = new Set<string>();
  for await (const comments of loadedComments(ask)) {
    const targets = comments.flatMap((comment) => targetsOf(key, comment, listed));
    const fresh = [...new Map(targets.map((target) => [nameOf(target), target])).values()].filter(
      (target) => !marked.has(nameOf(target)),
    );
    for (const target of fresh) marked.add(nameOf(target));
    if (fresh.length)
      await ask(
        `UPDATE forgotten f SET target = found.target
         FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS found (workspace, kind, hash, target)
         WHERE f.workspace_id = found.workspace AND f.kind = found.kind AND f.hash = found.hash`,
        [...columns(fresh), fresh.map(({ target }) => target)],
      );
  }
}

async function* loadedComments(ask: AskDatabase): AsyncGenerator<Loaded[]> {
  let after = [0, '0'];
  for (;;) {
    const comments = await ask<Loaded>(
      `SELECT id::text AS id, workspace_id AS workspace, source_id AS "sourceId", external_id AS "externalId", author_hash AS "authorHash", text_hash AS "textHash"
       FROM comment
       WHERE (workspace_id, id) > ($1::int, $2::bigint)
       ORDER BY workspace_id, id
       LIMIT ${SLICE}`,
      after,
    );
    const last = comments.at(-1);
    if (!last) return;
    yield comments;
    after = [last.workspace, last.id];
  }
}

/** What a comment goes with: its author, its text, or where neither is on the list, the comment by itself. */
function targetsOf(key: HashKey, comment: Loaded, listed: ReadonlySet<string>): Target[] {
  const { id, workspace, sourceId, externalId, authorHash, textHash } = comment;
  const target = (kind: ForgottenKind, value: string | null, erase: string | null): Target[] => {
    if (!value || erase === null) return [];
    const found = { workspace, kind, hash: forgottenHash(key, kind, value), target: erase };
    return listed.has(nameOf(found)) ? [found] : [];
  };
  const wide = [...target('author', authorHash, authorHash), ...target('text', textHash, textHash)];
  return wide.length ? wide : target('comment', commentIdentity(sourceId, externalId), id);
}

const nameOf = ({ workspace, kind, hash }: ForgottenEntry) => `${workspace} ${kind} ${hash}`;

const columns = (entries: readonly ForgottenEntry[]): unknown[] => [
  entries.map(({ workspace }) => workspace),
  entries.map(({ kind }) => kind),
  entries.map(({ hash }) => hash),
];
