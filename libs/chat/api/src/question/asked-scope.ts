import type { TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE, type FactScope } from '@moodline/narration/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import type { Wanted } from './wanted';
import { emotionsOf } from './scope/named-emotions';
import { leftBy } from './scope/exceptions';
import { queryOfTopic, topicText } from './topic-query';
import { LEXICONS, type Surroundings, type Understanding } from './understanding';

/** Id that no theme and no tag has: one that is not there any more takes no comment. */
const NOTHING = 2 ** 31 - 1;

/** The scope that a page shows, in names. A source given by its id gets its name. */
export function scopeOfPage(
  filter: CommentFilter,
  { sources, monitors, tags = [], themes = [] }: Surroundings,
): FactScope {
  const nameOf = (source: string) =>
    sources.find(({ id, name }) => name === source || String(id) === source)?.name ?? source;
  const monitor = monitors.find(({ id }) => id === filter.monitor)?.name;
  const tag = tags.find(({ id }) => id === filter.tag)?.name;
  return {
    sources: (filter.source ?? []).map(nameOf),
    monitors: monitor ? [monitor] : [],
    languages: filter.language ?? [],
    labels: filter.label ?? [],
    stars: filter.stars ?? [],
    topic: filter.q ? pageTopic(filter.q) : null,
    theme: themes.find(({ id }) => id === filter.theme)?.names[0] ?? null,
    ...(tag && { tag }),
    ...(filter.version?.length && { versions: filter.version }),
    ...(filter.kind?.length && { kinds: filter.kind }),
    ...(filter.emotion?.length && { emotions: filter.emotion }),
  };
}

/** What stands in the search box is kept as it is. */
const pageTopic = (q: string): string => (/^[\p{L}\p{N}]+$/u.test(q) ? `"${q}"` : q);

/**
 * The scope of a question: what its words say, and for the rest what they go on from.
 * @param sources all that the workspace has: what is left when some are left out
 */
export function askedScope(
  read: Understanding,
  wanted: Wanted,
  { base, sources }: { base: FactScope; sources: readonly string[] },
): FactScope {
  const open = LEXICONS[read.language].all.test(read.text) ? WHOLE_SCOPE : base;
  // Names of an event are no topic, and where the effect of one is asked for neither are its words.
  const named = wanted.intent === 'effect' && !read.event ? [] : read.topics;
  // "More about the battery than about the case": what is compared stands side by side.
  const topic = topicText(wanted.intent === 'compare' ? named.map((one) => ({ ...one, listed: true })) : named, read);
  const left = leftBy(read.without);
  const tag = read.tag ?? open.tag;
  const kinds = read.kinds.length ? read.kinds : open.kinds;
  // Sources, days and languages in the order of how many comments have an emotion.
  const counts =
    wanted.intent === 'ranking' && wanted.measure === 'count' && wanted.by !== 'theme' && !wanted.labels.length;
  const emotions = read.emotions.length
    ? emotionsOf(read.emotions, counts ? { intent: 'count', by: wanted.by } : wanted)
    : (open.emotions ?? []);
  const either = <Item>(own: readonly Item[], other: readonly Item[]) => [...(own.length ? own : other)];
  return {
    sources: rest(either(read.sources, open.sources), read.without.sources, sources),
    monitors: either(read.monitors, open.monitors),
    languages: either(either(read.languages, left.languages), open.languages),
    labels: either(either(wanted.labels, left.labels), open.labels),
    stars: either(either(read.stars, left.stars), open.stars),
    topic: topic ?? (read.theme ? null : open.topic),
    theme: read.theme ?? (topic ? null : open.theme),
    ...(tag && { tag }),
    ...(open.versions && { versions: open.versions }),
    ...(kinds?.length && { kinds: [...kinds] }),
    ...(emotions.length && { emotions: [...emotions] }),
  };
}

/** Of those that are meant, or of all, the ones that are not left out. */
const rest = (meant: readonly string[], without: readonly string[], all: readonly string[]): string[] =>
  without.length ? (meant.length ? meant : all).filter((one) => !without.includes(one)) : [...meant];

/** A scope as a filter, without its labels: what is looked at and what is counted differ for each intent. */
export function filterOfScope(
  scope: TypedQuestion['scope'],
  { monitors, tags = [], themes = [] }: Surroundings,
): CommentFilter {
  const theme =
    scope.theme === null ? undefined : (themes.find(({ names }) => names.includes(scope.theme ?? ''))?.id ?? NOTHING);
  const monitor = monitors.find(({ name }) => name === scope.monitors[0])?.id;
  const tag = scope.tag === undefined ? undefined : (tags.find(({ name }) => name === scope.tag)?.id ?? NOTHING);
  return {
    ...(scope.sources.length ? { source: scope.sources } : {}),
    ...(scope.languages.length ? { language: scope.languages } : {}),
    ...(scope.stars.length ? { stars: scope.stars } : {}),
    ...(monitor ? { monitor } : {}),
    ...(theme ? { theme } : {}),
    ...(tag ? { tag } : {}),
    ...(scope.versions?.length ? { version: scope.versions } : {}),
    ...(scope.kinds?.length ? { kind: scope.kinds } : {}),
    ...(scope.emotions?.length ? { emotion: scope.emotions } : {}),
    ...(scope.topic ? { q: queryOfTopic(scope.topic) } : {}),
  };
}
