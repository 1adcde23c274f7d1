import type { Backfill } from '@moodline/sources/contract';

/** A backfill as it is stored. Times are strings where the row came as JSON. */
export interface BackfillRow {
  readonly status: string;
  readonly since: Date | string;
  readonly until: Date | string;
  readonly oldest: Date | string | null;
  readonly newest: Date | string | null;
  readonly rows: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly nextRunAt: Date | string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly startedAt: Date | string;
  readonly finishedAt: Date | string | null;
}

/** A backfill as the API shows it. */
export function backfillView(row: BackfillRow, now = new Date()): Backfill {
  const { rows, imported, duplicates, errorCode, errorMessage } = row;
  const status = row.status as Backfill['status'];
  const waits = status === 'running' && row.nextRunAt !== null && new Date(row.nextRunAt) > now;
  return {
    status,
    since: iso(row.since),
    until: iso(row.until),
    share: status === 'done' ? 1 : readShare(row),
    ...{ rows, imported, duplicates, errorCode, errorMessage },
    startedAt: iso(row.startedAt),
    finishedAt: row.finishedAt === null ? null : iso(row.finishedAt),
    waitsUntil: waits && row.nextRunAt !== null ? iso(row.nextRunAt) : null,
  };
}

/**
 * Share of the time between two instants that lies between the oldest and the newest comment read so far. It grows from either
 * end, whichever comments a site hands over first. Null before the first comment.
 */
export function readShare({
  since,
  until,
  oldest,
  newest,
}: Pick<BackfillRow, 'since' | 'until' | 'oldest' | 'newest'>): number | null {
  if (oldest === null || newest === null) return null;
  const [start, end] = [Date.parse(iso(since)), Date.parse(iso(until))];
  const within = (time: Date | string) => Math.min(end, Math.max(start, Date.parse(iso(time))));
  return end > start ? (within(newest) - within(oldest)) / (end - start) : 1;
}

const iso = (time: Date | string) => new Date(time).toISOString();
