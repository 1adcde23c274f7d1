import type { Transaction } from '@moodline/shared/db';
import { RunEndedError } from '../sources.errors';
import { stored, type StoredSource } from '../sources/sources.repository';

/** What is done in a transaction that holds a source. */
export type WithSource<Args extends unknown[], Result> = (transaction: Transaction, ...args: Args) => Promise<Result>;

/** Whether a run is to begin, asked while nobody else can begin one. */
export type DueCheck = WithSource<[], boolean>;

/**
 * Holds a source until the transaction ends: who starts a run of it, changes its settings, or says what came of a run, comes one after the other.
 * @returns null when it is gone
 */
export async function lockSource(
  transaction: Transaction,
  workspaceId: number,
  id: number,
): Promise<StoredSource | null> {
  await transaction.$queryRaw`SELECT id FROM source WHERE workspace_id = ${workspaceId} AND id = ${id} FOR NO KEY UPDATE`;
  const row = await transaction.source.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && stored(row);
}

/**
 * Sources are locked while something is brought to them: two runs cannot block each other half-way, and a source that is
 * being removed cannot be filled at the same time. Always in the order of their ids.
 * @returns the generation of the settings of each
 * @throws RunEndedError when one is gone
 */
export async function lockSources(
  transaction: Transaction,
  workspaceId: number,
  sourceIds: readonly number[],
): Promise<Map<number, number>> {
  const ids = [...new Set(sourceIds)];
  const locked = await transaction.$queryRaw<{ id: number; generation: number }[]>`
    SELECT id, settings_generation AS generation
    FROM source
    WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}::int[])
    ORDER BY id
    FOR NO KEY UPDATE`;
  if (locked.length !== ids.length) throw new RunEndedError();
  return new Map(locked.map(({ id, generation }) => [id, generation]));
}
