import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Letters, type Letter, type LetterMail, type MailPart } from '@moodline/notify/api';
import type { Notice } from '@moodline/notify/contract';
import { NotFoundError } from '@moodline/shared/http';
import { documentOf } from '../document/document-of';
import { fileName } from '../document/file-name';
import type { ReportDocument } from '../document/report-document';
import { REPORT_WORDS } from '../document/words-of';
import { htmlMail } from '../outputs/html-mail';
import { reportPdf } from '../outputs/pdf/report-pdf';
import { ReportLinks } from '../share/report-links';
import { IssueRepository, type StoredIssue } from './issue.repository';
import { REPORT_LETTER } from './report-sender';
import { ReportRepository } from './report.repository';

/** Sentences of the short form. */
const SHORT = 4;

/** Writes what goes out of a report, when it goes out: a mail with its charts, the short form for messengers. */
@Injectable()
export class ReportLetters implements OnModuleInit {
  constructor(
    private readonly letters: Letters,
    private readonly issues: IssueRepository,
    private readonly reports: ReportRepository,
    private readonly links: ReportLinks,
  ) {}

  onModuleInit(): void {
    this.letters.register(REPORT_LETTER, (workspaceId, key) => this.write(workspaceId, key));
  }

  /** @param key `issue/recipient`, or `issue/0/address` of a test */
  private async write(workspaceId: number, key: string): Promise<Letter | null> {
    const [, issueId, recipientId, testAddress] = /^(\d+)\/(\d+)(?:\/(.*))?$/.exec(key) ?? [];
    const recipient = Number(recipientId) ? await this.reports.recipient(workspaceId, Number(recipientId)) : null;
    if (Number(recipientId) && (!recipient || recipient.unsubscribedAt || recipient.removedAt)) return null;
    const issue = await this.issues.get(workspaceId, Number(issueId)).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (!issue) return null;
    const report = documentOf(issue.snapshot);
    const url =
      issue.linkDays === null
        ? this.links.product(issue.reportId, issue.id)
        : this.links.shared(workspaceId, this.links.secretOf(workspaceId, issue.id));
    const address = recipient?.address ?? testAddress;
    const unsubscribe = recipient?.address ? this.links.unsubscribe(workspaceId, recipient.id) : null;
    const mail = address ? await mailOf(report, { issue, address, url, unsubscribe }) : null;
    return { notice: noticeOf(report, url), mail };
  }
}

/** The short form: what happened, the numbers, and the link. */
export function noticeOf(report: ReportDocument, url: string): Notice {
  const { language, title, period, sections } = report;
  const blocks = sections.flatMap((section) => (section.kind === 'summary' ? section.blocks : []));
  const sentences = blocks.flatMap((block) => (block.kind === 'sentences' ? block.items : []));
  const own = sections.flatMap((section) => (section.kind === 'own' ? section.blocks : []));
  const figures = sections.flatMap((section) => section.blocks).find((block) => block.kind === 'figures');
  return {
    ...{ language, tone: 'plain', quotes: [] },
    title: `${title} · ${period}`,
    paragraphs: [
      ...own.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).slice(0, 1),
      ...sentences.slice(0, SHORT).map(({ text }) => text),
    ],
    facts: figures ? figures.items.map(({ name, value, note }) => ({ name, value: `${value} (${note})` })) : [],
    link: { words: REPORT_WORDS[language].openReport, url },
  };
}

async function mailOf(
  report: ReportDocument,
  to: {
    readonly issue: StoredIssue;
    readonly address: string;
    readonly url: string;
    readonly unsubscribe: string | null;
  },
): Promise<LetterMail> {
  const { issue, address, url, unsubscribe } = to;
  const { html, text, images } = htmlMail(report, { report: url, unsubscribe });
  const pictures: MailPart[] = images.map(({ cid, png }) => ({
    ...{ cid, content: png, filename: `${cid.split('@')[0]}.png` },
    contentType: png.subarray(0, 2).toString('hex') === 'ffd8' ? 'image/jpeg' : 'image/png',
  }));
  const pdf: MailPart[] = issue.attachPdf
    ? [{ filename: `${fileName(report)}.pdf`, contentType: 'application/pdf', content: await reportPdf(report) }]
    : [];
  const subject = `${report.title} · ${report.period}`;
  return { to: [address], subject, html, text, parts: [...pictures, ...pdf], unsubscribe };
}
