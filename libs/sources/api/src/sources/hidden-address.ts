import { holds, type Actor } from '@moodline/shared/http';
import type { Source } from '@moodline/sources/contract';

/**
 * A source as somebody sees it who may not change it: of its address the site only, and nothing of its settings. Private addresses
 * often hold a token in path or query.
 */
export function forActor(source: Source, actor: Pick<Actor, 'role' | 'permissions'>): Source {
  if (holds(actor, 'sources.write')) return source;
  const { url, movedTo } = source;
  return { ...source, config: {}, url: siteOf(url), movedTo: siteOf(movedTo) };
}

const siteOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? new URL(url).origin : null);
