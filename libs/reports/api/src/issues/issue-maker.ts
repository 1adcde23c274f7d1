import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MadeIssue, Report, ReportDraft, ReportPreview, TestReport } from '@moodline/reports/contract';
import { retryOnConflict } from '@moodline/shared/work';
import { SnapshotMaker, type MadeReport, type MakingTime } from '../content/snapshot-maker';
import { DigestParts } from '../digests/digest-parts';
import { ReportOutputs } from '../outputs/report-outputs';
import { ReportChannelsQuery } from '../queries/report-channels.query';
import { NoAddressError, NoRecipientError, UnknownChannelError } from '../reports.errors';
import { IssueRepository, type ReportTransaction } from './issue.repository';
import { ReportSender, type OutgoingReport } from './report-sender';
import { ReportRepository } from './report.repository';

/** How one is made. */
interface Making {
  readonly slot: string;
  /** Who made it by hand gets one in any case. */
  readonly byHand: boolean;
  /** When it was due; now, unless told. */
  readonly at?: Date;
  /** In the transaction in which it is kept, before it: false undoes all of it. */
  readonly first?: (transaction: ReportTransaction) => Promise<boolean>;
  /** A test goes to one address: it can be edited after it. */
  readonly isTest?: boolean;
  /** After it was kept. */
  readonly send?: (transaction: ReportTransaction, outgoing: OutgoingReport) => Promise<number>;
}

/** Makes reports: found outside of any transaction, then kept and queued in one. Whoever dies in between has kept and sent nothing. */
@Injectable()
export class IssueMaker {
  constructor(
    private readonly reports: ReportRepository,
    private readonly issues: IssueRepository,
    private readonly snapshots: SnapshotMaker,
    private readonly sender: ReportSender,
    private readonly channels: ReportChannelsQuery,
    private readonly outputs: ReportOutputs,
    private readonly parts: DigestParts,
  ) {}

  /** The page as it would be made now, of a report that may not be saved yet. Nothing is kept. */
  async preview(workspaceId: number, draft: ReportDraft, reportId: number | null): Promise<ReportPreview> {
    const last = reportId === null ? null : await this.issues.last(workspaceId, reportId);
    const { snapshot } = await this.snapshots.make(workspaceId, draft, { last: last?.snapshot ?? null });
    const { content } = await this.outputs.write(snapshot, 'html', null);
    return { html: String(content), n: snapshot.sample.comments, title: snapshot.title };
  }

  /**
   * One now, for all recipients or for nobody.
   * @param how.slot a mark of its own, of one that is made for something @throws NotFoundError, NoRecipientError
   */
  async byHand(
    workspaceId: number,
    reportId: number,
    { send, slot = `hand:${randomUUID()}` }: { readonly send: boolean; readonly slot?: string },
  ): Promise<MadeIssue> {
    const report = await this.reports.get(workspaceId, reportId);
    const recipients = send ? await this.reports.recipients(workspaceId, reportId) : [];
    if (send && !recipients.some(({ unsubscribedAt }) => !unsubscribedAt)) throw new NoRecipientError();
    const made = await this.make(workspaceId, report, {
      ...{ slot, byHand: true },
      send: (transaction, outgoing) => (send ? this.sender.queue(transaction, outgoing, recipients) : noneQueued()),
    });
    // The slot is its own, and nothing stands before it.
    if (!made) throw new Error(`Report ${reportId} was not kept.`);
    return made;
  }

  /** One now, for a single channel or address. @throws NotFoundError, UnknownChannelError, NoAddressError */
  async test(workspaceId: number, reportId: number, { channel, address }: TestReport): Promise<MadeIssue> {
    const report = await this.reports.get(workspaceId, reportId);
    const known = (await this.channels.list(workspaceId)).find(({ id }) => id === channel);
    if (!known) throw new UnknownChannelError(channel);
    const to = address ?? known.to?.[0] ?? '';
    if (known.to && !to) throw new NoAddressError(known.name);
    const mark = randomUUID();
    const made = await this.make(workspaceId, report, {
      ...{ slot: `test:${mark}`, byHand: true, isTest: true },
      send: async (transaction, outgoing) => {
        await this.sender.test(transaction, outgoing, { channelId: channel, address: known.to ? to : '', mark });
        return 1;
      },
    });
    if (!made) throw new Error(`Report ${reportId} was not kept.`);
    return made;
  }

  /** Sends one that was made, to those who do not have it. @throws NotFoundError, NoRecipientError */
  async send(workspaceId: number, issueId: number): Promise<MadeIssue> {
    const issue = await this.issues.get(workspaceId, issueId);
    const report = await this.reports.get(workspaceId, issue.reportId);
    const recipients = await this.reports.recipients(workspaceId, issue.reportId);
    if (!recipients.some(({ unsubscribedAt }) => !unsubscribedAt)) throw new NoRecipientError();
    const timeZone = await this.channels.timeZone(workspaceId);
    const outgoing = {
      workspaceId,
      issueId,
      title: issue.title,
      report: { ...report, linkDays: issue.linkDays },
      timeZone,
    };
    const queued = await this.issues.inTransaction(async (transaction) => {
      await this.issues.close(transaction, workspaceId, issueId);
      return this.sender.queue(transaction, outgoing, recipients);
    });
    return { id: issueId, queued };
  }

  /** @returns null where the slot has one already, or `first` said no */
  async make(workspaceId: number, report: Report, how: Making): Promise<MadeIssue | null> {
    const last = await this.issues.last(workspaceId, report.id);
    const made = await this.made(workspaceId, report, { last: last?.snapshot ?? null, ...(how.at && { at: how.at }) });
    const unchanged = report.skipUnchanged && last?.fingerprint === made.fingerprint;
    const empty = made.snapshot.sample.comments === 0;
    const reason = how.byHand ? null : empty ? 'no-comments' : unchanged ? 'unchanged' : null;
    return retryOnConflict(() =>
      this.issues.inTransaction(async (transaction) => {
        if (how.first && !(await how.first(transaction))) return null;
        const id = await this.issues.keep(transaction, workspaceId, {
          ...{ reportId: report.id, slot: how.slot, byHand: how.byHand, reason },
          ...{ snapshot: made.snapshot, fingerprint: made.fingerprint },
          ...{ linkDays: report.linkDays, attachPdf: report.attachPdf },
        });
        if (id === null) return null;
        const { title, timeZone } = made.snapshot;
        const outgoing = { workspaceId, issueId: id, title, report, timeZone };
        const queued = reason === null && how.send ? await how.send(transaction, outgoing) : 0;
        if (queued && !how.isTest) await this.issues.close(transaction, workspaceId, id);
        return { id, queued };
      }),
    );
  }

  /** What was found; a summary of a week or month with what those of its days or weeks said. */
  private async made(workspaceId: number, report: Report, when: MakingTime): Promise<MadeReport> {
    const made = await this.snapshots.make(workspaceId, report, when);
    const parts = await this.parts.section(workspaceId, report, made.snapshot);
    if (!parts) return made;
    const [summary, ...others] = made.snapshot.sections;
    return { ...made, snapshot: { ...made.snapshot, sections: [...(summary ? [summary] : []), parts, ...others] } };
  }
}

const noneQueued = () => Promise.resolve(0);
