import { Injectable } from '@nestjs/common';
import type { LabellingStatus } from '@moodline/sentiment/contract';
import { LanguageModel } from '@moodline/language-model/api';
import { ServerEvents } from '@moodline/shared/http';
import { LabelRepository } from './label.repository';

/** Seconds over which the rate is measured. */
const WINDOW = 30;

/** How far labelling is, and how fast. The rate is read off the stored counts, so it holds whichever process labels. */
@Injectable()
export class LabellingProgress {
  private readonly samples = new Map<number, { at: number; done: number }[]>();
  private readonly published = new Map<number, string>();

  constructor(
    private readonly labels: LabelRepository,
    private readonly model: LanguageModel,
    private readonly events: ServerEvents,
  ) {}

  async status(workspaceId: number): Promise<LabellingStatus> {
    const counts = await this.labels.counts(workspaceId);
    return {
      ...counts,
      commentsPerSecond: this.rate(workspaceId, counts.labelled + counts.unscored),
      model: this.model.status().state,
    };
  }

  /** Tells the browsers when something has moved since the last call. Called about once a second. */
  async publish(workspaceId: number): Promise<void> {
    const status = await this.status(workspaceId);
    const text = JSON.stringify(status);
    const before = this.published.get(workspaceId);
    if (text === before) return;
    this.published.set(workspaceId, text);
    this.events.publish(workspaceId, { type: 'labelling', data: status });
    if (before && (JSON.parse(before) as LabellingStatus).labelled !== status.labelled)
      this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'labelled' } });
  }

  private rate(workspaceId: number, done: number): number {
    const now = Date.now() / 1000;
    const kept = (this.samples.get(workspaceId) ?? []).filter(
      ({ at, done: before }) => now - at <= WINDOW && before <= done,
    );
    kept.push({ at: now, done });
    this.samples.set(workspaceId, kept);
    const first = kept[0];
    if (!first || now - first.at < 1) return 0;
    return Math.round(((done - first.done) / (now - first.at)) * 10) / 10;
  }
}
