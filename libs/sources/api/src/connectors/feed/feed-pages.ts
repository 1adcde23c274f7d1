import type { Feed } from './feed-items';
import type { ItemMemory } from './item-identity';

/** So many pages of a feed are read at once, its first among them. */
export const MOST_PAGES = 10;

/**
 * A feed with the pages behind it, where it names a next one (RFC 5005): all of them, up to {@link MOST_PAGES}, as long as nothing on a page is known.
 * A feed that is asked often has what is known on its first page; one that was asked long ago does not.
 * @param read reads the page at an address
 */
export async function withFurtherPages(
  first: Feed,
  address: string,
  memory: ItemMemory | undefined,
  read: (address: string) => Promise<Feed>,
): Promise<Feed> {
  const known = new Set((memory?.items ?? []).map(([, id]) => id));
  const seen = new Set([address]);
  const pages = [first];
  let page = first;
  while (page.next && !seen.has(page.next) && pages.length < MOST_PAGES && !isKnown(page, known)) {
    // A feed speaks for its own site alone.
    if (URL.parse(page.next)?.origin !== URL.parse(address)?.origin) break;
    seen.add(page.next);
    page = await read(page.next);
    pages.push(page);
  }
  return pages.length === 1 ? first : { ...first, items: pages.flatMap(({ items }) => items) };
}

const isKnown = ({ items }: Feed, known: ReadonlySet<string>) =>
  items.some(({ id, writtenLink }) => known.has(id?.trim() ?? '') || known.has(writtenLink?.trim() ?? ''));
