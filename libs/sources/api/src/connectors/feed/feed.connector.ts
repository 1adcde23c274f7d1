import { Injectable } from '@nestjs/common';
import type { IncomingComment } from '@moodline/comments/api';
import { feedConfigSchema, type FeedCheck, type RejectedRow } from '@moodline/sources/contract';
import { z } from 'zod';
import { boundedId, hashedId, textProblem } from '../../import/comment-row';
import { isTime, timeReader, type TimeReader } from '../../import/time-formats';
import type { Connector, SourcePage } from '../connector';
import { readFeed, type FeedItem } from './feed-items';
import { FeedRequest } from './feed-request';

const PREVIEW_ITEMS = 5;
const PREVIEW_LENGTH = 300;

const feedCursorSchema = z.object({ etag: z.string().optional(), lastModified: z.string().optional() }).catch({});

export type FeedConfig = z.infer<typeof feedConfigSchema>;
export type FeedCursor = z.infer<typeof feedCursorSchema>;

/** Reads RSS, Atom and JSON Feed. A feed is one page: what it holds just now. */
@Injectable()
export class FeedConnector implements Connector<FeedConfig, FeedCursor> {
  readonly config = feedConfigSchema;
  readonly cursor = feedCursorSchema;

  constructor(private readonly request: FeedRequest) {}

  async check({ url }: FeedConfig, signal: AbortSignal): Promise<FeedCheck> {
    const { text } = await this.request.get(url, {}, signal);
    const { title, items } = readFeed(text ?? '');
    const preview = readItems(items.slice(0, PREVIEW_ITEMS), new Date()).comments;
    return { title, items: items.length, preview: preview.map((comment) => ({ text: comment.text.slice(0, PREVIEW_LENGTH), publishedAt: comment.publishedAt.toISOString() })) };
  }

  async *fetchSince({ url }: FeedConfig, cursor: FeedCursor, signal: AbortSignal): AsyncGenerator<SourcePage<FeedCursor>> {
    const { text, validators } = await this.request.get(url, cursor, signal);
    if (text === null) {
      yield { rows: 0, comments: [], rejected: [], cursor, notModified: true };
      return;
    }
    const { items } = readFeed(text);
    yield { rows: items.length, ...readItems(items, new Date()), cursor: validators, notModified: false };
  }
}

function readItems(items: readonly FeedItem[], now: Date): { comments: IncomingComment[]; rejected: RejectedRow[] } {
  const readTime = timeReader([], 'UTC', now);
  const comments: IncomingComment[] = [];
  const rejected: RejectedRow[] = [];
  items.forEach((item, index) => {
    const text = itemText(item);
    const problem = textProblem(text);
    if (problem) rejected.push({ line: index + 1, ...problem });
    else comments.push(comment(item, text, { readTime, now }));
  });
  return { comments, rejected };
}

/** An item without a usable date is as old as its first reading: that is when Moodline learnt of it. */
function comment(item: FeedItem, text: string, { readTime, now }: { readTime: TimeReader; now: Date }): IncomingComment {
  const time = readTime(item.date ?? '');
  return {
    externalId: boundedId(item.id ?? item.link ?? '') || hashedId([text, item.author, item.date]),
    text,
    publishedAt: isTime(time) ? time : now,
    author: item.author,
    permalink: item.link,
  };
}

/** Title and content; a title that only repeats how the content begins is left out. */
function itemText({ title, content }: FeedItem): string {
  const start = title.replace(/(?:…|\.\.\.)$/u, '').trim();
  if (!content || !start) return (content || title).trim();
  return content.startsWith(start) ? content.trim() : `${title.trim()}\n${content.trim()}`;
}
