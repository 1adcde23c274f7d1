/** How far back people usually want to read. */
export const BACKFILL_DAYS = [7, 30, 90, 365] as const;

const DAY_MS = 86_400_000;

/** The instant `days` times 24 hours ago. */
export function instantDaysAgo(days: number, now = Date.now()): string {
  return new Date(now - days * DAY_MS).toISOString();
}
