import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  firstReportSchema,
  madeIssueSchema,
  makeIssueSchema,
  reportChannelSchema,
  reportDraftSchema,
  reportIssuePageSchema,
  reportIssueQuerySchema,
  reportListItemSchema,
  reportPreviewSchema,
  reportSchema,
  saveReportSchema,
  testReportSchema,
  type FirstReport,
  type MadeIssue,
  type MakeIssue,
  type Report,
  type ReportChannel,
  type ReportDraft,
  type ReportIssuePage,
  type ReportIssueQuery,
  type ReportListItem,
  type ReportPreview,
  type SaveReport,
  type TestReport,
} from '@moodline/reports/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import { z } from 'zod';
import { IssueMaker } from './issues/issue-maker';
import { IssueRepository } from './issues/issue.repository';
import { ReportEditor } from './issues/report-editor';
import { ReportRepository } from './issues/report.repository';
import { ReportChannelsQuery } from './queries/report-channels.query';

const previewQuerySchema = z.object({ report: z.coerce.number().int().positive().optional() });

@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportRepository,
    private readonly editor: ReportEditor,
    private readonly maker: IssueMaker,
    private readonly issues: IssueRepository,
    private readonly ways: ReportChannelsQuery,
  ) {}

  /** Reports, by name, each with the one made last. */
  @Get()
  @Answers(z.array(reportListItemSchema))
  @RequirePermission('reports.read')
  all(@CurrentActor() actor: Actor): Promise<ReportListItem[]> {
    return this.reports.list(actor.workspaceId);
  }

  /** By what a report can be sent. */
  @Get('channels')
  @Answers(z.array(reportChannelSchema))
  @RequirePermission('reports.write')
  channels(@CurrentActor() actor: Actor): Promise<ReportChannel[]> {
    return this.ways.list(actor.workspaceId);
  }

  /** By what a first report could be sent, where there is none yet. */
  @Get('first')
  @Answers(firstReportSchema)
  @RequirePermission('reports.write')
  async first(@CurrentActor() { workspaceId }: Actor): Promise<FirstReport> {
    return { channels: (await this.reports.any(workspaceId)) ? null : await this.ways.list(workspaceId) };
  }

  /** The page of a report as it would be made now. Nothing is kept. With `report`, its last one is what changes are told against. */
  @Post('preview')
  @Answers(reportPreviewSchema)
  @HttpCode(200)
  @RequirePermission('reports.read')
  preview(
    @CurrentActor() actor: Actor,
    @ZodQuery(previewQuerySchema) { report }: z.infer<typeof previewQuerySchema>,
    @ZodBody(reportDraftSchema) draft: ReportDraft,
  ): Promise<ReportPreview> {
    return this.maker.preview(actor.workspaceId, draft, report ?? null);
  }

  @Get(':id')
  @Answers(reportSchema)
  @RequirePermission('reports.read')
  one(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Report> {
    return this.reports.get(actor.workspaceId, id);
  }

  /** Adds a report. A mail server without addresses writes to its own. */
  @Post()
  @Answers(reportSchema)
  @RequirePermission('reports.write')
  create(@CurrentActor() actor: Actor, @ZodBody(saveReportSchema) report: SaveReport): Promise<Report> {
    return this.editor.create(actor.workspaceId, report);
  }

  /** Changes what is made from now on. What was made stays as it is. */
  @Put(':id')
  @Answers(reportSchema)
  @RequirePermission('reports.write')
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(saveReportSchema) report: SaveReport,
  ): Promise<Report> {
    return this.editor.update(actor.workspaceId, id, report);
  }

  /** Ends a report. What was made of it stays. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('reports.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.reports.remove(actor.workspaceId, id);
  }

  /** What was made of a report, newest first. */
  @Get(':id/issues')
  @Answers(reportIssuePageSchema)
  @RequirePermission('reports.read')
  history(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodQuery(reportIssueQuerySchema) query: ReportIssueQuery,
  ): Promise<ReportIssuePage> {
    return this.issues.page(actor.workspaceId, id, query);
  }

  /** Makes one now; with `send`, it goes to all recipients. */
  @Post(':id/issues')
  @Answers(madeIssueSchema)
  @RequirePermission('reports.write')
  make(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(makeIssueSchema) how: MakeIssue,
  ): Promise<MadeIssue> {
    return this.maker.byHand(actor.workspaceId, id, how);
  }

  /** Makes one now and sends it to one channel or address only, to see how it looks there. */
  @Post(':id/test')
  @Answers(madeIssueSchema)
  @RequirePermission('reports.write')
  test(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(testReportSchema) to: TestReport,
  ): Promise<MadeIssue> {
    return this.maker.test(actor.workspaceId, id, to);
  }
}
