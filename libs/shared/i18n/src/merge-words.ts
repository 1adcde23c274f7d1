import type { Words, WordTree } from './ui-language';

/** All domains' words in one tree a language. Domains have their own root keys; those that share one (`errors`) are joined. */
export function mergeWords(lists: readonly Words[]): Record<keyof Words, WordTree> {
  return {
    en: joinTrees(lists.map(({ en }) => en)),
    zh: joinTrees(lists.map(({ zh }) => zh)),
  };
}

/** One tree of several, in one language. */
export function joinTrees(trees: readonly WordTree[]): WordTree {
  return trees.reduce<WordTree>(join, {});
}

/** Dotted keys of a tree, sorted: two languages are complete when these are equal. */
export function wordKeys(tree: WordTree, prefix = ''): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : wordKeys(value, `${prefix}${key}.`)))
    .sort();
}

/** Each key with the placeholders of its text, `filter.since {{day}}`, sorted: two languages say the same things when these are equal. */
export function wordShapes(tree: WordTree, prefix = ''): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, ...placeholders(value)].join(' ')]
        : wordShapes(value, `${prefix}${key}.`),
    )
    .sort();
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => `{{${name}}}`))].sort();
}

function join(left: WordTree, right: WordTree): WordTree {
  const joined: Record<string, string | WordTree> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const present = joined[key];
    joined[key] = typeof present === 'object' && typeof value === 'object' ? join(present, value) : value;
  }
  return joined;
}
