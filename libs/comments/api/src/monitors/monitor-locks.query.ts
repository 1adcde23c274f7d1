import { DatabaseLock, lock, lockShared, tryLock, type Transaction } from '@moodline/shared/db';

/**
 * The rules stand still until the transaction ends. Whoever stores comments holds this: a change of rules waits for it, and so
 * every comment is either matched by the new rules on intake or there to be matched anew.
 */
export async function holdRules(transaction: Transaction, workspaceId: number): Promise<void> {
  await lockShared(transaction, DatabaseLock.MonitorRules, workspaceId);
}

/** Waits until nobody stores comments by the rules as they were; until the transaction ends nobody begins to. */
export async function changeRules(transaction: Transaction, workspaceId: number): Promise<void> {
  await lock(transaction, DatabaseLock.MonitorRules, workspaceId);
}

/** Keeps stored comments from being matched anew until the transaction ends. */
export async function holdRematch(transaction: Transaction, workspaceId: number): Promise<void> {
  await lock(transaction, DatabaseLock.MonitorRematch, workspaceId);
}

/** The same without waiting. @returns whether it is ours */
export function tryHoldRematch(transaction: Transaction, workspaceId: number): Promise<boolean> {
  return tryLock(transaction, DatabaseLock.MonitorRematch, workspaceId);
}
