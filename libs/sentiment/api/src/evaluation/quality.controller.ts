import { Controller, Get } from '@nestjs/common';
import { FilterResolver } from '@moodline/comments/api';
import type { Quality } from '@moodline/sentiment/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/shared/contract';
import { CurrentActor, RequirePermission, ZodQuery, type Actor } from '@moodline/shared/http';
import { QualityReader } from './quality-reader';

@Controller('quality')
export class QualityController {
  constructor(
    private readonly reader: QualityReader,
    private readonly filters: FilterResolver,
  ) {}

  @Get()
  @RequirePermission('labelling.read')
  async quality(@CurrentActor() actor: Actor, @ZodQuery(commentFilterSchema) filter: CommentFilter): Promise<Quality> {
    return this.reader.read(await this.filters.resolve(actor.workspaceId, filter));
  }
}
