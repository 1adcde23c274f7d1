import type { IncomingComment } from '@moodline/comments/api';
import * as z from 'zod';
import { looseCount, looseText, listWithoutHoles, seconds } from '../loose-fields';
import { htmlToText } from '../../incoming/html-text';

const text = looseText;

/** The parts of a search answer that are read here. */
export const searchAnswerSchema = z.object({
  nbHits: z.number().int(),
  hits: listWithoutHoles(
    z.object({
      objectID: z.string().min(1),
      created_at_i: seconds,
      author: text,
      title: text,
      story_text: text,
      comment_text: text,
      points: looseCount,
      num_comments: looseCount,
      parent_id: z.number().int().nullish(),
    }),
  ),
});
export type SearchAnswer = z.output<typeof searchAnswerSchema>;

/** A story is as loud as its points and comments; comments show no points. */
export function readHit(hit: SearchAnswer['hits'][number]): IncomingComment {
  const body = [hit.title, hit.story_text, hit.comment_text]
    .filter((part) => part)
    .map((part) => htmlToText(part ?? ''));
  return {
    externalId: hit.objectID,
    text: body.join('\n'),
    publishedAt: new Date(hit.created_at_i * 1000),
    author: hit.author ?? null,
    engagement: (hit.points ?? 0) + (hit.num_comments ?? 0),
    permalink: `https://news.ycombinator.com/item?id=${encodeURIComponent(hit.objectID)}`,
    parentId: hit.parent_id == null ? null : String(hit.parent_id),
  };
}
