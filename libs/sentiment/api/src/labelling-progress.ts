import { Injectable } from '@nestjs/common';
import type { LabellingStatus } from '@moodline/sentiment/contract';
import { LanguageModel } from '@moodline/language-model/api';
import { ServerEvents } from '@moodline/shared/http';
import { Rate } from '@moodline/shared/work';
import { LabelCountsQuery } from './label-counts.query';

/** How far labelling is, and how fast. The rate is read off the stored counts, so it holds whichever process labels. */
@Injectable()
export class LabellingProgress {
  private readonly rate = new Rate();
  private readonly published = new Map<number, string>();

  constructor(
    private readonly labels: LabelCountsQuery,
    private readonly model: LanguageModel,
    private readonly events: ServerEvents,
  ) {}

  async status(workspaceId: number): Promise<LabellingStatus> {
    const counts = await this.labels.counts(workspaceId);
    return {
      ...counts,
      commentsPerSecond: this.rate.measure(workspaceId, counts.labelled + counts.unscored),
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
}
