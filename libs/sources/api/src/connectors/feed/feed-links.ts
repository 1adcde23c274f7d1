import { decodeEntities } from '../../incoming/html-entities';

/** A feed that a page names. */
export interface FeedLink {
  readonly address: string;
  readonly title: string | null;
}

/** The head of a page is looked at, and no more than this. */
const MAX_HEAD = 300_000;
const MAX_LINKS = 20;
const FEED_TYPES =
  /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json|text\/(?:rss\+)?xml|application\/xml)\b/i;

/** True for a text that is a web page and no feed. */
export function isWebPage(text: string): boolean {
  return /^\s*(?:<!--[^]{0,2000}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b/i.test(
    text.slice(0, 5000),
  );
}

/** The feeds a page names by `<link rel="alternate">`, each once, in the order of the page. */
export function feedLinks(html: string, address: string): FeedLink[] {
  const head = html.slice(0, MAX_HEAD);
  const base = URL.parse(attribute(/<base\b[^>]*>/i.exec(head)?.[0] ?? '', 'href') ?? '', address)?.href ?? address;
  const found = new Map<string, FeedLink>();
  for (const [tag] of head.matchAll(/<link\b[^>]{1,2000}>/gi)) {
    const relations = (attribute(tag, 'rel') ?? '').toLowerCase().split(/\s+/);
    const typed = FEED_TYPES.test(attribute(tag, 'type') ?? '');
    const url = URL.parse(attribute(tag, 'href') ?? '', base);
    if (!url || !/^https?:$/.test(url.protocol) || url.href === address) continue;
    if (!relations.includes('feed') && !(relations.includes('alternate') && typed)) continue;
    if (found.size < MAX_LINKS && !found.has(url.href))
      found.set(url.href, { address: url.href, title: attribute(tag, 'title')?.trim().slice(0, 200) || null });
  }
  return [...found.values()];
}

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? null : decodeEntities(value);
}
