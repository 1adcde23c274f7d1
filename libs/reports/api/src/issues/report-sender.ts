import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Report } from '@moodline/reports/contract';
import { DeliveryRepository } from '@moodline/notify/api';
import { endOfQuiet } from '../schedule/occurrences';
import { hashOf } from '../share/link-token';
import { ReportLinks } from '../share/report-links';
import { ShareRepository } from '../share/share.repository';
import type { ReportTransaction } from './issue.repository';
import type { StoredRecipient } from './report.repository';

/** The name under which reports write their letters. */
export const REPORT_LETTER = 'report';

/** One that goes out. */
export interface OutgoingReport {
  readonly workspaceId: number;
  readonly issueId: number;
  readonly title: string;
  readonly report: Pick<Report, 'language' | 'quiet' | 'linkDays'>;
  readonly timeZone: string;
}

/** Queues a report for its recipients, in the transaction in which it is kept: it is sent to each once, or it is said that nobody knows. */
@Injectable()
export class ReportSender {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly shares: ShareRepository,
    private readonly links: ReportLinks,
    @Optional() @Inject('report-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  /** @returns how many were queued: who was written to before, or unsubscribed, is left out */
  async queue(
    transaction: ReportTransaction,
    outgoing: OutgoingReport,
    recipients: readonly StoredRecipient[],
  ): Promise<number> {
    const { workspaceId, issueId, report, timeZone } = outgoing;
    await this.share(transaction, outgoing);
    const notBefore = endOfQuiet(report.quiet, this.now(), timeZone);
    let queued = 0;
    for (const { id, channelId, unsubscribedAt } of recipients)
      if (!unsubscribedAt)
        queued += await this.deliveries.enqueue(transaction, {
          ...{ workspaceId, channelIds: [channelId], notBefore },
          reference: `report:${issueId}:${id}`,
          notice: noticeOf(outgoing, `${issueId}/${id}`),
        });
    return queued;
  }

  /** To one address, to see how it looks there: at once, each time anew. */
  async test(
    transaction: ReportTransaction,
    outgoing: OutgoingReport,
    to: { readonly channelId: number; readonly address: string; readonly mark: string },
  ): Promise<void> {
    await this.share(transaction, outgoing);
    await this.deliveries.enqueue(transaction, {
      ...{ workspaceId: outgoing.workspaceId, channelIds: [to.channelId] },
      reference: `report-test:${outgoing.issueId}:${to.mark}`,
      notice: noticeOf(outgoing, `${outgoing.issueId}/0/${to.address}`),
    });
  }

  /** The link that the messages carry. */
  private async share(transaction: ReportTransaction, { workspaceId, issueId, report }: OutgoingReport): Promise<void> {
    if (report.linkDays === null) return;
    const tokenHash = hashOf(this.links.secretOf(workspaceId, issueId));
    await this.shares.create(workspaceId, { issueId, tokenHash, days: report.linkDays }, transaction);
  }
}

const noticeOf = ({ title, report }: OutgoingReport, key: string) => ({
  ...{ language: report.language, tone: 'plain' as const, title },
  ...{ paragraphs: [], facts: [], quotes: [], link: null },
  letter: { by: REPORT_LETTER, key },
});
