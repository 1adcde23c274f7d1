import type { UiLanguage, Words, WordTree } from './ui-language';

/** All domains' words in one tree a language. Domains have their own root keys; those that share one (`errors`) are joined. */
export function mergeWords(lists: readonly Words[]): Record<UiLanguage, WordTree> {
  return {
    en: lists.reduce<WordTree>((all, words) => join(all, words.en), {}),
    zh: lists.reduce<WordTree>((all, words) => join(all, words.zh), {}),
  };
}

/** Dotted keys of a tree, sorted: two languages are complete when these are equal. */
export function wordKeys(tree: WordTree, prefix = ''): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : wordKeys(value, `${prefix}${key}.`)))
    .sort();
}

function join(left: WordTree, right: WordTree): WordTree {
  const joined: Record<string, string | WordTree> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const present = joined[key];
    joined[key] = typeof present === 'object' && typeof value === 'object' ? join(present, value) : value;
  }
  return joined;
}
