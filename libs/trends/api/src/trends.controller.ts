import { Controller, Get } from '@nestjs/common';
import { CurrentActor, RequirePermission, ZodQuery, type Actor } from '@moodline/shared/http';
import {
  moodQuerySchema,
  type DataRange,
  type MonitorMood,
  type MoodQuery,
  type MoodSeries,
  type SourceMood,
} from '@moodline/trends/contract';
import { MonitorMoods } from './mood/monitor-moods';
import { MoodFacts } from './mood/mood-facts';

@Controller()
export class TrendsController {
  constructor(
    private readonly mood: MoodFacts,
    private readonly monitorMoods: MonitorMoods,
  ) {}

  @Get('mood')
  @RequirePermission('trends.read')
  series(@CurrentActor() actor: Actor, @ZodQuery(moodQuerySchema) query: MoodQuery): Promise<MoodSeries> {
    return this.mood.series(actor.workspaceId, query);
  }

  @Get('mood/sources')
  @RequirePermission('trends.read')
  sources(@CurrentActor() actor: Actor, @ZodQuery(moodQuerySchema) query: MoodQuery): Promise<SourceMood[]> {
    return this.mood.sources(actor.workspaceId, query);
  }

  /** Share of voice: each monitor, own and competitors. */
  @Get('mood/monitors')
  @RequirePermission('trends.read')
  monitors(@CurrentActor() actor: Actor, @ZodQuery(moodQuerySchema) query: MoodQuery): Promise<MonitorMood[]> {
    return this.monitorMoods.all(actor.workspaceId, query);
  }

  @Get('data-range')
  @RequirePermission('trends.read')
  dataRange(@CurrentActor() actor: Actor): Promise<DataRange> {
    return this.mood.dataRange(actor.workspaceId);
  }
}
