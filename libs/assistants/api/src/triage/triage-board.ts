import { Injectable } from '@nestjs/common';
import type { SupportAnswer, Triage, Triaged, TriageQuery } from '@moodline/assistants/contract';
import { CommentRepository } from '@moodline/comments/api';
import { SourceAnswers } from '@moodline/sources/api';
import { SupportAnswersQuery } from './support-answers.query';
import { SupportSettings } from './support-settings.repository';
import { TriageQueueQuery, type WaitingComment } from './triage.query';

/** What waits for an answer, and what was answered. */
@Injectable()
export class TriageBoard {
  constructor(
    private readonly queue: TriageQueueQuery,
    private readonly answers: SupportAnswersQuery,
    private readonly settings: SupportSettings,
    private readonly comments: CommentRepository,
    private readonly sources: SourceAnswers,
  ) {}

  async read(workspaceId: number, query: TriageQuery, now = new Date()): Promise<Triage> {
    const settings = await this.settings.read(workspaceId);
    if (query.show === 'answered') {
      const answered = await this.answers.latest(workspaceId, query.limit);
      const items = await this.withComments(
        workspaceId,
        answered.map(([id]) => NOT_WAITING(id)),
        new Map(answered),
      );
      return { items, total: items.length, overdue: 0, capped: answered.length === query.limit, settings };
    }
    const { rows, ...counts } = await this.queue.read({ workspaceId, now, ...settings, ...query });
    const answers = await this.answers.of(
      workspaceId,
      rows.map(({ id }) => id),
    );
    return { items: await this.withComments(workspaceId, rows, answers), ...counts, settings };
  }

  private async withComments(
    workspaceId: number,
    rows: readonly WaitingComment[],
    answers: ReadonlyMap<number, SupportAnswer>,
  ): Promise<Triaged[]> {
    const ids = rows.map(({ id }) => id);
    const [comments, ready] = await Promise.all([
      this.comments.byIds(workspaceId, ids),
      this.sources.ready(workspaceId),
    ]);
    const byId = new Map(comments.map((comment) => [comment.id, comment]));
    return rows.flatMap(({ id, ...factors }) => {
      const comment = byId.get(id);
      if (!comment) return [];
      return [{ comment, ...factors, answer: answers.get(id) ?? null, sends: ready.has(comment.source.id) }];
    });
  }
}

/** What was answered waits no more. */
const NOT_WAITING = (id: number): WaitingComment => ({
  ...{ id, negative: 0, reach: 0, waiting: 0, hours: 0, urgency: 0, overdue: false },
});
