import type { IncomingComment } from '@moodline/comments/api';
import { webAddressSchema, type SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field, noSecrets } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { siteDateReader } from '../dates/site-dates';
import type { HttpAnswer, Validators } from '../http/source-http';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { timeZoneField } from '../time-zone';
import { countUndatedField } from '../undated';
import { withoutCutEnd } from './cut-feed';
import { readFeed, type Feed } from './feed-items';
import { feedLinks, isWebPage, type FeedLink } from './feed-links';
import { withFurtherPages } from './feed-pages';
import { itemText, writtenText } from './item-text';
import { identify, IDENTITY_RULES, itemMemorySchema, type ItemMemory } from './item-identity';

const configSchema = z.object({
  url: field(webAddressSchema, {
    label: { zh: '订阅地址', en: 'Feed address', ja: 'フィードのアドレス' },
    hint: {
      zh: 'RSS、Atom 或 JSON Feed 的地址；填网页地址也可以，测试时会找出它的订阅源。',
      en: 'Address of an RSS, Atom or JSON Feed. Of a web page, the test finds the feeds it names.',
      ja: 'RSS、Atom、JSON Feed のアドレスです。ウェブページのアドレスでも、テストのときにフィードを探します。',
    },
    placeholder: 'https://example.com/feed.xml',
  }),
  timeZone: timeZoneField,
  dayOrder: field(z.enum(['auto', 'day-first', 'month-first']).default('auto'), {
    label: { zh: '03/11/2026 这类日期的顺序', en: 'Dates like 03/11/2026', ja: '03/11/2026 のような日付の読み方' },
    hint: {
      zh: '自动：依据订阅源中的其他日期和语言判断；判断不了的记为日期未知。',
      en: 'Found out from the other dates and the language of the feed; where neither tells, the date is unknown.',
      ja: '自動の場合、フィード内のほかの日付と言語から判断します。判断できなければ日付不明とします。',
    },
    options: {
      auto: { zh: '自动判断', en: 'Find out', ja: '自動で判断' },
      'day-first': { zh: '日在前（11 月 3 日）', en: 'Day first (3 November)', ja: '日が先（11月3日）' },
      'month-first': { zh: '月在前（3 月 11 日）', en: 'Month first (11 March)', ja: '月が先（3月11日）' },
    },
  }),
  identity: field(z.enum(IDENTITY_RULES).default('auto'), {
    label: { zh: '以什么区分条目', en: 'What makes an item unique', ja: '項目を区別するもの' },
    hint: {
      zh: '出现重复或缺少条目时才需要更改；已保存的评论不会因此重复。',
      en: 'Change it only where items come twice or are missing. Comments that are stored do not come again.',
      ja: '重複や欠落があるときだけ変更してください。保存済みのコメントが重複することはありません。',
    },
    options: {
      auto: { zh: '自动判断', en: 'Find out', ja: '自動で判断' },
      guid: { zh: '订阅源给出的编号', en: 'The id in the feed', ja: 'フィードの ID' },
      link: { zh: '链接', en: 'The link', ja: 'リンク' },
      text: { zh: '链接、作者和正文', en: 'Link, author and text', ja: 'リンク、投稿者、本文' },
    },
  }),
  countUndated: countUndatedField,
});
type FeedConfig = z.output<typeof configSchema>;

const cursorSchema = z
  .object({
    etag: z.string().optional(),
    lastModified: z.string().optional(),
    memory: itemMemorySchema.optional(),
    /** The settings with which it was read: others may read the same feed otherwise. */
    settings: z.string().optional(),
    /** The feed has moved for good from the address in the settings; it is asked where it is now. */
    moved: z.object({ from: z.string(), to: z.string() }).optional(),
  })
  .catch({});
type FeedCursor = z.output<typeof cursorSchema>;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5';
/** Of a larger feed the beginning is read, where the newest items stand. */
const MAX_BYTES = 15_000_000;

/** Reads RSS, Atom and JSON Feed. A feed is what it holds just now, with the pages behind it that it names. */
export class FeedConnector implements Connector<FeedConfig, FeedCursor> {
  readonly description: ConnectorDescription = {
    kind: 'feed',
    title: { zh: 'RSS / Atom 订阅', en: 'RSS or Atom feed', ja: 'RSS / Atom フィード' },
    about: {
      zh: '读取博客、论坛、新闻网站公开的订阅源（RSS、Atom、JSON Feed）。',
      en: 'Reads the feeds that blogs, forums and news sites publish (RSS, Atom, JSON Feed).',
      ja: 'ブログ、フォーラム、ニュースサイトが公開しているフィード（RSS、Atom、JSON Feed）を読み取ります。',
    },
    terms: {
      zh: '订阅源为程序而设；使用内容时请遵守网站的条款。遵守 robots.txt。',
      en: 'Feeds are made for programs; the terms of the site apply to what is in them. robots.txt is honoured.',
      ja: 'フィードはプログラム向けに公開されたものです。内容の利用はサイトの規約に従ってください。robots.txt を守ります。',
    },
    docs: 'https://www.rssboard.org/rss-specification',
    backfill: false,
    schedule: 'hourly',
    access: 'pages',
  };
  readonly config = configSchema;
  readonly secrets = noSecrets;
  readonly cursor = cursorSchema;

  async check(config: FeedConfig, context: ConnectorContext<unknown>): Promise<SourceCheck> {
    const answer = await ask(config.url, context);
    const text = answer.text();
    const links = isWebPage(text) ? feedLinks(text, answer.url) : [];
    const [only] = links;
    if (only && links.length === 1)
      return { ...(await this.check({ ...config, url: only.address }, context)), feeds: links };
    if (only) return { title: null, items: null, preview: [], feeds: links };
    const feed = feedOf(answer, text);
    const { comments } = readItems(feed, config, context);
    return { title: feed.title, items: feed.items.length, preview: previewOf(comments, context.now()) };
  }

  async *fetchSince(
    config: FeedConfig,
    cursor: FeedCursor,
    context: ConnectorContext<unknown>,
  ): AsyncGenerator<SourcePage<FeedCursor>> {
    const { memory } = cursor;
    const settings = JSON.stringify([
      config.timeZone || context.timeZone,
      config.dayOrder,
      config.identity,
      config.countUndated,
    ]);
    const validators = settings === cursor.settings ? cursor : {};
    const { answer, moved } = await askWhereItIs(config.url, context, { moved: cursor.moved, validators });
    if (answer.notModified) {
      yield { rows: 0, comments: [], cursor, notModified: true };
      return;
    }
    const { feed: first, address, validators: version } = await theFeed(answer, context);
    const feed = await withFurtherPages(first, address, memory, async (url) => {
      const page = await ask(url, context);
      return feedOf(page, page.text());
    });
    const read = readItems(feed, config, { ...context, memory });
    yield {
      rows: feed.items.length,
      comments: read.comments,
      cursor: { ...version, memory: read.memory, settings, ...(moved && { moved }) },
    };
  }
}

function ask(url: string, { http }: ConnectorContext<unknown>, validators: Validators = {}): Promise<HttpAnswer> {
  const { etag, lastModified } = validators;
  const known = { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
  return http.fetch(url, { headers: { accept: ACCEPT }, validators: known, maxBytes: MAX_BYTES, cut: true });
}

/** Asks the place to which a feed has moved for good, and its first address again where nothing is there. */
async function askWhereItIs(
  url: string,
  context: ConnectorContext<unknown>,
  { moved, validators }: { moved: FeedCursor['moved']; validators: Validators },
): Promise<{ answer: HttpAnswer; moved: FeedCursor['moved'] }> {
  if (moved?.from === url) {
    try {
      const answer = await ask(moved.to, context, validators);
      return { answer, moved: { from: url, to: answer.lastingUrl } };
    } catch (error) {
      if (!(error instanceof SourceError) || error.code !== 'source-not-found') throw error;
    }
  }
  const answer = await ask(url, context, validators);
  return { answer, moved: answer.lastingUrl === new URL(url).href ? undefined : { from: url, to: answer.lastingUrl } };
}

/** The feed of an answer, or the one the page names. Of a page nothing is kept for the next time: its version says nothing of the feed. */
async function theFeed(
  answer: HttpAnswer,
  context: ConnectorContext<unknown>,
): Promise<{ feed: Feed; address: string; validators: Validators }> {
  const text = answer.text();
  const links = isWebPage(text) ? feedLinks(text, answer.url) : [];
  const [only] = links;
  if (!only) return { feed: feedOf(answer, text), address: answer.url, validators: answer.validators };
  if (links.length > 1) throw severalFeeds(links);
  const behind = await ask(only.address, context);
  return { feed: feedOf(behind, behind.text()), address: behind.url, validators: {} };
}

function feedOf(answer: HttpAnswer, text: string): Feed {
  return readFeed(answer.cut ? withoutCutEnd(text, answer.url, MAX_BYTES) : text, answer.url);
}

function severalFeeds(links: readonly FeedLink[]): SourceError {
  return new SourceError(
    'not-a-feed-format',
    `This address is a web page with several feeds. Enter one of them in the settings of this source: ${links
      .slice(0, 5)
      .map(({ address }) => address)
      .join(' , ')}.`,
  );
}

/** An item whose date cannot be read has none; what becomes of it is the same for all connectors. */
function readItems(
  { items, language }: Feed,
  { timeZone, dayOrder, identity }: FeedConfig,
  context: Pick<ConnectorContext<unknown>, 'timeZone' | 'now'> & { memory?: ItemMemory | undefined },
): { comments: IncomingComment[]; memory: ItemMemory } {
  const readDate = siteDateReader({
    timeZone: timeZone || context.timeZone,
    language,
    order: dayOrder,
    sample: items.map(({ date }) => date ?? ''),
    now: context.now(),
  });
  const identified = identify(items, { rule: identity, memory: context.memory, textOf: writtenText });
  return {
    memory: identified.memory,
    comments: identified.items.map(({ item, externalId, formerIds, idMayChange }) => ({
      externalId,
      formerIds,
      idMayChange,
      text: itemText(item),
      publishedAt: readDate(item.date ?? '') ?? new Date(Number.NaN),
      author: item.author,
      permalink: item.link,
    })),
  };
}
