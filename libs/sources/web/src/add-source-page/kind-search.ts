import type { UiLanguage } from '@moodline/shared/i18n';
import type { SourceKind } from '@moodline/sources/contract';

/** Kinds that a search means, in any language: all its words occur in title, description or name. */
export function kindsFor(kinds: readonly SourceKind[], search: string): readonly SourceKind[] {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return kinds.filter(({ kind, title, about }) => {
    const text = [kind, ...Object.values(title), ...Object.values(about)].join('\n').normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Kinds that people of China know best, and from where they can be read. */
const CHINESE_FIRST = ['weibo', 'wechat', 'feed', 'app-store', 'json-api', 'file-url', 'webhook'];

/** The kinds in the order in which people of a language look for them. */
export function inOrder(kinds: readonly SourceKind[], language: UiLanguage): readonly SourceKind[] {
  if (language !== 'zh') return kinds;
  const place = ({ kind }: SourceKind) => (CHINESE_FIRST.includes(kind) ? CHINESE_FIRST.indexOf(kind) : Infinity);
  return [...kinds].sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)));
}

/** Whether the site wants a key or password. */
export function needsKey({ fields }: SourceKind): boolean {
  return fields.some(({ kind, required }) => kind === 'secret' && required);
}
