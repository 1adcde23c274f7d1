import { Controller, Get } from '@nestjs/common';
import { FilterResolver } from '@moodline/comments/api';
import {
  type JudgedHeads,
  judgedHeadsSchema,
  type Quality,
  qualitySchema,
  type StarsAgreement,
  starsAgreementSchema,
} from '@moodline/sentiment/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/comments/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import { JudgedHeadsQuery } from './judged-heads.query';
import { QualityReader } from './quality-reader';
import { StarsAgreementQuery } from './stars-agreement.query';

@Controller('quality')
export class QualityController {
  constructor(
    private readonly reader: QualityReader,
    private readonly filters: FilterResolver,
    private readonly stars: StarsAgreementQuery,
    private readonly judged: JudgedHeadsQuery,
  ) {}

  @Get()
  @Answers(qualitySchema)
  @RequirePermission('labelling.read')
  async quality(@CurrentActor() actor: Actor, @ZodQuery(commentFilterSchema) filter: CommentFilter): Promise<Quality> {
    return this.reader.read(await this.filters.resolve(actor.workspaceId, filter));
  }

  /** How right the machine was by the workspace's own people, in all of their comments. */
  @Get('judged')
  @Answers(judgedHeadsSchema)
  @RequirePermission('labelling.read')
  judgedHeads(@CurrentActor() { workspaceId }: Actor): Promise<JudgedHeads> {
    return this.judged.read(workspaceId);
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
