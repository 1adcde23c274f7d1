import { topicQuery, type Topic } from './scope/topic';

/** The topic of a scope as text: several that are meant as alternatives with commas, exact ones in quotes. */
export function topicText(topics: readonly Topic[]): string | null {
  if (!topics.length) return null;
  const either = topics.slice(1).every(({ listed }) => listed);
  return topics.map(({ words, exact }) => (exact ? `"${words}"` : words)).join(either ? ', ' : ' + ');
}

/** Alternatives of a topic's text. */
export const alternatives = (text: string): string[] => text.split(', ').filter(Boolean);

/** What the search box has to be told to find the comments on a topic, given as {@link topicText} writes it. */
export function queryOfTopic(text: string): string {
  const several = alternatives(text);
  if (several.length < 2) return text.split(' + ').map(queryOf).join(' ');
  return several.map(oneTerm).join(' OR ');
}

const queryOf = (text: string): string =>
  topicQuery({ words: text.replace(/^"|"$/g, ''), exact: text.startsWith('"') });

/** As one side of OR: words that belong together stand in quotes. */
const oneTerm = (text: string): string => (/\s/.test(text) ? `"${text.replaceAll('"', '')}"` : queryOf(text));
