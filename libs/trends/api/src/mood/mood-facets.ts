import { Injectable } from '@nestjs/common';
import { EMOTION_COLUMNS, KIND_COLUMNS, KIND_LEFT_OUT } from '@moodline/comments/api';
import type { CommentFilter, CommentKind, Emotion } from '@moodline/comments/contract';
import type { MoodFacets as Facets } from '@moodline/trends/contract';
import { addFacets, FacetCountsQuery, type FacetCounts } from '../queries/facet-counts.query';
import { MoodFacts } from './mood-facts';
import { MoodWays } from './mood-ways';

/** What the comments of a filter express, and what they are. */
@Injectable()
export class MoodFacets {
  constructor(
    private readonly facts: MoodFacts,
    private readonly query: FacetCountsQuery,
    private readonly ways: MoodWays,
  ) {}

  async of(workspaceId: number, wanted: CommentFilter): Promise<Facets> {
    const filter = await this.facts.closedFilter(workspaceId, wanted);
    const counts = addFacets(
      await this.ways.rows<FacetCounts>(
        { filter, starts: [filter.from] },
        {
          buckets: async (request) => [await this.query.fromBuckets(request.filter)],
          days: async (request, days) => [await this.query.fromDays(request.filter, days)],
          comments: async (request) => [await this.query.fromComments(request.filter)],
        },
      ),
    );
    return {
      period: { from: filter.from.toISOString(), to: filter.to.toISOString() },
      n: counts.n,
      emotions: named<Emotion>(EMOTION_COLUMNS, counts),
      kinds: named<CommentKind>(KIND_COLUMNS, counts),
      leftOut: { kinds: [...(filter.leftOutKinds ?? [])], comments: counts[KIND_LEFT_OUT] },
    };
  }
}

function named<Name extends string>(columns: Readonly<Record<Name, keyof FacetCounts>>, counts: FacetCounts) {
  const entries = Object.entries<keyof FacetCounts>(columns).map(([name, column]) => [name, counts[column]]);
  return Object.fromEntries(entries) as Record<Name, number>;
}
