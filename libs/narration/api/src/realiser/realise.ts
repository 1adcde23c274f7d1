import type { Fact, NarrationLanguage, Sentence } from '@moodline/narration/contract';

/**
 * Tells facts in sentences of one language, in their order; neighbours that belong together share a sentence. The same facts and
 * seed give the same text. Every number of a sentence is one of the facts that it cites.
 * @param seed chooses among the ways to say a thing, so that not every text begins alike
 */
export type Realise = (facts: readonly Fact[], language: NarrationLanguage, seed: number) => Sentence[];
