import { Controller, Delete, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  madeIssueSchema,
  madeShareSchema,
  makeShareSchema,
  reportEditionSchema,
  reportFormatSchema,
  reportIssueDetailSchema,
  reportShareSchema,
  type MadeIssue,
  type MadeShare,
  type MakeShare,
  type ReportEdition,
  type ReportFormat,
  type ReportIssueDetail,
  type ReportShare,
} from '@moodline/reports/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  AnswersStream,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodParam,
} from '@moodline/shared/http';
import type { Response } from 'express';
import { z } from 'zod';
import { IssueMaker } from './issues/issue-maker';
import { IssueRepository } from './issues/issue.repository';
import { pagePolicy } from './outputs/page-policy';
import { ReportOutputs } from './outputs/report-outputs';
import { ReportLinks } from './share/report-links';
import { SharedReport } from './share/shared-report';

/** Formats that are read in the browser rather than kept as files. */
const READ: readonly ReportFormat[] = ['html', 'mail'];

@Controller()
export class ReportIssuesController {
  constructor(
    private readonly issues: IssueRepository,
    private readonly maker: IssueMaker,
    private readonly outputs: ReportOutputs,
    private readonly shared: SharedReport,
    private readonly links: ReportLinks,
  ) {}

  /** One that was made, with everything it shows. */
  @Get('report-issues/:id')
  @Answers(reportIssueDetailSchema)
  @RequirePermission('reports.read')
  one(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<ReportIssueDetail> {
    return this.issues.detail(actor.workspaceId, id);
  }

  /** Links to one that need no account and still lead somewhere. (Before the route of formats, which takes any last part.) */
  @Get('report-issues/:id/shares')
  @Answers(z.array(reportShareSchema))
  @RequirePermission('reports.read')
  shares(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<ReportShare[]> {
    return this.shared.list(actor.workspaceId, id);
  }

  /** One that was made, as a page, a PDF, a mail, Markdown, a Word document, its tables as CSV or XLSX, or what it is drawn from. */
  @Get('report-issues/:id/:format')
  @AnswersStream('application/octet-stream')
  @RequirePermission('reports.read')
  async file(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodParam('format', reportFormatSchema) format: ReportFormat,
    @Res() response: Response,
  ): Promise<void> {
    const { snapshot } = await this.issues.get(actor.workspaceId, id);
    const { name, type, content } = await this.outputs.write(snapshot, format, this.links.publicUrl);
    const place = READ.includes(format) ? 'inline' : 'attachment';
    response.setHeader('Content-Disposition', `${place}; filename*=UTF-8''${encodeURIComponent(name)}`);
    response.setHeader('Content-Security-Policy', pagePolicy(typeof content === 'string' ? content : ''));
    response.type(type).send(content);
  }

  /** Keeps what somebody makes of one before it goes out. */
  @Put('report-issues/:id/edition')
  @Answers(reportIssueDetailSchema)
  @RequirePermission('reports.write')
  async edit(
    @CurrentActor() { workspaceId }: Actor,
    @IdParam() id: number,
    @ZodBody(reportEditionSchema) edition: ReportEdition,
  ): Promise<ReportIssueDetail> {
    await this.issues.edit(workspaceId, id, edition);
    return this.issues.detail(workspaceId, id);
  }

  /** Makes it again as it was found. */
  @Delete('report-issues/:id/edition')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('reports.write')
  unedit(@CurrentActor() { workspaceId }: Actor, @IdParam() id: number): Promise<void> {
    return this.issues.edit(workspaceId, id, null);
  }

  /** Sends one that was made to those recipients who do not have it. */
  @Post('report-issues/:id/send')
  @Answers(madeIssueSchema)
  @HttpCode(200)
  @RequirePermission('reports.write')
  send(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<MadeIssue> {
    return this.maker.send(actor.workspaceId, id);
  }

  /** Makes a link that needs no account. Its address is shown this once. */
  @Post('report-issues/:id/shares')
  @Answers(madeShareSchema)
  @RequirePermission('reports.write')
  share(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(makeShareSchema) { days }: MakeShare,
  ): Promise<MadeShare> {
    return this.shared.share(actor.workspaceId, id, days);
  }

  /** Takes a link back. */
  @Delete('report-shares/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('reports.write')
  revoke(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.shared.revoke(actor.workspaceId, id);
  }
}
