import type { Run } from '@moodline/sources/contract';

/** A run as it is stored. */
export interface RunRow {
  readonly id: number;
  readonly sourceId: number;
  readonly trigger: string;
  readonly status: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly rows: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly updated: number;
  readonly removed: number;
  readonly filtered: number;
  readonly rejected: number;
  readonly undated: number;
  readonly requests: number;
  readonly bytes: number | bigint;
  readonly notModified: boolean;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly fileName: string | null;
  readonly takenBack: number;
}

/** A run as the API shows it. */
export function runView(row: RunRow): Run {
  const {
    id,
    sourceId,
    rows,
    imported,
    duplicates,
    updated,
    removed,
    filtered,
    rejected,
    undated,
    requests,
    notModified,
    errorCode,
    errorMessage,
    fileName,
    takenBack,
  } = row;
  return {
    id,
    sourceId,
    trigger: row.trigger as Run['trigger'],
    status: row.status as Run['status'],
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    ...{
      rows,
      imported,
      duplicates,
      updated,
      removed,
      filtered,
      rejected,
      undated,
      requests,
      notModified,
      errorCode,
      errorMessage,
      fileName,
      takenBack,
    },
    bytes: Number(row.bytes),
  };
}
