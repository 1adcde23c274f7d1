import { Injectable } from '@nestjs/common';
import { ServerEvents } from '@moodline/shared/http';
import type { Run, RunProgress } from '@moodline/sources/contract';

/** Least time between two reports of a run, in milliseconds. */
const INTERVAL_MS = 250;

/** Tells the browsers how runs are going, at most four times a second each. */
@Injectable()
export class RunProgressReports {
  private readonly reported = new Map<string, number>();

  constructor(private readonly events: ServerEvents) {}

  /** A run has come further. */
  moved(workspaceId: number, progress: RunProgress): void {
    const key = `${workspaceId}:${progress.runId}`;
    const now = performance.now();
    if (now - (this.reported.get(key) ?? -INTERVAL_MS) < INTERVAL_MS) return;
    this.reported.set(key, now);
    this.events.publish(workspaceId, { type: 'run', data: progress });
  }

  /** A run is over (or was undone): always told, and what it changed with it. */
  ended(workspaceId: number, run: Run): void {
    this.reported.delete(`${workspaceId}:${run.id}`);
    const { id, sourceId, status, rows, imported, duplicates, rejected, trigger } = run;
    const share = trigger === 'import' && status === 'done' ? 1 : null;
    this.events.publish(workspaceId, {
      type: 'run',
      data: { runId: id, sourceId, status, rows, imported, duplicates, rejected, share },
    });
    if (imported) this.changed(workspaceId, status === 'undone' ? 'import-undone' : 'imported');
  }

  /** Comments came or went. */
  changed(workspaceId: number, reason: string): void {
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason } });
  }
}
