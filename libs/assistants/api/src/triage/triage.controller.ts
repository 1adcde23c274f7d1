import { Controller, Delete, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  type DraftRequest,
  draftRequestSchema,
  type SaveAnswer,
  saveAnswerSchema,
  type SendAnswer,
  sendAnswerSchema,
  supportDraftSchema,
  type Triage,
  type TriageQuery,
  triageQuerySchema,
  triageSchema,
  type TriageSettings,
  triageSettingsSchema,
} from '@moodline/assistants/contract';
import { CommentRepository } from '@moodline/comments/api';
import { type WorkChanged, workChangedSchema } from '@moodline/comments/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  AnswersStream,
  AtOnce,
  CurrentActor,
  LongIdParam,
  NotFoundError,
  RequirePermission,
  ServerEvents,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import type { Response } from 'express';
import { streamed } from '../streamed';
import { AnswerSending } from './answer-sending';
import { SupportAnswers } from './support-answer.repository';
import { SupportDrafter } from './support-drafter';
import { SupportSettings } from './support-settings.repository';
import { TriageBoard } from './triage-board';
import { PersonSendsError } from './triage.errors';

/** Comments that wait for an answer. Moodline drafts; people approve and send. */
@Controller('triage')
export class TriageController {
  /** The model answers one after the other; whoever asks more at once would keep the others waiting. */
  private readonly drafts = new AtOnce(2);

  constructor(
    private readonly board: TriageBoard,
    private readonly drafter: SupportDrafter,
    private readonly answers: SupportAnswers,
    private readonly settings: SupportSettings,
    private readonly comments: CommentRepository,
    private readonly sending: AnswerSending,
    private readonly events: ServerEvents,
  ) {}

  /** What waits, the most urgent first; or what was answered last. */
  @Get()
  @Answers(triageSchema)
  @RequirePermission('comments.read')
  read(@CurrentActor() actor: Actor, @ZodQuery(triageQuerySchema) query: TriageQuery): Promise<Triage> {
    return this.board.read(actor.workspaceId, query);
  }

  /** Within how many hours an answer is due, and how many days are looked back. */
  @Put('settings')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('workspace.write')
  async save(
    @CurrentActor() { workspaceId }: Actor,
    @ZodBody(triageSettingsSchema) settings: TriageSettings,
  ): Promise<void> {
    await this.settings.save(workspaceId, settings);
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'triage-settings' } });
  }

  /** A draft, checked: streamed where the client accepts `text/event-stream`, else whole. Nothing is stored. */
  @Post(':id/draft')
  @HttpCode(200)
  @AnswersStream('application/json', supportDraftSchema)
  @RequirePermission('labels.correct')
  async draft(
    @CurrentActor() actor: Actor,
    @LongIdParam() id: number,
    @ZodBody(draftRequestSchema) { tone }: DraftRequest,
    @Res() response: Response,
  ): Promise<void> {
    const [comment] = await this.comments.byIds(actor.workspaceId, [id]);
    if (!comment || comment.erasedAt) throw new NotFoundError('comment', id);
    response.on('close', this.drafts.begin(actor));
    await streamed(actor, response, (listener) =>
      this.drafter.draft(actor.workspaceId, comment, { tone, ...listener }),
    );
  }

  /** Approves an answer, or says that it was given. */
  @Put(':id/answer')
  @Answers(workChangedSchema)
  @RequirePermission('labels.correct')
  async answer(
    @CurrentActor() { workspaceId, userId }: Actor,
    @LongIdParam() id: number,
    @ZodBody(saveAnswerSchema) answer: SaveAnswer,
  ): Promise<WorkChanged> {
    const before = await this.answers.save({ workspaceId, userId }, id, answer);
    this.events.publish(workspaceId, { type: 'work', data: { ids: [id] } });
    return { before: [before] };
  }

  /** Publishes an answer at the source of the comment. A person who is signed in does; programs may not. */
  @Post(':id/send')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  async send(
    @CurrentActor() { workspaceId, userId, by }: Actor,
    @LongIdParam() id: number,
    @ZodBody(sendAnswerSchema) answer: SendAnswer,
  ): Promise<void> {
    if (by !== 'session') throw new PersonSendsError();
    try {
      await this.sending.send({ workspaceId, userId }, id, answer);
    } finally {
      this.events.publish(workspaceId, { type: 'work', data: { ids: [id] } });
    }
  }

  @Delete(':id/answer')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  async remove(@CurrentActor() { workspaceId }: Actor, @LongIdParam() id: number): Promise<void> {
    await this.answers.remove(workspaceId, id);
    this.events.publish(workspaceId, { type: 'work', data: { ids: [id] } });
  }
}
