import { parseFeed } from 'feedsmith';
import { SourceError } from '../source.errors';
import { htmlToText } from '../../incoming/html-text';

/** One entry of a feed, whichever format it came in. Texts are plain; everything may be missing. */
export interface FeedItem {
  readonly id: string | null;
  readonly title: string;
  readonly content: string;
  readonly link: string | null;
  readonly author: string | null;
  readonly date: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
}

/** The parts of a parsed feed that are read here. Of a stranger's feed any of them may be missing. */
type Loose<T> = { readonly [Key in keyof T]?: T[Key] };
type XmlItem = Loose<{
  guid: Loose<{ value: string }>;
  title: string;
  link: string;
  description: string;
  pubDate: string;
  authors: readonly unknown[];
  content: Loose<{ encoded: string }>;
  dc: Loose<{ creators: readonly string[]; dates: readonly string[] }>;
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
type Parsed =
  | { readonly format: 'rss' | 'rdf'; readonly feed: Loose<{ title: string; items: readonly XmlItem[] }> }
  | { readonly format: 'atom'; readonly feed: Loose<{ title: AtomText; entries: readonly AtomEntry[] }> }
  | { readonly format: 'json'; readonly feed: Loose<{ title: string; items: readonly JsonItem[] }> };

/**
 * Reads RSS, RDF, Atom and JSON Feed.
 * @throws SourceError when the text is none of them
 */
export function readFeed(text: string): Feed {
  const { format, feed } = parse(text);
  if (format === 'atom') return { title: plain(feed.title?.value), items: (feed.entries ?? []).map(atomItem) };
  if (format === 'json') return { title: feed.title ?? null, items: (feed.items ?? []).map(jsonItem) };
  return { title: plain(feed.title), items: (feed.items ?? []).map(xmlItem) };
}

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

function xmlItem(item: XmlItem): FeedItem {
  const [author] = item.authors ?? [];
  return {
    id: item.guid?.value ?? item.link ?? null,
    title: htmlToText(item.title ?? ''),
    content: htmlToText(item.content?.encoded ?? item.description ?? ''),
    link: item.link ?? null,
    author: item.dc?.creators?.[0] ?? personName(author),
    date: item.pubDate ?? item.dc?.dates?.[0] ?? null,
  };
}

function atomItem(entry: AtomEntry): FeedItem {
  const link = entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0];
  return {
    id: entry.id ?? null,
    title: atomText(entry.title),
    content: atomText(entry.content) || atomText(entry.summary),
    link: link?.href ?? null,
    author: entry.authors?.[0]?.name ?? null,
    date: entry.published ?? entry.updated ?? null,
  };
}

function jsonItem(item: JsonItem): FeedItem {
  return {
    id: item.id ?? null,
    title: item.title ?? '',
    content: item.content_text ?? htmlToText(item.content_html ?? item.summary ?? ''),
    link: item.url ?? item.external_url ?? null,
    author: item.authors?.[0]?.name ?? null,
    date: item.date_published ?? item.date_modified ?? null,
  };
}

/** In Atom text is text unless it says that it is HTML. */
function atomText(text: AtomText | undefined): string {
  const value = text?.value ?? '';
  return text?.type === 'html' || text?.type === 'xhtml' ? htmlToText(value) : value.trim();
}

function personName(author: unknown): string | null {
  if (typeof author === 'string') return author;
  return (author as { name?: string } | undefined)?.name ?? null;
}

const plain = (text: string | undefined) => (text ? htmlToText(text) : null);
