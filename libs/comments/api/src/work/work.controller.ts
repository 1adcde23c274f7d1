import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  type AddNote,
  addNoteSchema,
  type CommentNote,
  commentNoteSchema,
  type WorkChange,
  type WorkChanged,
  workChangedSchema,
  workChangesSchema,
  type WorkPerson,
  workPersonSchema,
} from '@moodline/comments/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  holds,
  IdParam,
  LongIdParam,
  RequirePermission,
  ServerEvents,
  ZodBody,
} from '@moodline/shared/http';
import * as z from 'zod';
import { CommentNotes } from './comment-note.repository';
import type { NoteReader } from './comment-notes.query';
import { CommentWork } from './comment-work.repository';

/** What the team does with comments. */
@Controller('work')
export class WorkController {
  constructor(
    private readonly work: CommentWork,
    private readonly notes: CommentNotes,
    private readonly events: ServerEvents,
  ) {}

  /** Whom comments can be assigned to. */
  @Get('people')
  @Answers(z.array(workPersonSchema))
  @RequirePermission('comments.read')
  people(@CurrentActor() { workspaceId, userId }: Actor): Promise<WorkPerson[]> {
    return this.work.people(workspaceId, userId);
  }

  /** State and assignee of comments. */
  @Put('comments')
  @Answers(workChangedSchema)
  @RequirePermission('labels.correct')
  async change(
    @CurrentActor() { workspaceId, userId }: Actor,
    @ZodBody(workChangesSchema) { changes }: { changes: WorkChange[] },
  ): Promise<WorkChanged> {
    const before = await this.work.change(workspaceId, userId, changes);
    this.tell(
      workspaceId,
      before.map(({ id }) => id),
    );
    return { before };
  }

  /** What the team wrote beside a comment, the oldest first. */
  @Get('comments/:id/notes')
  @Answers(z.array(commentNoteSchema))
  @RequirePermission('comments.read')
  all(@CurrentActor() actor: Actor, @LongIdParam() id: number): Promise<CommentNote[]> {
    return this.notes.all(readerOf(actor), id);
  }

  @Post('comments/:id/notes')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  async add(
    @CurrentActor() actor: Actor,
    @LongIdParam() id: number,
    @ZodBody(addNoteSchema) { text }: AddNote,
  ): Promise<void> {
    await this.notes.add(readerOf(actor), id, text);
    this.tell(actor.workspaceId, [id]);
  }

  /** One's own note; owners may remove any. */
  @Delete('notes/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  async remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    this.tell(actor.workspaceId, [await this.notes.remove(readerOf(actor), id)]);
  }

  private tell(workspaceId: number, ids: number[]): void {
    this.events.publish(workspaceId, { type: 'work', data: { ids } });
  }
}

const readerOf = (actor: Actor): NoteReader => ({
  workspaceId: actor.workspaceId,
  userId: actor.userId,
  all: holds(actor, 'comments.forget'),
});
