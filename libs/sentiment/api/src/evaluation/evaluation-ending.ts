import { Injectable } from '@nestjs/common';
import type { Evaluation } from '@moodline/sentiment/contract';
import { NotFoundError, ServerEvents } from '@moodline/shared/http';
import { EvaluationRemoval } from './evaluation-removal.repository';
import { EvaluationRepository } from './evaluation.repository';

/** Cancels evaluations, removes them, and brings removed ones back. */
@Injectable()
export class EvaluationEnding {
  constructor(
    private readonly evaluations: EvaluationRepository,
    private readonly removal: EvaluationRemoval,
    private readonly events: ServerEvents,
  ) {}

  /** Cancels an evaluation that waits or works; removes one that has ended, which can be brought back for ten minutes. */
  async end(workspaceId: number, id: number): Promise<void> {
    const evaluation = await this.evaluations.one(workspaceId, id);
    if (!evaluation) throw new NotFoundError('evaluation', id);
    const { done, total } = evaluation;
    if (await this.evaluations.cancel(workspaceId, id))
      this.events.publish(workspaceId, { type: 'evaluation', data: { id, state: 'cancelled', done, total } });
    else await this.removal.remove(workspaceId, id);
  }

  /** Brings a removed evaluation back. @throws NotFoundError once its ten minutes are over */
  async keep(workspaceId: number, id: number): Promise<Evaluation> {
    const kept = await this.removal.keep(workspaceId, id);
    const evaluation = kept ? await this.evaluations.one(workspaceId, id) : null;
    if (!evaluation) throw new NotFoundError('evaluation', id);
    return evaluation;
  }
}
