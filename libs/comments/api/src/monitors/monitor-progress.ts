import { Injectable } from '@nestjs/common';
import { ServerEvents } from '@moodline/shared/http';
import { MonitorRepository } from './monitor.repository';

interface Place {
  readonly workspaceId: number;
  readonly id: number;
  readonly checked: number;
  readonly total: number;
}

/** Tells the browsers how far re-matching is. Read off the monitors, so it holds whichever process matches. */
@Injectable()
export class MonitorProgressReports {
  private known = new Map<string, Place>();

  constructor(
    private readonly monitors: MonitorRepository,
    private readonly events: ServerEvents,
  ) {}

  /** Tells what has moved since the last call. Called about once a second. */
  async publish(): Promise<void> {
    const now = new Map((await this.monitors.rematching()).map((place) => [`${place.workspaceId}:${place.id}`, place]));
    const before = this.known;
    this.known = now;
    for (const [key, place] of now) if (before.get(key)?.checked !== place.checked) this.tell(place, false);
    const ended = [...before].filter(([key]) => !now.has(key)).map(([, place]) => place);
    for (const place of ended) this.tell({ ...place, checked: place.total }, true);
    for (const workspaceId of new Set(ended.map((place) => place.workspaceId)))
      this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'monitor-matched' } });
  }

  private tell({ workspaceId, id, checked, total }: Place, done: boolean): void {
    this.events.publish(workspaceId, { type: 'monitor', data: { monitorId: id, checked, total, done } });
  }
}
