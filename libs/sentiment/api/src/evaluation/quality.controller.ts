import { Controller, Get } from '@nestjs/common';
import { FilterResolver } from '@moodline/comments/api';
import { type Quality, qualitySchema, type StarsAgreement, starsAgreementSchema } from '@moodline/sentiment/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/shared/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import { QualityReader } from './quality-reader';
import { StarsAgreementQuery } from './stars-agreement.query';

@Controller('quality')
export class QualityController {
  constructor(
    private readonly reader: QualityReader,
    private readonly filters: FilterResolver,
    private readonly stars: StarsAgreementQuery,
  ) {}

  @Get()
  @Answers(qualitySchema)
  @RequirePermission('labelling.read')
  async quality(@CurrentActor() actor: Actor, @ZodQuery(commentFilterSchema) filter: CommentFilter): Promise<Quality> {
    return this.reader.read(await this.filters.resolve(actor.workspaceId, filter));
  }

  /** What authors gave besides words, against the labels. */
  @Get('stars')
  @Answers(starsAgreementSchema)
  @RequirePermission('labelling.read')
  async starsAgreement(
    @CurrentActor() actor: Actor,
    @ZodQuery(commentFilterSchema) filter: CommentFilter,
  ): Promise<StarsAgreement> {
    return this.stars.read(await this.filters.resolve(actor.workspaceId, filter));
  }
}
