import type { SourceKind } from '@moodline/sources/contract';

/** Kinds that a search means, in any language: all its words occur in title, description or name. */
export function kindsFor(kinds: readonly SourceKind[], search: string): readonly SourceKind[] {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return kinds.filter(({ kind, title, about }) => {
    const text = [kind, title.en, title.zh, about.en, about.zh].join('\n').normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Whether the site wants a key or password. */
export function needsKey({ fields }: SourceKind): boolean {
  return fields.some(({ kind, required }) => kind === 'secret' && required);
}
