import * as z from 'zod';
import { idText, looseCount, looseFlag, looseText, listWithoutHoles, seconds } from '../loose-fields';
import type { WalkEntry } from '../walk-back';

/** The parts of an answer that are read here. An empty list comes without a cursor. */
export const reviewsAnswerSchema = z.object({
  success: z.number().int(),
  cursor: z.string().nullish(),
  query_summary: z.object({ total_reviews: looseCount }).nullish(),
  reviews: listWithoutHoles(
    z.object({
      recommendationid: idText,
      author: z.object({ steamid: idText }).nullish().catch(null),
      review: looseText,
      timestamp_created: seconds,
      timestamp_updated: seconds.nullish().catch(null),
      voted_up: looseFlag,
      votes_up: looseCount,
      comment_count: looseCount,
    }),
  ).nullish(),
});
export type ReviewsAnswer = z.output<typeof reviewsAnswerSchema>;
type Review = NonNullable<ReviewsAnswer['reviews']>[number];

/** The site lists reviews by their latest change. Reviews have no address of their own that does not name their author, so none is kept. */
export function readReview({
  recommendationid,
  author,
  review,
  timestamp_created,
  timestamp_updated,
  voted_up,
  votes_up,
  comment_count,
}: Review): WalkEntry {
  return {
    time: instant(timestamp_updated ?? timestamp_created),
    comment: {
      externalId: recommendationid,
      text: (review ?? '').replace(MARKS, '').trim(),
      publishedAt: instant(timestamp_created),
      author: author?.steamid ?? null,
      recommended: voted_up ?? null,
      engagement: (votes_up ?? 0) + (comment_count ?? 0),
    },
  };
}

/** Steam's own marks for bold, lists, hidden text and the like. */
const MARKS =
  /\[\/?(?:b|u|i|h[123]|strike|spoiler|noparse|hr|url|list|olist|\*|quote|code|table|tr|th|td)(?:=[^\][]{0,300})?\]/gi;

const instant = (seconds: number) => new Date(seconds * 1000);
