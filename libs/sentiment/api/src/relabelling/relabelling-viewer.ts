import { Injectable } from '@nestjs/common';
import type { Relabelling, RelabellingOutcome, RelabellingPreview } from '@moodline/sentiment/contract';
import { NotFoundError } from '@moodline/shared/http';
import { RelabellingCountsQuery } from './relabelling-counts.query';
import { relabellingOutcome } from './relabelling-outcome';
import { RelabellingOutcomeQuery } from './relabelling-outcome.query';
import { RelabellingWatch } from './relabelling-watch';
import { RelabellingRepository, type RelabellingRow } from './relabelling.repository';

const LISTED = 20;
const SAMPLES = 24;

/** Shows re-labellings: how far they are and what they would change. */
@Injectable()
export class RelabellingViewer {
  constructor(
    private readonly relabellings: RelabellingRepository,
    private readonly counts: RelabellingCountsQuery,
    private readonly outcomes: RelabellingOutcomeQuery,
    private readonly watch: RelabellingWatch,
  ) {}

  /** The latest ones, newest first. */
  async list(workspaceId: number): Promise<Relabelling[]> {
    const rows = await this.relabellings.list(workspaceId, LISTED);
    return Promise.all(rows.map((row) => this.view(row)));
  }

  async view(row: RelabellingRow): Promise<Relabelling> {
    const [progress, by] = await Promise.all([
      this.watch.progress(row),
      this.counts.userName(row.workspaceId, row.userId),
    ]);
    const { model, days, since, createdAt, endedAt } = row;
    return {
      ...progress,
      model,
      days,
      since: since.toISOString(),
      by,
      createdAt: createdAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    };
  }

  /** What the switch would change, or what it has changed. @throws NotFoundError */
  async preview(workspaceId: number, id: number): Promise<RelabellingPreview> {
    const row = await this.relabellings.find(workspaceId, id);
    if (!row) throw new NotFoundError('re-labelling', id);
    const [relabelling, outcome, samples] = await Promise.all([
      this.view(row),
      row.outcome ?? this.outcome(row),
      row.outcome ? [] : this.outcomes.samples(row, SAMPLES),
    ]);
    return { relabelling, outcome, samples };
  }

  /** Counted from the labels as they are now. */
  async outcome(row: RelabellingRow): Promise<RelabellingOutcome> {
    return relabellingOutcome(await this.outcomes.moves(row));
  }
}
