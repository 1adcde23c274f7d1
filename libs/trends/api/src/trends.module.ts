import { Module } from '@nestjs/common';
import { CommentsModule } from '@moodline/comments/api';
import { AnnotationRepository } from './annotations/annotation.repository';
import { Annotations } from './annotations/annotations';
import { AnnotationsController } from './annotations/annotations.controller';
import { MoodCounter } from './mood/mood-counter';
import { MonitorMoods } from './mood/monitor-moods';
import { MoodFacets } from './mood/mood-facets';
import { MoodFacts } from './mood/mood-facts';
import { MoodWays } from './mood/mood-ways';
import { AuthorNameQuery } from './queries/author-name.query';
import { DataRangeQuery } from './queries/data-range.query';
import { FacetCountsQuery } from './queries/facet-counts.query';
import { KnownEventsQuery } from './queries/known-events.query';
import { MoodFromBucketsQuery } from './queries/mood-from-buckets.query';
import { MoodFromCommentsQuery } from './queries/mood-from-comments.query';
import { MoodOfMonitorsQuery } from './queries/mood-of-monitors.query';
import { SourceNamesQuery } from './queries/source-names.query';
import { ThemeSampleQuery } from './queries/theme-sample.query';
import { ThemeSeenQuery } from './queries/theme-seen.query';
import { ThemeBoard } from './themes/theme-board';
import { ThemeFollower } from './themes/theme-follower';
import { ThemePages } from './themes/theme-pages';
import { ThemeRepository } from './themes/theme.repository';
import { ThemesController } from './themes/themes.controller';
import { TrendsController } from './trends.controller';

/** Numbers over time, themes, and the check of what is written about them. */
@Module({
  imports: [CommentsModule],
  controllers: [TrendsController, ThemesController, AnnotationsController],
  providers: [
    MoodFacts,
    MonitorMoods,
    MoodFacets,
    FacetCountsQuery,
    MoodOfMonitorsQuery,
    MoodCounter,
    MoodWays,
    MoodFromBucketsQuery,
    MoodFromCommentsQuery,
    DataRangeQuery,
    SourceNamesQuery,
    ThemeBoard,
    ThemeFollower,
    ThemePages,
    ThemeRepository,
    ThemeSampleQuery,
    ThemeSeenQuery,
    Annotations,
    AnnotationRepository,
    AuthorNameQuery,
    KnownEventsQuery,
  ],
  exports: [MoodFacts, MonitorMoods, ThemeBoard, ThemeFollower, ThemePages, Annotations],
})
export class TrendsModule {}
