import type { SampledComment } from './sampled-comment';
import { groupThemes, sameTheme } from './theme-grouping';
import type { StoredTheme, ThemeRepository } from './theme.repository';

/** Themes of a period: each is counted of its own, and a longer list is not read. */
const LIMIT = 16;

/** The themes of a sample, each with its record; those that are new are kept. */
export async function themesIn(
  store: ThemeRepository,
  workspaceId: number,
  { now, before }: { readonly now: readonly SampledComment[]; readonly before: readonly SampledComment[] },
): Promise<StoredTheme[]> {
  const known = await store.allWithListed(workspaceId);
  const groups = groupThemes(now, before, { limit: LIMIT, known });
  const strange = groups.filter((group) => !sameTheme(group, known, now));
  if (strange.length) await store.keep(workspaceId, strange);
  const all = strange.length ? await store.all(workspaceId) : known;
  const found = groups.flatMap((group) => sameTheme(group, all, now) ?? []);
  return found.filter((theme, index) => found.findIndex(({ id }) => id === theme.id) === index);
}
