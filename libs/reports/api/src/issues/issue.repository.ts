import { Injectable } from '@nestjs/common';
import {
  reportEditionSchema,
  reportIssueSchema,
  reportSnapshotSchema,
  type ReportEdition,
  type ReportIssue,
  type ReportIssueDetail,
  type ReportIssuePage,
  type ReportIssueQuery,
  type ReportSnapshot,
} from '@moodline/reports/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { InvalidInputError, NotFoundError } from '@moodline/shared/http';
import { editedSnapshot, editionWithoutComments } from '../content/edited-snapshot';
import { quotedIn } from '../content/snapshot-maker';
import { DELIVERIES_OF_ISSUE } from '../queries/issue-deliveries.query';
import { QuotedCommentsQuery } from '../queries/quoted-comments.query';
import { IssueSentError } from '../reports.errors';
import { withoutComments } from './without-comments';

/** In which one is kept and queued. */
export type ReportTransaction = Transaction;

/** One that is to be kept. */
export interface NewIssue {
  readonly reportId: number;
  readonly slot: string;
  /** Why there is nothing in it; null: it was made. */
  readonly reason: string | null;
  readonly byHand: boolean;
  readonly snapshot: ReportSnapshot;
  readonly fingerprint: string;
  readonly linkDays: number | null;
  readonly attachPdf: boolean;
}

/** One that was made, as it is read: edited, and without words of comments that are gone. */
export interface StoredIssue {
  readonly id: number;
  readonly reportId: number;
  readonly title: string;
  readonly linkDays: number | null;
  readonly attachPdf: boolean;
  readonly snapshot: ReportSnapshot;
  /** Before anybody edited it. */
  readonly found: ReportSnapshot;
  readonly edition: ReportEdition | null;
}

interface Row {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly reason: string | null;
  readonly byHand: boolean;
  readonly period: unknown;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly edited: boolean;
  readonly deliveries: unknown;
  readonly report: { readonly id: number; readonly name: string };
}

/** Reports that were made. */
@Injectable()
export class IssueRepository {
  constructor(
    private readonly database: Database,
    private readonly comments: QuotedCommentsQuery,
  ) {}

  /**
   * Keeps one, with the comments that it quotes held: one that goes at the same time is either missing here already, or finds what was
   * kept. @returns its id; null where the slot has one already
   */
  async keep(transaction: Transaction, workspaceId: number, issue: NewIssue): Promise<number | null> {
    const { reportId, slot, reason, byHand, fingerprint, linkDays, attachPdf } = issue;
    const quoted = quotedIn(issue.snapshot);
    await this.comments.hold(workspaceId, quoted, transaction);
    const snapshot = withoutComments(issue.snapshot, await this.comments.gone(workspaceId, quoted, transaction));
    const content = reason === null ? JSON.stringify(snapshot) : null;
    const [row] = await transaction.$queryRaw<{ id: number }[]>`
      INSERT INTO report_issue (workspace_id, report_id, slot, state, reason, by_hand, title, fingerprint, content, comment_ids, link_days, attach_pdf)
      VALUES (${workspaceId}, ${reportId}, ${slot}, ${reason === null ? 'made' : 'skipped'}, ${reason}, ${byHand}, ${snapshot.title},
        ${fingerprint}, ${content}::jsonb, ${content === null ? [] : quoted}::bigint[], ${linkDays}, ${attachPdf})
      ON CONFLICT (workspace_id, report_id, slot) DO NOTHING
      RETURNING id`;
    return row?.id ?? null;
  }

  inTransaction<T>(work: (transaction: ReportTransaction) => Promise<T>): Promise<T> {
    return this.database.$transaction(work);
  }

  /** The one made last, to compare with. */
  async last(workspaceId: number, reportId: number): Promise<{ snapshot: ReportSnapshot; fingerprint: string } | null> {
    const row = await this.database.reportIssue.findFirst({
      where: { workspaceId, reportId, state: 'made' },
      orderBy: { id: 'desc' },
    });
    return row && { snapshot: reportSnapshotSchema.parse(row.content), fingerprint: row.fingerprint };
  }

  /** Newest first. The cursor is the id of the last one of the page before. @throws InvalidInputError */
  async page(workspaceId: number, reportId: number, { cursor, limit }: ReportIssueQuery): Promise<ReportIssuePage> {
    const before = cursor === undefined ? null : Number(cursor);
    if (before !== null && !Number.isSafeInteger(before))
      throw new InvalidInputError([{ path: ['cursor'], message: 'This is not the cursor of a page.' }]);
    const rows = await this.read(Prisma.sql`i.workspace_id = ${workspaceId} AND i.report_id = ${reportId}
      ${before === null ? Prisma.empty : Prisma.sql`AND i.id < ${before}::bigint`}
      ORDER BY i.id DESC LIMIT ${limit + 1}::int`);
    const items = rows.slice(0, limit).map(shown);
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null };
  }

  /** @throws NotFoundError */
  async detail(workspaceId: number, id: number): Promise<ReportIssueDetail> {
    const [row] = await this.read(Prisma.sql`i.workspace_id = ${workspaceId} AND i.id = ${id}`);
    if (!row) throw new NotFoundError('report', id);
    const stored = row.state === 'made' ? await this.get(workspaceId, id) : null;
    const { snapshot = null, found = null, edition = null } = stored ?? {};
    return { ...shown(row), report: row.report, snapshot, found, edition };
  }

  /** One that was made. @throws NotFoundError */
  async get(workspaceId: number, id: number): Promise<StoredIssue> {
    const row = await this.database.reportIssue.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!row?.content) throw new NotFoundError('report', id);
    const { reportId, title, linkDays, attachPdf } = row;
    const gone = await this.comments.gone(workspaceId, row.commentIds.map(Number));
    const found = withoutComments(reportSnapshotSchema.parse(row.content), gone);
    const edition = row.edition === null ? null : reportEditionSchema.parse(row.edition);
    return {
      ...{ id, reportId, title, linkDays, attachPdf },
      snapshot: editedSnapshot(found, edition),
      found,
      edition,
    };
  }

  /** Keeps what somebody makes of one; null takes all of it back. @throws NotFoundError, IssueSentError */
  async edit(workspaceId: number, id: number, edition: ReportEdition | null): Promise<void> {
    const { count } = await this.database.reportIssue.updateMany({
      where: { workspaceId, id, state: 'made', sentAt: null },
      data: { edition: edition ?? Prisma.DbNull },
    });
    if (count) return;
    await this.get(workspaceId, id);
    throw new IssueSentError();
  }

  /**
   * It goes out: from now on it stays as it is. In the transaction that queues or shares it, before anything else of it: an edition that meets
   * it is either in it, or refused.
   */
  async close(transaction: Transaction, workspaceId: number, id: number): Promise<void> {
    await transaction.$executeRaw`
      UPDATE report_issue SET sent_at = coalesce(sent_at, now()) WHERE workspace_id = ${workspaceId} AND id = ${id}`;
  }

  /** Takes the words of comments that go, or lose their text, out of what quotes them. In the transaction in which they go. */
  async clear(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    const rows = await transaction.$queryRaw<{ id: number; content: unknown; edition: unknown }[]>`
      SELECT id, content, edition FROM report_issue
      WHERE workspace_id = ${workspaceId} AND comment_ids && ${[...commentIds]}::bigint[] AND content IS NOT NULL
      ORDER BY id FOR UPDATE`;
    for (const { id, content, edition } of rows) {
      const cleared = withoutComments(reportSnapshotSchema.parse(content), commentIds);
      const edited = edition && JSON.stringify(editionWithoutComments(reportEditionSchema.parse(edition), cleared));
      await transaction.$executeRaw`
        UPDATE report_issue SET content = ${JSON.stringify(cleared)}::jsonb, edition = ${edited}::jsonb
        WHERE workspace_id = ${workspaceId} AND id = ${id}`;
    }
  }

  private read(condition: Prisma.Sql): Promise<Row[]> {
    return this.database.$queryRaw`
      SELECT i.id, i.title, i.state, i.reason, i.by_hand AS "byHand", i.content -> 'period' AS period, i.made_at AS "madeAt",
        i.sent_at AS "sentAt", i.edition IS NOT NULL AS edited,
        (SELECT jsonb_build_object('id', r.id, 'name', r.name) FROM report r WHERE r.workspace_id = i.workspace_id AND r.id = i.report_id) AS report,
        ${DELIVERIES_OF_ISSUE} AS deliveries
      FROM report_issue i WHERE ${condition}`;
  }
}

const shown = ({ madeAt, sentAt, ...row }: Row): ReportIssue =>
  reportIssueSchema.parse({ ...row, madeAt: madeAt.toISOString(), sentAt: sentAt?.toISOString() ?? null });
