import { Controller, Get } from '@nestjs/common';
import { reviewQuerySchema, type ReviewPage, type ReviewQuery } from '@moodline/sentiment/contract';
import { CurrentActor, RequirePermission, ZodQuery, type Actor } from '@moodline/shared/http';
import { Reviewer } from './reviewer';

@Controller('review')
export class ReviewController {
  constructor(private readonly reviewer: Reviewer) {}

  /** What is worth a person's word: the least certain labels of the comments with the most engagement first. */
  @Get()
  @RequirePermission('labels.correct')
  page(@CurrentActor() actor: Actor, @ZodQuery(reviewQuerySchema) query: ReviewQuery): Promise<ReviewPage> {
    return this.reviewer.page(actor, query);
  }
}
