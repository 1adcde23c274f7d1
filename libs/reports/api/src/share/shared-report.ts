import { Injectable } from '@nestjs/common';
import type { MadeShare, ReportShare } from '@moodline/reports/contract';
import { IssueRepository } from '../issues/issue.repository';
import { ReportOutputs } from '../outputs/report-outputs';
import { LinkGoneError } from '../reports.errors';
import { hashOf, newSecret, readToken } from './link-token';
import { ReportLinks } from './report-links';
import { ShareRepository } from './share.repository';

/** Reports for readers without an account: by a link that ends by itself and can be taken back. */
@Injectable()
export class SharedReport {
  constructor(
    private readonly shares: ShareRepository,
    private readonly issues: IssueRepository,
    private readonly outputs: ReportOutputs,
    private readonly links: ReportLinks,
  ) {}

  /** @throws NotFoundError */
  async share(workspaceId: number, issueId: number, days: number): Promise<MadeShare> {
    await this.issues.get(workspaceId, issueId);
    const secret = newSecret();
    await this.issues.inTransaction(async (transaction) => {
      await this.issues.close(transaction, workspaceId, issueId);
      await this.shares.create(workspaceId, { issueId, tokenHash: hashOf(secret), days }, transaction);
    });
    return { url: this.links.shared(workspaceId, secret) };
  }

  list(workspaceId: number, issueId: number): Promise<ReportShare[]> {
    return this.shares.list(workspaceId, issueId);
  }

  revoke(workspaceId: number, id: number): Promise<void> {
    return this.shares.revoke(workspaceId, id);
  }

  /** The page: without links into the product, and without anything of who wrote a comment. @throws LinkGoneError */
  async page(token: string): Promise<string> {
    const link = readToken(token);
    const issueId = link && (await this.shares.issueOf(link.workspaceId, hashOf(link.secret)));
    if (!link || issueId === null) throw new LinkGoneError();
    const issue = await this.issues.get(link.workspaceId, issueId);
    const { content } = await this.outputs.write(issue.snapshot, 'html', null);
    return String(content);
  }
}
