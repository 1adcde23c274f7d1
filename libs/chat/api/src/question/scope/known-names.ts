import type { Surroundings } from '../understanding';
import { TOPIC_WORDS } from './topic-words';

const TOPICS: readonly string[] = TOPIC_WORDS.flatMap(({ en, zh, ja }) => [...en, ...zh, ...ja]);

/** Everything that a question may name: sources, monitors, themes, and what people are known to ask about. */
export const knownNames = ({ sources, monitors, themes = [] }: Surroundings): string[] => [
  ...new Set([
    ...sources.map(({ name }) => name),
    ...monitors.map(({ name }) => name),
    ...themes.flatMap(({ names }) => names.map((name) => name.replace(/^the /iu, ''))),
    ...TOPICS,
  ]),
];
