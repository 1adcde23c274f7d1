import { Injectable } from '@nestjs/common';
import { summarySchema, type Summary } from '@moodline/reports/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';

/** Which comments a summary rests on: what could be seen when its writing began. */
export type SummaryView = string;

/** No summary takes as long to write: after it a drop is known to all that are kept. */
const REMEMBERED_DAYS = 1;

/** Comments went, or lost their text, that `summary s` has seen. */
const OUTLIVED = Prisma.sql`EXISTS (
  SELECT FROM summary_drop d
  WHERE d.workspace_id = s.workspace_id AND NOT pg_visible_in_snapshot(d.transaction_id::text::xid8, s.snapshot::pg_snapshot))`;

interface Row extends Omit<Summary, 'createdAt' | 'sentences' | 'facts' | 'themes' | 'reason'> {
  readonly sentences: unknown;
  readonly facts: unknown;
  readonly themes: unknown;
  readonly createdAt: Date;
}

/** Summaries that were written, kept by what they rest on. */
@Injectable()
export class SummaryRepository {
  constructor(private readonly database: Database) {}

  /** To be taken before the first comment of a summary is read. */
  async view(): Promise<SummaryView> {
    const [row] = await this.database.$queryRaw<{ snapshot: string }[]>`
      SELECT pg_current_snapshot()::text AS snapshot`;
    if (!row) throw new Error('The database named no snapshot');
    return row.snapshot;
  }

  async find(workspaceId: number, fingerprint: string): Promise<Summary | null> {
    const [row] = await this.database.$queryRaw<Row[]>`
      SELECT s.sentences, s.facts, s.themes, s.change, s.n, s.dropped, s.model, s.created_at AS "createdAt" FROM summary s
      WHERE s.workspace_id = ${workspaceId} AND s.fingerprint = ${fingerprint} AND NOT ${OUTLIVED}`;
    if (!row) return null;
    const { sentences, facts, themes, model, createdAt } = row;
    return {
      ...row,
      sentences: summarySchema.shape.sentences.parse(sentences),
      facts: summarySchema.shape.facts.parse(facts),
      themes: summarySchema.shape.themes.parse(themes),
      model: model || null,
      reason: null,
      createdAt: createdAt.toISOString(),
    };
  }

  /**
   * Keeps a summary, unless comments that it may tell of have gone since `view`. One that is going just now in a transaction that has
   * not ended is recognised by {@link find}. Two requests may write the same summary at the same time: the second one replaces the first.
   */
  async save(workspaceId: number, fingerprint: string, summary: Summary, view: SummaryView): Promise<void> {
    const { sentences, facts, themes, change, n, dropped, model, createdAt } = summary;
    const content = {
      sentences,
      facts,
      themes,
      change,
      n,
      dropped,
      model: model ?? '',
      snapshot: view,
      createdAt: new Date(createdAt),
    };
    await this.database.$transaction(async (transaction) => {
      await transaction.summary.upsert({
        where: { workspaceId_fingerprint: { workspaceId, fingerprint } },
        create: { workspaceId, fingerprint, ...content },
        update: content,
      });
      await transaction.$executeRaw`DELETE FROM summary s WHERE s.workspace_id = ${workspaceId} AND ${OUTLIVED}`;
      // Not before the summaries: what is forgotten here has to be gone there.
      await transaction.$executeRaw`
        DELETE FROM summary_drop
        WHERE workspace_id = ${workspaceId} AND created_at < now() - make_interval(days => ${REMEMBERED_DAYS}::int)`;
    });
  }

  /**
   * Drops what was written, when comments go or lose their text: a sentence may bear words of any of them, not only of those it
   * cites. What is being written just now will not be kept. They are kept answers only; whoever asks again gets new ones.
   */
  async dropAll(transaction: Transaction, workspaceId: number): Promise<void> {
    await transaction.$executeRaw`
      INSERT INTO summary_drop (workspace_id, transaction_id) VALUES (${workspaceId}, pg_current_xact_id()::text::bigint)
      ON CONFLICT DO NOTHING`;
    await transaction.$executeRaw`
      DELETE FROM summary
      WHERE (workspace_id, fingerprint) IN (
        SELECT workspace_id, fingerprint FROM summary WHERE workspace_id = ${workspaceId} ORDER BY fingerprint FOR UPDATE)`;
  }
}
