import { Controller, Get } from '@nestjs/common';
import { type ReviewPage, reviewPageSchema, type ReviewQuery, reviewQuerySchema } from '@moodline/sentiment/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import { Reviewer } from './reviewer';

@Controller('review')
export class ReviewController {
  constructor(private readonly reviewer: Reviewer) {}

  /** What is worth a person's word: the least certain labels of the comments with the most engagement first. */
  @Get()
  @Answers(reviewPageSchema)
  @RequirePermission('labels.correct')
  page(@CurrentActor() actor: Actor, @ZodQuery(reviewQuerySchema) query: ReviewQuery): Promise<ReviewPage> {
    return this.reviewer.page(actor, query);
  }
}
