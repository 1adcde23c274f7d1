import * as z from 'zod';
import { idText, looseCount, looseText } from '../loose-fields';
import { htmlToText } from '../../incoming/html-text';
import type { WalkEntry } from '../walk-back';

/** The parts of a status that are read here. Other software with the same interface leaves some of them out. */
export const statusSchema = z.object({
  id: idText,
  created_at: z.string(),
  content: looseText,
  spoiler_text: looseText,
  visibility: looseText,
  url: looseText,
  uri: looseText,
  in_reply_to_id: idText.nullish().catch(null),
  reblog: z.unknown().optional(),
  favourites_count: looseCount,
  reblogs_count: looseCount,
  replies_count: looseCount,
  account: z.object({ acct: looseText }).nullish().catch(null),
});
export type Status = z.output<typeof statusSchema>;

/**
 * A status as a comment. Left out are repeats of another status, statuses that not everybody may see (a token can see more than the
 * public does) and pictures without a word. An edited status comes with its new text under the same id.
 */
export function readStatus(status: Status): WalkEntry {
  const time = new Date(status.created_at);
  const text = [status.spoiler_text ?? '', status.content ?? ''].map(htmlToText).filter(Boolean).join('\n');
  const open = ['public', 'unlisted'].includes(status.visibility ?? 'public');
  if (!open || status.reblog || !text) return { time, comment: null };
  return {
    time,
    comment: {
      externalId: status.id,
      text,
      publishedAt: time,
      author: status.account?.acct ?? null,
      engagement: (status.favourites_count ?? 0) + (status.reblogs_count ?? 0) + (status.replies_count ?? 0),
      permalink: status.url ?? status.uri ?? null,
      parentId: status.in_reply_to_id ?? null,
    },
  };
}
