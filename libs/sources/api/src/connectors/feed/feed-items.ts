import { parseFeed } from 'feedsmith';
import { SourceError } from '../source.errors';
import { htmlToText } from '../../incoming/html-text';
import { plainText } from '../../incoming/plain-text';

/** One entry of a feed, whichever format it came in. Texts are plain; everything may be missing. */
export interface FeedItem {
  readonly id: string | null;
  readonly title: string;
  readonly content: string;
  /** Whole, wherever the feed writes only a part of it. */
  readonly link: string | null;
  /** The link as it is written. */
  readonly writtenLink: string | null;
  readonly author: string | null;
  readonly date: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** Language the feed says it is in. */
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** The whole address of the page with older items; null where the feed names none. */
  readonly next: string | null;
}

/** The parts of a parsed feed that are read here. Of a stranger's feed any of them may be missing. */
type Loose<T> = { readonly [Key in keyof T]?: T[Key] };
type MediaText = Loose<{ description: Loose<{ value: string }> }>;
type Media = MediaText & Loose<{ groups: readonly MediaText[]; contents: readonly MediaText[] }>;
type Base = Loose<{ base: string; lang: string }>;
type XmlItem = Loose<{
  guid: Loose<{ value: string; isPermaLink: boolean }>;
  title: string;
  link: string;
  atom: Loose<{ links: readonly Loose<{ href: string; rel: string }>[] }>;
  description: string;
  pubDate: string;
  authors: readonly unknown[];
  content: Loose<{ encoded: string }>;
  dc: Loose<{ creators: readonly string[]; dates: readonly string[]; descriptions: readonly string[] }>;
  itunes: Loose<{ summary: string; author: string }>;
  media: Media;
  xml: Base;
}>;
type AtomText = Loose<{ value: string; type: string }>;
type AtomEntry = Loose<{
  id: string;
  title: AtomText;
  content: AtomText;
  summary: AtomText;
  links: readonly Loose<{ href: string; rel: string }>[];
  authors: readonly Loose<{ name: string }>[];
  published: string;
  updated: string;
  media: Media;
  xml: Base;
}>;
type JsonItem = Loose<{
  id: string;
  url: string;
  external_url: string;
  title: string;
  content_text: string;
  content_html: string;
  summary: string;
  date_published: string;
  date_modified: string;
  authors: readonly Loose<{ name: string }>[];
}>;
type XmlFeed = Loose<{
  title: string;
  link: string;
  language: string;
  items: readonly XmlItem[];
  atom: Loose<{ links: AtomEntry['links'] }>;
  xml: Base;
}>;
type AtomFeed = Loose<{ title: AtomText; links: AtomEntry['links']; entries: readonly AtomEntry[]; xml: Base }>;
type JsonFeed = Loose<{
  title: string;
  home_page_url: string;
  next_url: string;
  language: string;
  items: readonly JsonItem[];
}>;
type Parsed =
  | { readonly format: 'rss' | 'rdf'; readonly feed: XmlFeed }
  | { readonly format: 'atom'; readonly feed: AtomFeed }
  | { readonly format: 'json'; readonly feed: JsonFeed };

/**
 * Reads RSS, RDF, Atom and JSON Feed.
 * @param address where the text came from, for links that are not whole
 * @throws SourceError when the text is none of them
 */
export function readFeed(text: string, address = ''): Feed {
  const { format, feed } = parse(text);
  if (format === 'atom') {
    const base = baseOf(address, pageLink(feed.links), feed.xml);
    const items = (feed.entries ?? []).map((entry) => atomItem(entry, base));
    return {
      title: plain(feed.title?.value),
      language: feed.xml?.lang ?? null,
      items,
      next: nextPage(feed.links, base),
    };
  }
  if (format === 'json') {
    const base = baseOf(address, feed.home_page_url);
    const items = (feed.items ?? []).map((item) => jsonItem(item, base));
    return { title: feed.title ?? null, language: feed.language ?? null, items, next: resolved(feed.next_url, base) };
  }
  const base = baseOf(address, feed.link, feed.xml);
  const items = (feed.items ?? []).map((item) => xmlItem(item, base));
  return { title: plain(feed.title), language: feed.language ?? null, items, next: nextPage(feed.atom?.links, base) };
}

/** What links are relative to: `xml:base`, the site the feed is about where it lies elsewhere (as with feeds of a mirror), or the feed. */
function baseOf(address: string, site: string | undefined, xml?: Base): string {
  const page = URL.parse(site ?? '', address || undefined);
  const own = URL.parse(address);
  const base = page && page.origin !== own?.origin ? page.href : (own?.href ?? '');
  return resolved(xml?.base, base) ?? base;
}

/** A whole address of the web; null where there is none. */
function resolved(link: string | undefined | null, base: string): string | null {
  const url = link ? URL.parse(link.trim(), base || undefined) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

const pageLink = (links: AtomEntry['links']) =>
  (links?.find(({ rel }) => !rel || rel === 'alternate') ?? links?.find(({ rel }) => rel !== 'self'))?.href;

/** The page with older items (RFC 5005, sections 3 and 4). */
const nextPage = (links: AtomEntry['links'], base: string) =>
  resolved(links?.find(({ rel }) => rel === 'next' || rel === 'prev-archive')?.href, base);

function parse(text: string): Parsed {
  try {
    return parseFeed(text) as Parsed;
  } catch (error) {
    const page = /^\s*<(?:!doctype html|html)/i.test(text);
    const message = page
      ? 'This address is a web page, not a feed. Look for a link named RSS, Atom or feed on it.'
      : 'The answer is not a feed, or it is damaged. Open the address in a browser and look whether it shows RSS, Atom or JSON Feed.';
    throw new SourceError('not-a-feed-format', message, null, { cause: error });
  }
}

function xmlItem(item: XmlItem, feedBase: string): FeedItem {
  const [author] = item.authors ?? [];
  const base = resolved(item.xml?.base, feedBase) ?? feedBase;
  // Some write pictures alone into one of them.
  const texts = [item.content?.encoded, item.description, item.itunes?.summary, item.dc?.descriptions?.[0]];
  const content = texts.map((text) => htmlOf(text ?? '')).find(Boolean) ?? htmlToText(mediaText(item.media));
  const link = item.link ?? pageLink(item.atom?.links);
  const permalink = item.guid?.isPermaLink === false ? null : resolved(item.guid?.value, '');
  return {
    id: item.guid?.value ?? null,
    title: withoutControls(htmlToText(item.title ?? '')),
    content,
    link: resolved(link, base) ?? permalink,
    writtenLink: link ?? null,
    author: item.dc?.creators?.[0] ?? personName(author) ?? item.itunes?.author ?? null,
    date: item.pubDate ?? item.dc?.dates?.[0] ?? null,
  };
}

function atomItem(entry: AtomEntry, feedBase: string): FeedItem {
  const link = entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0];
  const base = resolved(entry.xml?.base, feedBase) ?? feedBase;
  return {
    id: entry.id ?? null,
    title: atomText(entry.title),
    content: atomText(entry.content) || atomText(entry.summary) || htmlToText(mediaText(entry.media)),
    link: resolved(link?.href, base),
    writtenLink: link?.href ?? null,
    author: entry.authors?.[0]?.name ?? null,
    date: entry.published ?? entry.updated ?? null,
  };
}

function jsonItem(item: JsonItem, base: string): FeedItem {
  const link = item.url ?? item.external_url ?? null;
  return {
    id: item.id ?? null,
    title: item.title ?? '',
    content: item.content_text ?? htmlOf(item.content_html ?? item.summary ?? ''),
    link: resolved(link, base),
    writtenLink: link,
    author: item.authors?.[0]?.name ?? null,
    date: item.date_published ?? item.date_modified ?? null,
  };
}

const TAG = /<\/?[a-z][^<>]*>/i;
/** Tags that programs write around and into what people wrote. */
const MARKUP =
  /^\s*<(?:p|div|span|blockquote|ul|ol|h\d|a|b|i|em|strong|img)\b[^<>]*>|<\/(?:p|div|span|a|b|i|em|strong|li)>|<br\s*\/?>/i;

/** The text of HTML. Some feeds escape it once more: it has no tag at all then, and is full of them when it is read. */
function htmlOf(html: string): string {
  const text = htmlToText(html);
  return !TAG.test(html) && MARKUP.test(text) ? htmlToText(text) : text;
}

/** Signs that XML forbids and feeds have all the same. */
const withoutControls = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}/gu, '');

/** What Media RSS says of a film or picture, wherever in it. */
function mediaText(media: Media | undefined): string {
  const parts = media ? [media, ...(media.groups ?? []), ...(media.contents ?? [])] : [];
  return parts.map(({ description }) => description?.value?.trim() ?? '').find(Boolean) ?? '';
}

/** In Atom text is text unless it says that it is HTML; many feeds do not say so. */
function atomText(text: AtomText | undefined): string {
  const value = text?.value ?? '';
  return text?.type === 'html' || text?.type === 'xhtml' ? htmlOf(value) : plainText(value).trim();
}

function personName(author: unknown): string | null {
  if (typeof author === 'string') return author;
  return (author as { name?: string } | undefined)?.name ?? null;
}

const plain = (text: string | undefined) => (text ? htmlToText(text) : null);
