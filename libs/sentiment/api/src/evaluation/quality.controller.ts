import { Controller, Get } from '@nestjs/common';
import { FilterResolver } from '@moodline/comments/api';
import { type Quality, qualitySchema } from '@moodline/sentiment/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/shared/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import { QualityReader } from './quality-reader';

@Controller('quality')
export class QualityController {
  constructor(
    private readonly reader: QualityReader,
    private readonly filters: FilterResolver,
  ) {}

  @Get()
  @Answers(qualitySchema)
  @RequirePermission('labelling.read')
  async quality(@CurrentActor() actor: Actor, @ZodQuery(commentFilterSchema) filter: CommentFilter): Promise<Quality> {
    return this.reader.read(await this.filters.resolve(actor.workspaceId, filter));
  }
}
