import type { ParamMap, Params, UrlTree } from '@angular/router';

/** How long one view is shown where the address does not say (s). */
export const USUAL_SECONDS = 20;
const LEAST_SECONDS = 5;
const MOST_SECONDS = 3_600;

/** What the address of a wall screen asks for: `/tv?views=3,7&every=30`. */
export interface TvAddress {
  /** Ids of saved views in their order; empty for the filter that stands in the address. */
  readonly views: readonly number[];
  /** How long each is shown (s). */
  readonly every: number;
  /** The one that is shown now. */
  readonly at: number | null;
}

/** Reads it; what makes no sense is left out. */
export function readTvAddress(params: Pick<ParamMap, 'get'>): TvAddress {
  const views = (params.get('views') ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0);
  const every = Number(params.get('every') ?? USUAL_SECONDS);
  const at = Number(params.get('at'));
  return {
    views: [...new Set(views)],
    every: Number.isFinite(every) ? Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, every)) : USUAL_SECONDS,
    at: Number.isInteger(at) && at > 0 ? at : null,
  };
}

/** The query with which a view is shown: the view's own filter beside what the wall screen goes on with. */
export function tvParams({ views, every }: TvAddress, view: number, page: UrlTree): Params {
  return { ...page.queryParams, open: undefined, views: views.join(','), every, at: view };
}

/** The next of the ids after `at`; the first where `at` is not among them, and null where there is none. */
export function nextView(ids: readonly number[], at: number | null): number | null {
  return ids[(ids.indexOf(at ?? -1) + 1) % ids.length] ?? null;
}
