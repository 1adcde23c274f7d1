import type { Transaction } from '@moodline/shared/db';

/** Names of our locks among the advisory locks of the database; the second part is the workspace. */
const RULES = 66_01;
const REMATCH = 66_02;

/**
 * The rules stand still until the transaction ends. Whoever stores comments holds this: a change of rules waits for it, and so
 * every comment is either matched by the new rules on intake or there to be matched anew.
 */
export async function holdRules(transaction: Transaction, workspaceId: number): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock_shared(${RULES}::int, ${workspaceId}::int)`;
}

/** Waits until nobody stores comments by the rules as they were; until the transaction ends nobody begins to. */
export async function changeRules(transaction: Transaction, workspaceId: number): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(${RULES}::int, ${workspaceId}::int)`;
}

/** Keeps stored comments from being matched anew until the transaction ends. */
export async function holdRematch(transaction: Transaction, workspaceId: number): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(${REMATCH}::int, ${workspaceId}::int)`;
}

/** The same without waiting. @returns whether it is ours */
export async function tryHoldRematch(transaction: Transaction, workspaceId: number): Promise<boolean> {
  const [row] = await transaction.$queryRaw<
    { ours: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${REMATCH}::int, ${workspaceId}::int) AS ours`;
  return row?.ours ?? false;
}
