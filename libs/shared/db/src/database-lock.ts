import type { Transaction } from './database';

/**
 * The advisory locks of Moodline, each with the number it has in the database. No other file holds such a number. In which order
 * locks are taken is a table in docs/architecture.md: who needs several follows it, or two of them can block each other.
 */
export enum DatabaseLock {
  /** The first workspace is being made; for the whole installation */
  FirstWorkspace = 6600,
  /** Shared by who stores comments, alone for who changes the rules of monitors */
  MonitorRules = 6601,
  /** Stored comments are being matched anew */
  MonitorRematch = 6602,
  /** Shared by who stores comments, alone for who adds to the list of what is forgotten */
  Forgotten = 6603,
  /** The next evaluation is being taken; for the whole installation */
  EvaluationClaim = 6604,
  /** Shared by who changes comments or labels, and so the mood buckets; alone for who counts some of them anew */
  MoodBuckets = 6605,
  /** Roles, grants and policies of rows are being changed; for the whole installation */
  ReaderRole = 6606,
  /** A document is being added: what a workspace may keep is counted and taken in one go */
  Documents = 6607,
}

/** For locks that hold for the whole installation. */
export const ALL_WORKSPACES = 0;

/** Waits for a lock and holds it alone until the transaction ends. */
export async function lock(transaction: Transaction, name: DatabaseLock, workspaceId: number): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(${name}::int, ${workspaceId}::int)`;
}

/** The statement of {@link lock}, for a connection that is none of Prisma's. */
export const lockStatement = (name: DatabaseLock, workspaceId: number): string =>
  `SELECT pg_advisory_xact_lock(${Number(name)}, ${Number(workspaceId)})`;

/** Waits for a lock and holds it, together with others that share it, until the transaction ends. */
export async function lockShared(transaction: Transaction, name: DatabaseLock, workspaceId: number): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock_shared(${name}::int, ${workspaceId}::int)`;
}

/** Takes a lock alone unless somebody holds it. @returns whether it is held now, until the transaction ends */
export async function tryLock(transaction: Transaction, name: DatabaseLock, workspaceId: number): Promise<boolean> {
  const [row] = await transaction.$queryRaw<
    { held: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${name}::int, ${workspaceId}::int) AS held`;
  return row?.held ?? false;
}
