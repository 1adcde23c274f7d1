import { Controller, Delete, Put } from '@nestjs/common';
import { type Comment, commentSchema } from '@moodline/comments/contract';
import { correctLabelSchema, type CorrectLabel } from '@moodline/sentiment/contract';
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
}
