import { Injectable, Logger } from '@nestjs/common';
import {
  MODEL_TASKS,
  type BackendKind,
  type HubChoice,
  type ModelTask,
  type TaskStatus,
} from '@moodline/language-model/contract';
import { ServerEvents } from '@moodline/shared/http';
import type { StoredChoice } from '../model-setting.repository';
import { ChosenModelsQuery } from '../queries/chosen-models.query';
import { ModelDownloadError, modelProblem } from './backend.errors';
import { BackendPool, choiceKey, type HeldBackend } from './backend-pool';
import { ModelDownloads } from './hub/model-downloads';
import { leavesTo, modelName } from './model-names';

/** A fault of the net may be gone by then; other faults wait for a person. In milliseconds. */
const RETRY_AFTER = 60_000;

type Next = NonNullable<TaskStatus['next']>;

/** What does one task now, and what is to do it. */
interface Slot {
  readonly task: ModelTask;
  held: HeldBackend | null;
  /** Under which name the pool knows who uses it. */
  user: string;
  wanted: StoredChoice | null;
  next: Next | null;
  failedAt: number;
  /** Grows with each new wish, so that an older one that is still under way knows that it is out of date. */
  wish: number;
}

/**
 * Sees that each task is done by the model chosen for it. A new model takes over only when it is there, loads and answers; until
 * then, and if it never does, the one in force goes on. Every process follows the stored choice for itself.
 */
@Injectable()
export class ModelBackends {
  private readonly logger = new Logger('LanguageModel');
  private readonly slots: Record<ModelTask, Slot>;
  private changes: Promise<void>[] = [];
  private following: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly pool: BackendPool,
    private readonly downloads: ModelDownloads,
    private readonly chosen: ChosenModelsQuery,
    private readonly events: ServerEvents,
  ) {
    const slot = (task: ModelTask): Slot => ({
      task,
      held: null,
      user: task,
      wanted: null,
      next: null,
      failedAt: 0,
      wish: 0,
    });
    this.slots = { label: slot('label'), write: slot('write') };
  }

  /** The model that does a task now. */
  inForce(task: ModelTask): HeldBackend {
    return (this.slots[task].held ??= this.pool.bundled(this.slots[task].user));
  }

  status(task: ModelTask): TaskStatus {
    const { choice, model } = this.inForce(task).backend;
    const { state, problem, model: name } = model.status();
    return {
      inForce: { kind: choice.kind, model: name, state, problem, leavesTo: leavesTo(choice) },
      next: this.slots[task].next,
    };
  }

  /**
   * Looks up what is chosen and begins to change what differs, without waiting for it.
   * @param again whether a choice that failed is tried once more
   */
  follow(again = false): Promise<void> {
    // One after the other: an older look must not come behind a newer one.
    const looking = this.following.then(() => this.look(again));
    this.following = looking.catch(() => undefined);
    return looking;
  }

  private async look(again: boolean): Promise<void> {
    const chosen = await this.chosen.read();
    if (!chosen || this.closed) return;
    for (const task of MODEL_TASKS) {
      const slot = this.slots[task];
      const wanted = chosen.choices[task];
      const isNew = !slot.wanted || choiceKey(slot.wanted) !== choiceKey(wanted);
      if (!isNew && !(await this.isWorthAnotherTry(slot, again))) continue;
      const atStart = slot.wanted === null;
      slot.wanted = wanted;
      slot.wish++;
      const placed = Promise.withResolvers<void>();
      this.remember(
        this.change(slot, { wanted, atStart, workspaceId: chosen.workspaceId, onPlaced: placed.resolve }).finally(
          placed.resolve,
        ),
      );
      // Before the first request comes it must be clear which model does the task.
      if (atStart) await placed.promise;
    }
  }

  /** Waits until everything that was begun has succeeded or failed. */
  async settled(): Promise<void> {
    while (this.changes.length > 0) await Promise.all(this.changes);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const slot of Object.values(this.slots)) slot.wish++;
    await this.pool.close();
  }

  private async isWorthAnotherTry({ next, wanted, failedAt }: Slot, again: boolean): Promise<boolean> {
    if (next?.step !== 'failed' || !wanted) return false;
    if (again) return true;
    const code = next.problem?.code ?? '';
    // Somebody started the download anew on the page, and it came to its end.
    if (wanted.choice.kind === 'hub' && code.startsWith('model-download') && (await this.downloads.has(wanted.choice)))
      return true;
    return (
      (wanted.choice.kind === 'server' || code === 'model-download-network') && Date.now() - failedAt > RETRY_AFTER
    );
  }

  private async change(slot: Slot, { wanted, atStart, workspaceId, onPlaced }: Change): Promise<void> {
    const { wish } = slot;
    const key = choiceKey(wanted);
    const user = `${slot.task} ${wish}`;
    const tell = (next: Next | null) => {
      if (slot.wish !== wish) return;
      slot.next = next;
      this.events.publish(workspaceId, { type: 'model-changed', data: {} });
    };
    if (slot.held?.key === key) return tell(null);
    const next: Next = { kind: wanted.choice.kind, model: modelName(wanted.choice), step: 'loading', problem: null };
    let held: HeldBackend | null = null;
    try {
      let isFirst = atStart;
      const onDownload = () => {
        isFirst = false;
        onPlaced();
        tell({ ...next, step: 'downloading' });
      };
      if (wanted.choice.kind === 'hub') await this.fetch(wanted.choice, workspaceId, onDownload);
      if (!isFirst) tell(next);
      held = await this.pool.hold(wanted, user);
      // Nothing was in force before: what was chosen goes first, or comments would be labelled by another model for a moment.
      if (isFirst && slot.wish === wish) this.put(slot, held, user);
      onPlaced();
      if (needsProof(wanted.choice.kind, isFirst)) await held.proof();
      if (slot.wish !== wish) return this.pool.release(held, user);
      this.put(slot, held, user);
      tell(null);
    } catch (error) {
      if (slot.wish === wish && slot.held === held && held) this.put(slot, null, slot.task);
      if (held) this.pool.drop(held, user);
      if (slot.wish !== wish) return;
      const problem = modelProblem(error);
      slot.failedAt = Date.now();
      this.logger.warn(`${next.model} does not take over ${slot.task}: ${problem.message}`);
      tell({ ...next, step: 'failed', problem });
    }
  }

  private async fetch(choice: HubChoice, workspaceId: number, onBegin: () => void): Promise<void> {
    if (await this.downloads.has(choice)) return;
    onBegin();
    const { state, problem } = await this.downloads.finished(this.downloads.start(workspaceId, choice).id);
    if (state === 'done') return;
    if (problem) throw new ModelDownloadError(problem.code as `model-download-${string}`, problem.message);
    throw new ModelDownloadError('model-download-cancelled', 'The download was cancelled. What has arrived is kept.');
  }

  /** @param held null for the bundled weights */
  private put(slot: Slot, held: HeldBackend | null, user: string): void {
    const before = slot.held && { held: slot.held, user: slot.user };
    if (before?.held === held) return;
    slot.held = held ?? this.pool.bundled(user);
    slot.user = user;
    slot.held.backend.start();
    if (before) this.pool.release(before.held, before.user);
  }

  private remember(change: Promise<void>): void {
    this.changes.push(change);
    void change.finally(() => (this.changes = this.changes.filter((other) => other !== change)));
  }
}

/** The bundled weights were checked when Moodline started; a server that was taken before may be away for a moment when this process starts. */
const needsProof = (kind: BackendKind, atStart: boolean): boolean =>
  kind !== 'bundled' && !(kind === 'server' && atStart);

interface Change {
  readonly wanted: StoredChoice;
  /** Whether it is the first choice this process follows. */
  readonly atStart: boolean;
  readonly workspaceId: number;
  /** Called when it is clear which model does the task until the change is done. */
  readonly onPlaced: () => void;
}
