import { Controller, Get } from '@nestjs/common';
import { commentFilterSchema, type CommentFilter } from '@moodline/comments/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import {
  type DataRange,
  dataRangeSchema,
  type MonitorMood,
  monitorMoodSchema,
  type MoodFacets as Facets,
  moodFacetsSchema,
  type MoodQuery,
  moodQuerySchema,
  type MoodSeries,
  moodSeriesSchema,
  type SourceMood,
  sourceMoodSchema,
} from '@moodline/trends/contract';
import * as z from 'zod';
import { MonitorMoods } from './mood/monitor-moods';
import { MoodFacets } from './mood/mood-facets';
import { MoodFacts } from './mood/mood-facts';

@Controller()
export class TrendsController {
  constructor(
    private readonly mood: MoodFacts,
    private readonly monitorMoods: MonitorMoods,
    private readonly moodFacets: MoodFacets,
  ) {}

  @Get('mood')
  @Answers(moodSeriesSchema)
  @RequirePermission('trends.read')
  series(@CurrentActor() actor: Actor, @ZodQuery(moodQuerySchema) query: MoodQuery): Promise<MoodSeries> {
    return this.mood.series(actor.workspaceId, query);
  }

  @Get('mood/sources')
  @Answers(z.array(sourceMoodSchema))
  @RequirePermission('trends.read')
  sources(@CurrentActor() actor: Actor, @ZodQuery(moodQuerySchema) query: MoodQuery): Promise<SourceMood[]> {
    return this.mood.sources(actor.workspaceId, query);
  }

  @Get('mood/facets')
  @Answers(moodFacetsSchema)
  @RequirePermission('trends.read')
  facets(@CurrentActor() actor: Actor, @ZodQuery(commentFilterSchema) filter: CommentFilter): Promise<Facets> {
    return this.moodFacets.of(actor.workspaceId, filter);
  }

  /** Share of voice: each monitor, own and competitors. */
  @Get('mood/monitors')
  @Answers(z.array(monitorMoodSchema))
  @RequirePermission('trends.read')
  monitors(@CurrentActor() actor: Actor, @ZodQuery(moodQuerySchema) query: MoodQuery): Promise<MonitorMood[]> {
    return this.monitorMoods.all(actor.workspaceId, query);
  }

  @Get('data-range')
  @Answers(dataRangeSchema)
  @RequirePermission('trends.read')
  dataRange(@CurrentActor() actor: Actor): Promise<DataRange> {
    return this.mood.dataRange(actor.workspaceId);
  }
}
