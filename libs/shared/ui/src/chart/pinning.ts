import { InjectionToken } from '@angular/core';

/** The comments of a line of a chart, as the page's address says them: names of a filter and their values. */
export type PinnedFilter = Readonly<Record<string, unknown>>;

/** What can be taken along into a report: the mood over time of one filter or of two, or an answer with the seal that came with it. */
export type Pinnable =
  | { readonly kind: 'chart'; readonly filters: readonly PinnedFilter[] }
  | { readonly kind: 'answer'; readonly question: string; readonly told: object; readonly seal: string };

/**
 * Asks to which report it goes, and pins it there. The app provides it: reports stand downstream of the charts and the chat. Without it nothing
 * can be pinned.
 */
export const PINNING = new InjectionToken<(what: Pinnable) => void>('PINNING');
