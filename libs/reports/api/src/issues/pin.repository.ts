import { Injectable } from '@nestjs/common';
import { MOST_PINS, reportSnapshotSchema, type ReportSnapshot, type SectionOf } from '@moodline/reports/contract';
import { Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { retryOnConflict } from '@moodline/shared/work';
import { quotedIn } from '../content/snapshot-maker';
import { QuotedCommentsQuery } from '../queries/quoted-comments.query';
import { IssueSentError, TooManyPinsError } from '../reports.errors';
import { withoutComments } from './without-comments';

/** The slot of one that was made for something that is pinned: it goes with it when that is taken back. */
export const slotOfPin = (pin: string): string => `pin:${pin}`;

/** What is pinned to reports that have not gone out. */
@Injectable()
export class PinRepository {
  constructor(
    private readonly database: Database,
    private readonly comments: QuotedCommentsQuery,
  ) {}

  /** The one of a report that was made last, where it can still be changed. */
  async openIssue(workspaceId: number, reportId: number): Promise<number | null> {
    const last = await this.database.reportIssue.findFirst({
      select: { id: true, sentAt: true },
      where: { workspaceId, reportId, state: 'made' },
      orderBy: { id: 'desc' },
    });
    return last && !last.sentAt ? last.id : null;
  }

  /**
   * Adds a section, with the comments that it quotes held as when a report is kept. @returns false where the report went out meanwhile
   * @throws TooManyPinsError
   */
  add(workspaceId: number, issueId: number, section: SectionOf<'pinned'>): Promise<boolean> {
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        const quoted = quotedIn({ facts: [], sections: [section] });
        // Comments before the report: in this order they are locked by who removes one, too.
        await this.comments.hold(workspaceId, quoted, transaction);
        const gone = await this.comments.gone(workspaceId, quoted, transaction);
        const locked = await this.locked(transaction, workspaceId, issueId);
        if (!locked) return false;
        const { snapshot } = locked;
        if (snapshot.sections.filter(({ kind }) => kind === 'pinned').length >= MOST_PINS) throw new TooManyPinsError();
        const sections = [...snapshot.sections, section];
        await this.write(transaction, { workspaceId, issueId }, withoutComments({ ...snapshot, sections }, gone));
        return true;
      }),
    );
  }

  /**
   * Takes one out again; where the report was made for it, and nothing else was pinned or edited since, the report with it.
   * @throws NotFoundError, IssueSentError
   */
  async remove(workspaceId: number, issueId: number, pin: string): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const locked = await this.locked(transaction, workspaceId, issueId);
      if (!locked) throw new IssueSentError();
      const { snapshot, slot, edited } = locked;
      const sections = snapshot.sections.filter((one) => one.kind !== 'pinned' || one.pin !== pin);
      if (slot === slotOfPin(pin) && !edited && !sections.some(({ kind }) => kind === 'pinned')) {
        await transaction.reportIssue.delete({ where: { workspaceId_id: { workspaceId, id: issueId } } });
        return;
      }
      await this.write(transaction, { workspaceId, issueId }, { ...snapshot, sections });
    });
  }

  /** @returns null where it went out @throws NotFoundError */
  private async locked(transaction: Transaction, workspaceId: number, issueId: number): Promise<LockedIssue | null> {
    const [row] = await transaction.$queryRaw<
      { content: unknown; sentAt: Date | null; slot: string; edited: boolean }[]
    >`
      SELECT content, sent_at AS "sentAt", slot, edition IS NOT NULL AS edited FROM report_issue
      WHERE workspace_id = ${workspaceId} AND id = ${issueId} AND content IS NOT NULL
      FOR UPDATE`;
    if (!row) throw new NotFoundError('report', issueId);
    const { content, sentAt, slot, edited } = row;
    return sentAt ? null : { slot, edited, snapshot: reportSnapshotSchema.parse(content) };
  }

  private async write(
    transaction: Transaction,
    { workspaceId, issueId }: { readonly workspaceId: number; readonly issueId: number },
    snapshot: ReportSnapshot,
  ): Promise<void> {
    await transaction.$executeRaw`
      UPDATE report_issue SET content = ${JSON.stringify(snapshot)}::jsonb, comment_ids = ${quotedIn(snapshot)}::bigint[]
      WHERE workspace_id = ${workspaceId} AND id = ${issueId}`;
  }
}

interface LockedIssue {
  readonly slot: string;
  readonly edited: boolean;
  readonly snapshot: ReportSnapshot;
}
