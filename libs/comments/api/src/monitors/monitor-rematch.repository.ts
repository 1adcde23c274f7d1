import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { insertMatches, matchAll, readableRules } from './comment-matching.repository';
import { changeRules, holdCounts, tryHoldRematch } from './monitor-locks.query';
import { MonitorMatcher } from './monitor-matcher';
import { readTexts, type StoredText } from './stored-text.query';

/**
 * Counts the comments of a monitor anew when it is matched, a slice a transaction, beside the counts that are shown. Each is called while
 * nobody changes what is counted.
 */
export interface MonitorCounting {
  /** Begins from nothing. */
  begin(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void>;
  /** Counts the next comments after the one of that id. @returns the id of the last one; null when there were none left */
  slice(
    transaction: Transaction,
    workspaceId: number,
    place: { monitorId: number; after: number },
  ): Promise<number | null>;
  /** Puts what was counted in the place of what was shown. */
  end(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void>;
  /** Deletes what was counted of a monitor that is cleared away. */
  forget(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void>;
}

/** Comments looked at in one transaction: some tenths of a second of work. */
const SLICE = 10_000;
/** Rows cleared away in one transaction. */
const CLEARED_SLICE = 10_000;
/** Minutes during which a removal can be undone. */
const UNDO_MINUTES = 10;

/** A monitor whose re-match is going on, and which rules it goes by. */
interface Pending {
  readonly id: number;
  readonly cursor: number;
  readonly generation: number;
}

type Step =
  { readonly state: 'idle' | 'busy' | 'moved' } | { readonly state: 'through'; readonly monitors: readonly Pending[] };

/**
 * Matches stored comments against changed rules, a slice a transaction, in the order of the comments' ids. Where it is stands on the
 * monitor: a process that was killed loses the slice it was at, and whichever process comes next goes on from there.
 * Monitors that are at the same place go together; one that comes later is caught up with first.
 */
@Injectable()
export class MonitorRematchRepository {
  private counting: MonitorCounting | null = null;
  private compiled: { version: string; matcher: MonitorMatcher } = { version: '', matcher: new MonitorMatcher([]) };

  constructor(private readonly database: Database) {}

  countedBy(counting: MonitorCounting): void {
    this.counting = counting;
  }

  /** Workspaces in which there is something to do. */
  async waiting(): Promise<number[]> {
    const rows = await this.database.$queryRaw<{ id: number }[]>`
      SELECT DISTINCT workspace_id AS id FROM monitor WHERE rematch_cursor IS NOT NULL OR removed_at < now() - make_interval(mins => ${UNDO_MINUTES}::int)`;
    return rows.map(({ id }) => id);
  }

  /** Goes one slice on, of counting where a monitor is matched, else of matching. @returns false when there was nothing to do or another process is at it */
  async advance(workspaceId: number, size = SLICE): Promise<boolean> {
    if (await retryOnConflict(() => this.database.$transaction((one) => this.countSlice(one, workspaceId))))
      return true;
    const step = await retryOnConflict(() =>
      this.database.$transaction((transaction) => this.slice(transaction, workspaceId, size)),
    );
    if (step.state !== 'through') return step.state === 'moved';
    await retryOnConflict(() => this.database.$transaction((one) => this.finish(one, workspaceId, step.monitors)));
    return true;
  }

  /** Clears away monitors whose removal cannot be undone any more, with their matches. @returns how many */
  async clearRemoved(workspaceId: number, undoMinutes = UNDO_MINUTES): Promise<number> {
    const gone = await this.database.$queryRaw<{ id: number }[]>`
      SELECT id FROM monitor WHERE workspace_id = ${workspaceId} AND removed_at < now() - make_interval(mins => ${undoMinutes}::int)`;
    for (const { id } of gone) await this.clear(workspaceId, id);
    return gone.length;
  }

  private async slice(transaction: Transaction, workspaceId: number, size: number): Promise<Step> {
    if (!(await tryHoldRematch(transaction, workspaceId))) return { state: 'busy' };
    // The rows are locked: a change of their rules waits for this slice, and begins anew after it.
    const pending = await transaction.$queryRaw<Pending[]>`
      SELECT id, rematch_cursor AS cursor, rematch_generation AS generation FROM monitor WHERE workspace_id = ${workspaceId} AND rematch_cursor IS NOT NULL AND count_cursor IS NULL ORDER BY id FOR NO KEY UPDATE`;
    if (!pending.length) return { state: 'idle' };
    const front = Math.min(...pending.map(({ cursor }) => cursor));
    const together = pending.filter(({ cursor }) => cursor === front);
    const ahead = pending.map(({ cursor }) => cursor).filter((cursor) => cursor > front);
    const meeting = ahead.length ? Math.min(...ahead) : null;
    // Their rows are locked before their matches, as by everybody: who removes or edits one of them waits, or has ended.
    // What was erased stays with the monitors that took it: its counts are kept, and its text can be asked no more.
    const comments = await readTexts(
      transaction,
      Prisma.sql`FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.erased_at IS NULL AND c.id > ${front} ${meeting === null ? Prisma.empty : Prisma.sql`AND c.id <= ${meeting}`} ORDER BY c.id LIMIT ${size} FOR SHARE OF c`,
    );
    if (!comments.length && meeting === null) return { state: 'through', monitors: together };
    await this.write(transaction, workspaceId, { together, comments });
    const place = comments.length < size && meeting !== null ? meeting : (comments.at(-1)?.id ?? front);
    await transaction.$executeRaw`
      UPDATE monitor SET rematch_cursor = ${place}, rematch_checked = rematch_checked + ${comments.length}::int WHERE workspace_id = ${workspaceId} AND id = ANY(${together.map(({ id }) => id)}::int[])`;
    return { state: 'moved' };
  }

  private async write(
    transaction: Transaction,
    workspaceId: number,
    { together, comments }: { together: readonly Pending[]; comments: readonly StoredText[] },
  ): Promise<void> {
    const matcher = await this.matcherOf(transaction, workspaceId, together);
    // Of a monitor whose rules never changed there is nothing that older rules took.
    const changed = together.filter(({ generation }) => generation > 0).map(({ id }) => id);
    if (changed.length) {
      // By the ids that were read, never by their range: a comment that came meanwhile was matched at the door.
      await transaction.$executeRaw`
        DELETE FROM comment_monitor WHERE workspace_id = ${workspaceId} AND monitor_id = ANY(${changed}::int[]) AND comment_id = ANY(${comments.map(({ id }) => id)}::bigint[])`;
    }
    await insertMatches(transaction, workspaceId, matchAll(matcher, comments));
  }

  private async matcherOf(
    transaction: Transaction,
    workspaceId: number,
    together: readonly Pending[],
  ): Promise<MonitorMatcher> {
    const version = `${workspaceId}/${together.map(({ id, generation }) => `${id}:${generation}`).join()}`;
    if (this.compiled.version !== version) {
      const rows = await transaction.monitor.findMany({
        where: { workspaceId, id: { in: together.map(({ id }) => id) } },
        select: { id: true, rules: true },
      });
      this.compiled = { version, matcher: new MonitorMatcher(readableRules(rows)) };
    }
    return this.compiled.matcher;
  }

  /** Lets monitors that are matched be counted, unless their rules have changed again; where nobody counts they are through. */
  private async finish(transaction: Transaction, workspaceId: number, monitors: readonly Pending[]): Promise<void> {
    await holdCounts(transaction, workspaceId);
    const next = this.counting ? Prisma.sql`count_cursor = 0` : Prisma.sql`rematch_cursor = NULL`;
    const matched = await transaction.$queryRaw<{ id: number }[]>`
      UPDATE monitor m SET ${next}
      FROM unnest(${monitors.map(({ id }) => id)}::int[], ${monitors.map(({ generation }) => generation)}::int[]) AS t (id, generation)
      WHERE m.workspace_id = ${workspaceId} AND m.id = t.id AND m.rematch_generation = t.generation AND m.rematch_cursor IS NOT NULL
      RETURNING m.id`;
    for (const { id } of matched) await this.counting?.begin(transaction, workspaceId, id);
  }

  /** @returns false when no monitor is being counted */
  private async countSlice(transaction: Transaction, workspaceId: number): Promise<boolean> {
    const [waits] = await transaction.$queryRaw<
      unknown[]
    >`SELECT id FROM monitor WHERE workspace_id = ${workspaceId} AND count_cursor IS NOT NULL LIMIT 1`;
    if (!waits || !this.counting) return false;
    await holdCounts(transaction, workspaceId);
    const [monitor] = await transaction.$queryRaw<{ id: number; after: number }[]>`
      SELECT id, count_cursor AS after FROM monitor
      WHERE workspace_id = ${workspaceId} AND count_cursor IS NOT NULL
      ORDER BY id
      LIMIT 1
      FOR NO KEY UPDATE`;
    if (!monitor) return true;
    const { id, after } = monitor;
    const place = await this.counting.slice(transaction, workspaceId, { monitorId: id, after });
    if (place === null) await this.counting.end(transaction, workspaceId, id);
    const through = place === null ? Prisma.sql`rematch_cursor = NULL,` : Prisma.empty;
    await transaction.$executeRaw`
      UPDATE monitor SET ${through} count_cursor = ${place}::bigint WHERE workspace_id = ${workspaceId} AND id = ${id}`;
    return true;
  }

  private async clear(workspaceId: number, id: number): Promise<void> {
    const matches = Prisma.sql`workspace_id = ${workspaceId} AND monitor_id = ${id}`;
    let deleted: number;
    do {
      deleted = await retryOnConflict(
        () => this.database.$executeRaw`
          DELETE FROM comment_monitor
          WHERE ${matches} AND comment_id IN (
            SELECT comment_id FROM comment_monitor WHERE ${matches} ORDER BY comment_id LIMIT ${CLEARED_SLICE})`,
      );
    } while (deleted === CLEARED_SLICE);
    await retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        await changeRules(transaction, workspaceId);
        // Restored in the last moment: then it is matched anew, for its matches are gone.
        const { count } = await transaction.monitor.deleteMany({
          where: { workspaceId, id, removedAt: { not: null } },
        });
        if (!count)
          await transaction.monitor.updateMany({
            where: { workspaceId, id },
            data: { rematchCursor: 0, countCursor: null, rematchChecked: 0, rematchGeneration: { increment: 1 } },
          });
        if (!count) return;
        await transaction.$executeRaw`DELETE FROM comment_monitor WHERE ${matches}`;
        await this.counting?.forget(transaction, workspaceId, id);
      }),
    );
  }
}
