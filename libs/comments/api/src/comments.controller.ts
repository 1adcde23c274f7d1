import { Controller, Get, Header, Res } from '@nestjs/common';
import {
  type Comment,
  type CommentPage,
  commentPageSchema,
  type CommentQuery,
  commentQuerySchema,
  commentSchema,
  exportedCommentSchema,
} from '@moodline/comments/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/shared/contract';
import {
  type Actor,
  Answers,
  AnswersStream,
  CurrentActor,
  LongIdParam,
  NotFoundError,
  RequirePermission,
  ZodQuery,
} from '@moodline/shared/http';
import type { Response } from 'express';
import { CommentExport } from './comment-export';
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

  /** All matching comments as JSON Lines, oldest first. */
  @Get('export')
  @AnswersStream('application/x-ndjson', exportedCommentSchema)
  @RequirePermission('comments.export')
  @Header('Content-Type', 'application/x-ndjson; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="moodline-comments.jsonl"')
  async export(
    @CurrentActor() actor: Actor,
    @ZodQuery(commentFilterSchema) filter: CommentFilter,
    @Res() response: Response,
  ): Promise<void> {
    await this.exporter.write(await this.filters.resolve(actor.workspaceId, filter), response);
  }

  @Get(':id')
  @Answers(commentSchema)
  @RequirePermission('comments.read')
  async one(@CurrentActor() actor: Actor, @LongIdParam() id: number): Promise<Comment> {
    const [comment] = await this.comments.byIds(actor.workspaceId, [id]);
    if (!comment) throw new NotFoundError('comment', id);
    return comment;
  }

  private async filter(workspaceId: number, query: CommentQuery): Promise<ResolvedFilter> {
    const { alike, machine, human } = query;
    return { ...(await this.filters.resolve(workspaceId, alike ? {} : query)), alike, machine, human };
  }
}
