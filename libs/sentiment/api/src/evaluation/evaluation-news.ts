import { Injectable } from '@nestjs/common';
import type { EvaluationProgress } from '@moodline/sentiment/contract';
import { ServerEvents } from '@moodline/shared/http';
import { EvaluationRepository } from './evaluation.repository';

/** Tells the browsers how far evaluations are. Read off the database, so it holds whichever process works. */
@Injectable()
export class EvaluationNews {
  private told = new Map<number, string>();

  constructor(
    private readonly evaluations: EvaluationRepository,
    private readonly events: ServerEvents,
  ) {}

  /** Called about once a second. */
  async publish(): Promise<void> {
    const news = await this.evaluations.news();
    const before = this.told;
    this.told = new Map();
    for (const { workspaceId, id, state, done, total } of news) {
      const data: EvaluationProgress = { id, state, done, total };
      const text = JSON.stringify(data);
      this.told.set(id, text);
      if (before.get(id) !== text) this.events.publish(workspaceId, { type: 'evaluation', data });
    }
  }
}
