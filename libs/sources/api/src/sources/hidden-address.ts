import { ROLE_PERMISSIONS } from '@moodline/shared/contract';
import type { Actor } from '@moodline/shared/http';
import type { Source } from '@moodline/sources/contract';

/**
 * A source as somebody sees it who may not change it: of its address the site only, and nothing of its settings. Private addresses
 * often hold a token in path or query.
 */
export function forActor(source: Source, { role }: Pick<Actor, 'role'>): Source {
  if (ROLE_PERMISSIONS[role].includes('sources.write')) return source;
  const { url } = source;
  return { ...source, config: {}, url: url !== null && URL.canParse(url) ? new URL(url).origin : null };
}
