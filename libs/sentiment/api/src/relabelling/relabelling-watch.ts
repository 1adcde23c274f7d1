import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import type { RelabellingProgress } from '@moodline/sentiment/contract';
import { ServerEvents } from '@moodline/shared/http';
import { Rate } from '@moodline/shared/work';
import { COUNTED_TO, RelabellingCountsQuery, type RelabellingCounts } from './relabelling-counts.query';
import { RelabellingRepository, type RelabellingRow, type StoredState } from './relabelling.repository';

/** States in which nothing is labelled or switched. */
const ENDED: ReadonlySet<StoredState> = new Set(['cancelled', 'switched', 'discarded']);

/** How far re-labellings are, for those who ask and for the browsers that listen. */
@Injectable()
export class RelabellingWatch {
  private readonly rate = new Rate();
  private readonly told = new Map<
    number,
    { readonly workspaceId: number; readonly text: string; readonly switched: number }
  >();

  constructor(
    private readonly relabellings: RelabellingRepository,
    private readonly query: RelabellingCountsQuery,
    private readonly model: LanguageModel,
    private readonly events: ServerEvents,
  ) {}

  async progress(row: RelabellingRow): Promise<RelabellingProgress> {
    const counts = await this.counts(row);
    const { id, version } = row;
    const state = row.state === 'running' && row.readyAt ? 'ready' : row.state;
    const rate = this.rate.measure(id, row.state === 'switching' ? counts.switched : counts.done);
    return { id, version, state, ...counts, rate, waitsFor: await this.waitsFor(row, counts) };
  }

  /** Of one that goes on no more, counted once. */
  private async counts(row: RelabellingRow): Promise<RelabellingCounts> {
    if (row.counts) return row.counts;
    const counts = await this.query.counts(row);
    // Where everything is labelled, what was left out on the way does not make it look unfinished.
    const through = row.readyAt && counts.total > COUNTED_TO ? { ...counts, total: counts.done } : counts;
    if (ENDED.has(row.state)) await this.relabellings.keepCounts(row, through);
    return through;
  }

  /** Tells the browsers what has moved since the last call. Called about once a second, in every process. */
  async publish(): Promise<void> {
    const open = await this.relabellings.allOpen();
    for (const row of open) await this.tell(row);
    for (const [id, { workspaceId }] of this.told)
      if (!open.some((row) => row.id === id)) await this.tellEnd(workspaceId, id);
  }

  private async tell(row: RelabellingRow): Promise<void> {
    const progress = await this.progress(row);
    const text = JSON.stringify(progress);
    const before = this.told.get(row.id);
    if (before?.text === text) return;
    this.told.set(row.id, { workspaceId: row.workspaceId, text, switched: progress.switched });
    this.events.publish(row.workspaceId, { type: 'relabelling', data: progress });
    if (row.state === 'switching' && before && before.switched !== progress.switched)
      this.events.publish(row.workspaceId, { type: 'data-changed', data: { reason: 'relabelled' } });
  }

  private async tellEnd(workspaceId: number, id: number): Promise<void> {
    this.told.delete(id);
    const row = await this.relabellings.find(workspaceId, id);
    if (!row) return;
    this.events.publish(workspaceId, { type: 'relabelling', data: await this.progress(row) });
    if (row.state === 'switched')
      this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'relabelled' } });
    this.rate.forget(id);
  }

  private async waitsFor(
    { state, model }: RelabellingRow,
    { total, done }: RelabellingCounts,
  ): Promise<RelabellingProgress['waitsFor']> {
    if (state !== 'running' || done >= total) return null;
    const status = this.model.status('label');
    if (status.model !== model || status.state === 'failed') return 'model';
    return (await this.query.freshCommentsWait()) ? 'fresh-comments' : null;
  }
}
