import type { IncomingComment } from '@moodline/comments/api';
import { webAddressSchema, type SourceCheck } from '@moodline/sources/contract';
import { z } from 'zod';
import { hashedId } from '../../incoming/comment-row';
import { isTime, timeReader, type TimeReader } from '../../incoming/time-formats';
import { field, noSecrets } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { readFeed, type FeedItem } from './feed-items';

const configSchema = z.object({
  url: field(webAddressSchema, {
    label: { zh: '订阅地址', en: 'Feed address' },
    hint: {
      zh: 'RSS、Atom 或 JSON Feed 的地址，常见于网页底部的“RSS”链接。',
      en: 'Address of an RSS, Atom or JSON Feed. Many sites link it as “RSS”.',
    },
    placeholder: 'https://example.com/feed.xml',
  }),
});
type FeedConfig = z.output<typeof configSchema>;

const cursorSchema = z.object({ etag: z.string().optional(), lastModified: z.string().optional() }).catch({});
type FeedCursor = z.output<typeof cursorSchema>;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5';

/** Times in the future are read as they are: what they mean is the same for all connectors. */
const END_OF_TIME = new Date(8e15);

/** Reads RSS, Atom and JSON Feed. A feed is one page: what it holds just now. */
export class FeedConnector implements Connector<FeedConfig, FeedCursor> {
  readonly description: ConnectorDescription = {
    kind: 'feed',
    title: { zh: 'RSS / Atom 订阅', en: 'RSS or Atom feed' },
    about: {
      zh: '读取博客、论坛、新闻网站公开的订阅源（RSS、Atom、JSON Feed）。',
      en: 'Reads the feeds that blogs, forums and news sites publish (RSS, Atom, JSON Feed).',
    },
    terms: {
      zh: '订阅源为程序而设；使用内容时请遵守网站的条款。遵守 robots.txt。',
      en: 'Feeds are made for programs; the terms of the site apply to what is in them. robots.txt is honoured.',
    },
    docs: 'https://www.rssboard.org/rss-specification',
    backfill: false,
    schedule: 'hourly',
    access: 'pages',
  };
  readonly config = configSchema;
  readonly secrets = noSecrets;
  readonly cursor = cursorSchema;

  async check({ url }: FeedConfig, { http, now }: ConnectorContext<unknown>): Promise<SourceCheck> {
    const { title, items } = readFeed((await http.fetch(url, { headers: { accept: ACCEPT } })).text());
    return { title, items: items.length, preview: previewOf(readItems(items, now())) };
  }

  async *fetchSince(
    { url }: FeedConfig,
    cursor: FeedCursor,
    { http, now }: ConnectorContext<unknown>,
  ): AsyncGenerator<SourcePage<FeedCursor>> {
    const answer = await http.fetch(url, { headers: { accept: ACCEPT }, validators: cursor });
    if (answer.notModified) {
      yield { rows: 0, comments: [], cursor, notModified: true };
      return;
    }
    const { items } = readFeed(answer.text());
    yield { rows: items.length, comments: readItems(items, now()), cursor: answer.validators };
  }
}

function readItems(items: readonly FeedItem[], now: Date): IncomingComment[] {
  const readTime = timeReader([], 'UTC', END_OF_TIME);
  return items.map((item) => comment(item, readTime, now));
}

/** An item without a usable date is as old as its first reading: that is when Moodline learnt of it. */
function comment(item: FeedItem, readTime: TimeReader, now: Date): IncomingComment {
  const text = itemText(item);
  const time = readTime(item.date ?? '');
  return {
    externalId: item.id ?? item.link ?? hashedId([text, item.author, item.date]),
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
