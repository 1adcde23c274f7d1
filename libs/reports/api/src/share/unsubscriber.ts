import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@moodline/shared/http';
import { ReportRepository } from '../issues/report.repository';
import { ReportLinks } from './report-links';
import { plainPage } from './plain-page';
import { linkGone, UNSUBSCRIBE_WORDS } from './unsubscribe-words';

/** A page, and whether the link led somewhere. */
export interface AnsweredPage {
  readonly html: string;
  readonly found: boolean;
}

/** Lets people end a report that is mailed to them, without an account: a page asks, a click ends it. */
@Injectable()
export class Unsubscriber {
  constructor(
    private readonly reports: ReportRepository,
    private readonly links: ReportLinks,
  ) {}

  /** Nothing is ended by looking: mail programs open links by themselves. */
  async ask(token: string): Promise<AnsweredPage> {
    const known = await this.known(token);
    if (!known) return gone();
    const { report, address } = known;
    const words = UNSUBSCRIBE_WORDS[report.language];
    const text = words.ask(report.name, address);
    return { html: plainPage(report.language, { title: words.title, text, button: words.button }), found: true };
  }

  async end(token: string): Promise<AnsweredPage> {
    const known = await this.known(token);
    if (!known) return gone();
    await this.reports.unsubscribe(known.workspaceId, known.recipientId);
    const words = UNSUBSCRIBE_WORDS[known.report.language];
    const text = words.done(known.report.name);
    return { html: plainPage(known.report.language, { title: words.title, text }), found: true };
  }

  private async known(token: string) {
    const who = this.links.unsubscribing(token);
    const recipient = who && (await this.reports.recipient(who.workspaceId, who.recipientId));
    if (!who || !recipient) return null;
    try {
      const report = await this.reports.get(who.workspaceId, recipient.reportId);
      return { ...who, address: recipient.address, report };
    } catch (error) {
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  }
}

const gone = (): AnsweredPage => ({
  html: plainPage('en', { title: UNSUBSCRIBE_WORDS.en.title, text: linkGone() }),
  found: false,
});
