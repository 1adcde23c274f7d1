import { Injectable } from '@nestjs/common';
import { CommentIntake, type IncomingComment, type IntakeResult } from '@moodline/comments/api';
import type { PageQuery } from '@moodline/shared/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { InvalidInputError, NotFoundError } from '@moodline/shared/http';
import type { RejectedRow, Run, RunPage } from '@moodline/sources/contract';
import { advanceBackfill, type BackfillStep } from '../backfill/backfill.repository';
import type { HttpUsage } from '../connectors/http/source-http';
import { withoutValues } from '../incoming/reject-reason';
import { runView } from './run-view';
import { RunEndedError } from '../sources.errors';

/** From so many new comments on, the statistics of the database are out of date. */
const MANY_COMMENTS = 1000;

/** A run that is going on. */
export interface OpenRun {
  readonly workspaceId: number;
  readonly runId: number;
  readonly sourceId: number;
}

/** What a run brings in one go: comments (each to its source), how many rows were read for them, and where reading goes on. */
export interface RunBatch {
  readonly rows: number;
  readonly rejected: number;
  /** The first rejected rows of the whole run so far, kept with the run. */
  readonly rejectedRows: readonly RejectedRow[];
  readonly comments: readonly { readonly sourceId: number; readonly comments: readonly IncomingComment[] }[];
  readonly cursor?: object;
  /** For a slice of a backfill instead: how far that has come. */
  readonly backfill?: BackfillStep;
  /** Take over what changed in comments that are there already. */
  readonly follow?: boolean;
  /** Comments of the run's source that were deleted there. */
  readonly deletedIds?: readonly string[];
  /** Left out on purpose before they came here. */
  readonly filtered?: number;
  /** What the whole run has cost the site so far. */
  readonly usage?: HttpUsage;
}

/** What became of a batch. */
export interface StoredBatch extends IntakeResult {
  readonly removed: number;
}

export interface RunFailure {
  readonly code: string;
  readonly message: string;
}

/** Rejected rows that are kept with a run. */
export const KEPT_REJECTED_ROWS = 100;

/** Runs, and the one transaction by which they bring comments. */
@Injectable()
export class RunRepository {
  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
  ) {}

  /** Opens the run of an import. */
  async open(
    workspaceId: number,
    run: { sourceId: number; trigger: Run['trigger']; fileName?: string },
  ): Promise<OpenRun> {
    const { id } = await this.database.crawlRun.create({ data: { workspaceId, status: 'running', ...run } });
    return { workspaceId, runId: id, sourceId: run.sourceId };
  }

  async find(workspaceId: number, id: number): Promise<Run> {
    const row = await this.database.crawlRun.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!row) throw new NotFoundError('run', id);
    return runView(row);
  }

  /** Runs of a source, newest first. The cursor is the id of the last run of the page before. */
  async page(workspaceId: number, sourceId: number, { cursor, limit }: PageQuery): Promise<RunPage> {
    const before = cursor === undefined ? undefined : Number(cursor);
    if (before !== undefined && !Number.isSafeInteger(before))
      throw new InvalidInputError([
        { code: 'custom', path: ['cursor'], message: 'This is not the cursor of a page.', input: cursor },
      ]);
    const rows = await this.database.crawlRun.findMany({
      where: { workspaceId, sourceId, id: { lt: before } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit).map(runView);
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null };
  }

  /** Does ahead what can be done before the batch before this one is stored. */
  prepare(comments: readonly IncomingComment[]): void {
    this.intake.prepare(comments);
  }

  /**
   * Stores a batch, the run's counts and the cursor together.
   * @throws RunEndedError when the run is not going on any more or a source is gone
   */
  async store(run: OpenRun, batch: RunBatch): Promise<StoredBatch> {
    const { workspaceId, sourceId, runId } = run;
    const { follow, deletedIds = [], filtered = 0 } = batch;
    return this.database.$transaction(async (transaction) => {
      await lockSources(transaction, workspaceId, [sourceId, ...batch.comments.map((part) => part.sourceId)]);
      const total = { imported: 0, duplicates: 0, updated: 0, filtered, removed: 0 };
      for (const part of batch.comments) {
        const result = await this.intake.store(transaction, { workspaceId, runId, follow, ...part });
        for (const key of ['imported', 'duplicates', 'updated', 'filtered'] as const) total[key] += result[key];
      }
      total.removed = await this.intake.removeExternal(transaction, { workspaceId, sourceId }, deletedIds);
      await this.count(transaction, run, { ...batch, ...total });
      if (batch.cursor)
        await transaction.source.update({
          where: { workspaceId_id: { workspaceId, id: sourceId } },
          data: { cursor: batch.cursor },
        });
      if (batch.backfill) await advanceBackfill(transaction, run, { ...batch, ...total, ...batch.backfill });
      return total;
    });
  }

  /** Says that the run is alive. */
  async beat({ workspaceId, runId }: OpenRun): Promise<void> {
    await this.database.crawlRun.updateMany({
      where: { workspaceId, id: runId, status: 'running' },
      data: { heartbeatAt: new Date() },
    });
  }

  /** Ends a run. One that was ended already stays as it is. */
  async finish(
    run: OpenRun,
    end: { notModified?: boolean; failure?: RunFailure; usage?: HttpUsage } = {},
  ): Promise<Run> {
    const { workspaceId, runId } = run;
    const data = {
      status: end.failure ? 'failed' : 'done',
      finishedAt: new Date(),
      notModified: end.notModified ?? false,
      errorCode: end.failure?.code,
      errorMessage: end.failure?.message,
      ...end.usage,
    };
    await this.database.crawlRun.updateMany({ where: { workspaceId, id: runId, status: 'running' }, data });
    const finished = await this.find(workspaceId, runId);
    // The planner learns of a large import at once, not when the database gets round to it: pages stay quick meanwhile.
    if (finished.imported >= MANY_COMMENTS) await this.database.$executeRaw`ANALYZE comment, label_task`;
    return finished;
  }

  /** Ids that are stored already, of those given: what a dry run counts as duplicates. */
  async stored(workspaceId: number, sourceId: number, externalIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.$queryRaw<{ id: string }[]>`
      SELECT external_id AS id FROM comment WHERE workspace_id = ${workspaceId} AND source_id = ${sourceId} AND external_id = ANY(${externalIds.map((id) => this.intake.keptId(id))}::text[])`;
    const stored = new Set(rows.map(({ id }) => id));
    return new Set(externalIds.filter((id) => stored.has(this.intake.keptId(id))));
  }

  private async count(
    transaction: Transaction,
    { workspaceId, runId }: OpenRun,
    batch: RunBatch & StoredBatch,
  ): Promise<void> {
    const { count } = await transaction.crawlRun.updateMany({
      where: { workspaceId, id: runId, status: 'running' },
      data: {
        rows: { increment: batch.rows },
        imported: { increment: batch.imported },
        duplicates: { increment: batch.duplicates },
        updated: { increment: batch.updated },
        removed: { increment: batch.removed },
        filtered: { increment: batch.filtered },
        rejected: { increment: batch.rejected },
        rejectedRows: batch.rejectedRows.slice(0, KEPT_REJECTED_ROWS).map(withoutValues),
        heartbeatAt: new Date(),
        ...batch.usage,
      },
    });
    if (!count) throw new RunEndedError();
  }
}

/**
 * Sources are locked while something is brought to them: two runs cannot block each other half-way, and a source that is
 * being removed cannot be filled at the same time. Always in the order of their ids.
 */
async function lockSources(transaction: Transaction, workspaceId: number, sourceIds: readonly number[]): Promise<void> {
  const ids = [...new Set(sourceIds)];
  const locked = await transaction.$queryRaw<{ id: number }[]>(
    Prisma.sql`SELECT id FROM source WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`,
  );
  if (locked.length !== ids.length) throw new RunEndedError();
}
