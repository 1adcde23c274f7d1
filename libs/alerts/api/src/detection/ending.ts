import type { Sensitivity } from '@moodline/alerts/contract';

/** Something that a workspace needs and that ends soon, or has ended lately. */
export type Ending =
  /** A key of the programming interface, with the end of its time. */
  | { readonly kind: 'key'; readonly name: string; readonly at: Date }
  /** A source whose key its site does not accept any more. */
  | { readonly kind: 'refused'; readonly name: string }
  /** Requests of today that a site's quota leaves only a few of. */
  | {
      readonly kind: 'quota';
      readonly name: string;
      readonly used: number;
      readonly of: number;
      readonly resetsAt: Date;
    };

/** From how many days before its end a key is told. */
export const KEY_DAYS: Readonly<Record<Sensitivity, number>> = { low: 3, medium: 7, high: 14 };
/** From which part of a quota on it is told. */
export const QUOTA_SHARE: Readonly<Record<Sensitivity, number>> = { low: 0.95, medium: 0.9, high: 0.75 };

/** How many requests a day a site answers to one key, and where its day begins. */
export interface DailyQuota {
  readonly kind: string;
  readonly name: string;
  readonly requests: number;
  readonly zone: string;
}

/**
 * YouTube: 10,000 units a day for a project; each request that Moodline makes is one unit. The day begins at midnight Pacific Time.
 * Source: https://developers.google.com/youtube/v3/determine_quota_cost
 */
export const DAILY_QUOTAS: readonly DailyQuota[] = [
  { kind: 'youtube', name: 'YouTube', requests: 10_000, zone: 'America/Los_Angeles' },
];
