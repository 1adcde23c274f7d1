import { DatabaseLock, lock, lockShared, tryLock, type Transaction } from '@moodline/shared/db';

/**
 * The rules stand still until the transaction ends. Whoever stores comments holds this: a change of rules waits for it, and so
 * every comment is either matched by the new rules on intake or there to be matched anew.
 */
export async function holdRules(transaction: Transaction, workspaceId: number): Promise<void> {
  await lockShared(transaction, DatabaseLock.MonitorRules, workspaceId);
}

/**
 * Waits until nobody stores comments by the rules as they were, nor counts them for monitors as those were; until the transaction ends
 * nobody begins to.
 */
export async function changeRules(transaction: Transaction, workspaceId: number): Promise<void> {
  await lock(transaction, DatabaseLock.MonitorRules, workspaceId);
  await lock(transaction, DatabaseLock.MoodBuckets, workspaceId);
}

/** Waits until nobody changes what is counted; until the transaction ends nobody begins to. */
export async function holdCounts(transaction: Transaction, workspaceId: number): Promise<void> {
  await lock(transaction, DatabaseLock.MoodBuckets, workspaceId);
}

/** Keeps others from matching stored comments anew until the transaction ends, without waiting. @returns whether it is ours */
export function tryHoldRematch(transaction: Transaction, workspaceId: number): Promise<boolean> {
  return tryLock(transaction, DatabaseLock.MonitorRematch, workspaceId);
}
