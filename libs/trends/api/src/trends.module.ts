import { Module } from '@nestjs/common';
import { CommentsModule } from '@moodline/comments/api';
import { MoodCounter } from './mood/mood-counter';
import { MonitorMoods } from './mood/monitor-moods';
import { MoodFacets } from './mood/mood-facets';
import { MoodFacts } from './mood/mood-facts';
import { DataRangeQuery } from './queries/data-range.query';
import { FacetCountsQuery } from './queries/facet-counts.query';
import { MoodFromBucketsQuery } from './queries/mood-from-buckets.query';
import { MoodFromCommentsQuery } from './queries/mood-from-comments.query';
import { MoodOfMonitorsQuery } from './queries/mood-of-monitors.query';
import { SourceNamesQuery } from './queries/source-names.query';
import { ThemeSampleQuery } from './queries/theme-sample.query';
import { ThemeBoard } from './themes/theme-board';
import { ThemePages } from './themes/theme-pages';
import { ThemeRepository } from './themes/theme.repository';
import { ThemesController } from './themes/themes.controller';
import { TrendsController } from './trends.controller';

/** Numbers over time, themes, and the check of what is written about them. */
@Module({
  imports: [CommentsModule],
  controllers: [TrendsController, ThemesController],
  providers: [
    MoodFacts,
    MonitorMoods,
    MoodFacets,
    FacetCountsQuery,
    MoodOfMonitorsQuery,
    MoodCounter,
    MoodFromBucketsQuery,
    MoodFromCommentsQuery,
    DataRangeQuery,
    SourceNamesQuery,
    ThemeBoard,
    ThemePages,
    ThemeRepository,
    ThemeSampleQuery,
  ],
  exports: [MoodFacts, MonitorMoods, ThemeBoard, ThemePages],
})
export class TrendsModule {}
