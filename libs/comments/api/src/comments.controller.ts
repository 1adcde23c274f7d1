import { Controller, Get, Res } from '@nestjs/common';
import {
  type Comment,
  type CommentPage,
  commentPageSchema,
  type CommentQuery,
  commentQuerySchema,
  commentSchema,
  type CommentThread,
  commentThreadSchema,
  exportedCommentSchema,
  type ExportProgress,
  exportProgressSchema,
  type ExportQuery,
  exportQuerySchema,
  exportTicketSchema,
} from '@moodline/comments/contract';
import {
  type Actor,
  Answers,
  AnswersStream,
  CurrentActor,
  LongIdParam,
  NotFoundError,
  ReadsOnly,
  RequirePermission,
  ZodQuery,
} from '@moodline/shared/http';
import type { Response } from 'express';
import { CommentExport, EXPORT_TYPES } from './export/comment-export';
import { ExportProgressBoard } from './export/export-progress';
import { dayOf } from './period';
import { CommentRepository } from './comment.repository';
import { FilterResolver } from './filter-resolver';
import { MonitorMarks } from './monitors/monitor-marks';
import type { ResolvedFilter } from './resolved-filter';
import { markSearch } from './search/text-marks';

@Controller('comments')
export class CommentsController {
  constructor(
    private readonly comments: CommentRepository,
    private readonly filters: FilterResolver,
    private readonly exporter: CommentExport,
    private readonly progress: ExportProgressBoard,
    private readonly marks: MonitorMarks,
  ) {}

  @Get()
  @Answers(commentPageSchema)
  @RequirePermission('comments.read')
  async list(@CurrentActor() actor: Actor, @ZodQuery(commentQuerySchema) query: CommentQuery): Promise<CommentPage> {
    if (!query.ids) {
      const page = await this.comments.page(await this.filter(actor.workspaceId, query), query);
      const items = query.monitor ? await this.marks.mark(actor.workspaceId, query.monitor, page.items) : page.items;
      return { ...page, items: markSearch(query.q, items) };
    }
    const items = await this.comments.byIds(actor.workspaceId, query.ids);
    return { items, nextCursor: null, total: items.length, totalCapped: false, slowSearch: false };
  }

  /** All matching comments as a file, oldest first. */
  @Get('export')
  @AnswersStream('application/x-ndjson', exportedCommentSchema)
  @RequirePermission('comments.export')
  @ReadsOnly()
  async export(
    @CurrentActor() { workspaceId }: Actor,
    @ZodQuery(exportQuerySchema) { format, ticket, state, assignee, ...query }: ExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const filter = { ...(await this.filters.resolve(workspaceId, query)), state, assignee };
    const name = `moodline-comments-${dayOf(new Date(), filter.timeZone)}.${format}`;
    response.set({ 'Content-Type': EXPORT_TYPES[format], 'Content-Disposition': `attachment; filename="${name}"` });
    await this.exporter.write({ filter, format, ticket }, response);
  }

  /** How many comments an export has written so far. */
  @Get('export/progress')
  @Answers(exportProgressSchema)
  @RequirePermission('comments.export')
  exportProgress(
    @CurrentActor() { workspaceId }: Actor,
    @ZodQuery(exportTicketSchema) { ticket }: { ticket: string },
  ): ExportProgress {
    return this.progress.of(workspaceId, ticket);
  }

  @Get(':id')
  @Answers(commentSchema)
  @RequirePermission('comments.read')
  async one(@CurrentActor() actor: Actor, @LongIdParam() id: number): Promise<Comment> {
    const [comment] = await this.comments.byIds(actor.workspaceId, [id]);
    if (!comment) throw new NotFoundError('comment', id);
    return comment;
  }

  /** What the comment answers, and what answers it. */
  @Get(':id/thread')
  @Answers(commentThreadSchema)
  @RequirePermission('comments.read')
  async thread(@CurrentActor() actor: Actor, @LongIdParam() id: number): Promise<CommentThread> {
    const thread = await this.comments.thread(actor.workspaceId, id);
    if (!thread) throw new NotFoundError('comment', id);
    return thread;
  }

  private async filter(workspaceId: number, query: CommentQuery): Promise<ResolvedFilter> {
    const { alike, machine, human, state, assignee } = query;
    return { ...(await this.filters.resolve(workspaceId, alike ? {} : query)), alike, machine, human, state, assignee };
  }
}
