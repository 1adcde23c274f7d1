import { Controller, Delete, Put } from '@nestjs/common';
import { type Comment, commentSchema } from '@moodline/comments/contract';
import {
  correctLabelSchema,
  sayEmotionSchema,
  sayKindSchema,
  type CorrectLabel,
  type SayEmotion,
  type SayKind,
} from '@moodline/sentiment/contract';
import { type Actor, Answers, CurrentActor, LongIdParam, RequirePermission, ZodBody } from '@moodline/shared/http';
import { LabelCorrector } from './label-corrector';

@Controller('labels/:commentId')
export class CorrectionsController {
  constructor(private readonly corrector: LabelCorrector) {}

  @Put()
  @Answers(commentSchema)
  @RequirePermission('labels.correct')
  correct(
    @CurrentActor() actor: Actor,
    @LongIdParam('commentId') commentId: number,
    @ZodBody(correctLabelSchema) correction: CorrectLabel,
  ): Promise<Comment> {
    return this.corrector.correct(actor, commentId, correction);
  }

  @Delete()
  @Answers(commentSchema)
  @RequirePermission('labels.correct')
  withdraw(@CurrentActor() actor: Actor, @LongIdParam('commentId') commentId: number): Promise<Comment> {
    return this.corrector.withdraw(actor, commentId);
  }

  @Put('emotion')
  @Answers(commentSchema)
  @RequirePermission('labels.correct')
  sayEmotion(
    @CurrentActor() actor: Actor,
    @LongIdParam('commentId') commentId: number,
    @ZodBody(sayEmotionSchema) { emotion }: SayEmotion,
  ): Promise<Comment> {
    return this.corrector.sayFacet(actor, commentId, 'emotion', emotion);
  }

  @Delete('emotion')
  @Answers(commentSchema)
  @RequirePermission('labels.correct')
  withdrawEmotion(@CurrentActor() actor: Actor, @LongIdParam('commentId') commentId: number): Promise<Comment> {
    return this.corrector.sayFacet(actor, commentId, 'emotion', null);
  }

  @Put('kind')
  @Answers(commentSchema)
  @RequirePermission('labels.correct')
  sayKind(
    @CurrentActor() actor: Actor,
    @LongIdParam('commentId') commentId: number,
    @ZodBody(sayKindSchema) { kind }: SayKind,
  ): Promise<Comment> {
    return this.corrector.sayFacet(actor, commentId, 'kind', kind);
  }

  @Delete('kind')
  @Answers(commentSchema)
  @RequirePermission('labels.correct')
  withdrawKind(@CurrentActor() actor: Actor, @LongIdParam('commentId') commentId: number): Promise<Comment> {
    return this.corrector.sayFacet(actor, commentId, 'kind', null);
  }
}
