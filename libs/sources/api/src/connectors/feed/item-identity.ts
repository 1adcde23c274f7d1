import { hash } from 'node:crypto';
import * as z from 'zod';
import { hashedId } from '../../incoming/comment-row';
import type { FeedItem } from './feed-items';

/** What makes an item unique: found out, or as a person says. */
export const IDENTITY_RULES = ['auto', 'guid', 'link', 'text'] as const;
export type IdentityRule = (typeof IDENTITY_RULES)[number];

const MAX_REMEMBERED = 500;
const MAX_SHARED = 200;

/**
 * What is known of a feed's items from its last reading: `items` by a mark of what they say, with the id each was given, and
 * `shared`: marks of ids and links under which there were several items.
 */
export const itemMemorySchema = z.object({
  items: z.array(z.tuple([z.string(), z.string(), z.string()])).max(MAX_REMEMBERED),
  shared: z.array(z.string()).max(MAX_SHARED),
});
export type ItemMemory = z.output<typeof itemMemorySchema>;

/** An item with the id it gets, those that other rules would have given it, and whether a stored one may have another. */
export interface IdentifiedItem {
  readonly item: FeedItem;
  readonly externalId: string;
  readonly formerIds: readonly string[];
  readonly idMayChange: boolean;
}

/** Text of an item as it is stored. */
export type ItemText = (item: FeedItem) => string;

/**
 * Decides what is the same item as before. A feed's own id counts, or else the link, as long as it stands for one item: one that is
 * shared by several in the feed, now or before, tells nothing, and place, date, author and, where those do not tell them apart, the text decide. An
 * id that is new on something that was there before, with the same page, author and text, was changed by the feed: the former stays.
 */
export function identify(
  items: readonly FeedItem[],
  { rule, memory, textOf }: { rule: IdentityRule; memory: ItemMemory | undefined; textOf: ItemText },
): { items: IdentifiedItem[]; memory: ItemMemory } {
  const shared = sharedMarks(items, memory, textOf);
  const ids = items.map((item) => idsOf(item, textOf));
  const byDate = counted(ids.map(({ dated }) => dated));
  const former = new Map((memory?.items ?? []).map(([content, id, place]) => [content, { id, place }]));
  const chosen = items.map((item, index) => {
    const { guid, link, dated, text } = ids[index] as Ids;
    const composite = dated && byDate.get(dated) === 1 ? dated : text;
    const usable = (id: string | null) => (id && !shared.has(mark(id)) ? id : null);
    const own = {
      auto: usable(guid) ?? usable(guid ? null : link) ?? composite,
      guid: guid ?? link ?? text,
      link: link ?? guid ?? text,
      text,
    };
    return { item, externalId: own[rule], content: contentMark(item, textOf) };
  });
  const present = new Set(chosen.map(({ externalId }) => externalId));
  const known = new Set([...former.values()].map(({ id }) => id));
  // A feed in which something keeps its id does not change the ids of everything.
  const stable = chosen.some(({ externalId, content }) => former.get(content)?.id === externalId);
  const identified = chosen.map(({ item, externalId, content }, index) => {
    const before = former.get(content);
    // A new id on what was there before under an id that is gone.
    const changed = rule === 'auto' && before && !known.has(externalId) && !present.has(before.id);
    const same = item.date ? before?.place === placeMark(item, textOf) : false;
    const kept = changed && (same || (!stable && items.length > 1)) ? before.id : externalId;
    return { item, externalId: kept, content, all: Object.values(ids[index] as Ids) };
  });
  return {
    items: identified.map(({ item, externalId, all }) => ({
      item,
      externalId,
      formerIds: [...new Set(all.filter((id) => id !== null && id !== externalId))] as string[],
      idMayChange: rule === 'auto' && Boolean(item.date || item.link || item.author),
    })),
    memory: {
      items: identified
        .slice(0, MAX_REMEMBERED)
        .map(({ item, externalId, content }) => [content, externalId, placeMark(item, textOf)]),
      shared: [...shared].slice(-MAX_SHARED),
    },
  };
}

interface Ids {
  readonly guid: string | null;
  readonly link: string | null;
  /** Made of place, author and date; null without a date. */
  readonly dated: string | null;
  readonly text: string;
  /** What items without id and link were known by once. */
  readonly plain: string;
}

function idsOf(item: FeedItem, textOf: ItemText): Ids {
  const guid = item.id?.trim() || null;
  const link = item.writtenLink?.trim() || null;
  const place = link ?? guid;
  return {
    guid,
    link,
    dated: item.date ? hashedId(['dated', place, item.author, item.date]) : null,
    text: hashedId(['text', place, item.author, textOf(item)]),
    plain: hashedId([textOf(item), item.author, item.date]),
  };
}

/** Ids and links under which there are items that say different things, here or (for links of items without an id) since the last reading. */
function sharedMarks(items: readonly FeedItem[], memory: ItemMemory | undefined, textOf: ItemText): Set<string> {
  const shared = new Set(memory?.shared ?? []);
  const said = new Map<string, string>();
  for (const item of items) {
    const content = contentMark(item, textOf);
    for (const id of [item.id?.trim(), item.id ? null : item.writtenLink?.trim()]) {
      if (!id) continue;
      const other = said.get(id);
      if (other !== undefined && other !== content) shared.add(mark(id));
      said.set(id, content);
    }
  }
  const before = new Map((memory?.items ?? []).map(([content, id, place]) => [id, { content, place }]));
  for (const item of items) {
    const link = item.id ? null : item.writtenLink?.trim();
    const known = link ? before.get(link) : undefined;
    // Another text at another time under the same link is another item; an edit keeps its time.
    if (link && known && known.content !== contentMark(item, textOf) && known.place !== placeMark(item, textOf))
      shared.add(mark(link));
  }
  return shared;
}

function counted(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A mark of what an item says: page, author and text. Queries of addresses change with each visit on some sites. */
const contentMark = (item: FeedItem, textOf: ItemText) =>
  mark(JSON.stringify([item.link?.split(/[?#]/, 1)[0] ?? null, item.author, textOf(item)]));
const placeMark = (item: FeedItem, textOf: ItemText) => (item.date ? mark(item.date) : contentMark(item, textOf));
const mark = (value: string) => hash('sha256', value, 'base64url').slice(0, 12);
