import { SourceError } from '../source.errors';

const ENDS: readonly (readonly [RegExp, string, string])[] = [
  [/<rss\b/i, '</item>', '</channel></rss>'],
  [/<rdf:RDF\b/i, '</item>', '</rdf:RDF>'],
  [/<feed\b/i, '</entry>', '</feed>'],
];

/**
 * The items of a feed that was cut because it is too large: those up to the last whole one. Feeds hold the newest first.
 * @throws SourceError when nothing whole is left
 */
export function withoutCutEnd(text: string, address: string, maxBytes: number): string {
  const [, itemEnd, end] = ENDS.find(([start]) => start.test(text.slice(0, 5000))) ?? [];
  const last = itemEnd ? text.lastIndexOf(itemEnd) : -1;
  if (!itemEnd || !end || last < 0)
    throw new SourceError(
      'source-too-large',
      `${new URL(address).host} sent more than ${maxBytes / 1_000_000} MB at once, so nothing was read. If the site has a feed of one section or topic, enter that one; otherwise ask the site for a shorter feed.`,
    );
  return `${text.slice(0, last + itemEnd.length)}${end}`;
}
