import { Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  coachedEssaySchema,
  essaySummarySchema,
  type EssaySummary,
  type EssayText,
  essayTextSchema,
  type KeepEssay,
  keepEssaySchema,
  type KeepVersion,
  keepVersionSchema,
  type KeptEssay,
  keptEssaySchema,
  type ReadEssay,
  readEssaySchema,
} from '@moodline/assistants/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  AnswersStream,
  AtOnce,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Response } from 'express';
import * as z from 'zod';
import { streamed } from '../streamed';
import { EssayCoach } from './essay-coach';
import { EssayReader } from './essay-reader';
import { Essays } from './essay.repository';

const keptSchema = z.object({ id: z.number().int() });

/** Essays: read and advised on without being stored, and kept where their writer says so. */
@Controller('essays')
export class EssaysController {
  /** The model answers one after the other; whoever asks more at once would keep the others waiting. */
  private readonly readings = new AtOnce(4);
  private readonly coachings = new AtOnce(2);

  constructor(
    private readonly reader: EssayReader,
    private readonly coach: EssayCoach,
    private readonly essays: Essays,
  ) {}

  /** The mood of each paragraph, and what rules see. Nothing is stored; work stops when the client goes away. */
  @Post('read')
  @HttpCode(200)
  @Answers(readEssaySchema)
  @RequirePermission('chat.ask')
  async read(
    @CurrentActor() actor: Actor,
    @ZodBody(essayTextSchema) { text }: EssayText,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReadEssay> {
    const gone = new AbortController();
    response.on('close', this.readings.begin(actor));
    response.on('close', () => gone.abort());
    return this.reader.read(actor.workspaceId, text, gone.signal);
  }

  /** Two or three pieces of advice, streamed where the client accepts `text/event-stream`. Nothing is stored. */
  @Post('advice')
  @HttpCode(200)
  @AnswersStream('application/json', coachedEssaySchema)
  @RequirePermission('chat.ask')
  async advise(
    @CurrentActor() actor: Actor,
    @ZodBody(essayTextSchema) { text }: EssayText,
    @Res() response: Response,
  ): Promise<void> {
    response.on('close', this.coachings.begin(actor));
    await streamed(actor, response, (listener) => this.coach.advise(actor.workspaceId, text, listener));
  }

  /** Those that the caller keeps: a person's own, whatever the person may do in the workspace, and nothing for a key. */
  @Get()
  @Answers(z.array(essaySummarySchema))
  @RequirePermission('account.write')
  all(@CurrentActor() actor: Actor): Promise<EssaySummary[]> {
    return this.essays.all(actor);
  }

  @Post()
  @Answers(keptSchema)
  @RequirePermission('account.write')
  async keep(
    @CurrentActor() actor: Actor,
    @ZodBody(keepEssaySchema) essay: KeepEssay,
  ): Promise<z.infer<typeof keptSchema>> {
    return { id: await this.essays.keep(actor, essay) };
  }

  @Get(':id')
  @Answers(keptEssaySchema)
  @RequirePermission('account.write')
  one(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<KeptEssay> {
    return this.essays.one(actor, id);
  }

  @Post(':id/versions')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  addVersion(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(keepVersionSchema) { text }: KeepVersion,
  ): Promise<void> {
    return this.essays.addVersion(actor, id, text);
  }

  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.essays.remove(actor, id);
  }
}
