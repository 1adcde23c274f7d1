import { Injectable } from '@nestjs/common';
import { RolePrompts } from '@moodline/language-model/api';
import type { Relabelling, RelabellingRequest, RelabellingScope } from '@moodline/sentiment/contract';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { LABEL_ROLE } from '../prompts/label';
import { RoleEditor } from '../roles/role-editor';
import { RoleRepository } from '../roles/role.repository';
import { RelabellingScopes } from './relabelling-scopes';
import { RelabellingViewer } from './relabelling-viewer';
import { NothingToRelabelError, RelabellingOpenError, RelabellingStateError } from './relabelling.errors';
import {
  RelabellingRepository,
  type RelabellingRow,
  type StoredState,
  type Transition,
} from './relabelling.repository';

/** Whoever wants something of a workspace. */
type Person = Pick<Actor, 'workspaceId' | 'userId'>;

/** Starts and ends re-labellings. The work itself is the relabeller's, in whatever process it runs. */
@Injectable()
export class RelabellingPlanner {
  constructor(
    private readonly relabellings: RelabellingRepository,
    private readonly work: RelabellingScopes,
    private readonly viewer: RelabellingViewer,
    private readonly roles: RoleRepository,
    private readonly editor: RoleEditor,
    private readonly prompts: RolePrompts,
  ) {}

  /** What a re-labelling would have to do. @throws NotFoundError when there is no such version */
  scope(workspaceId: number, wanted: RelabellingRequest): Promise<RelabellingScope> {
    return this.work.scope(workspaceId, wanted);
  }

  /** @throws NotFoundError, NothingToRelabelError, RelabellingOpenError */
  async start(
    { workspaceId, userId }: Person,
    wanted: RelabellingRequest,
    { switchWhenReady = false }: { readonly switchWhenReady?: boolean } = {},
  ): Promise<Relabelling> {
    const { since, total, model } = await this.work.counted(workspaceId, wanted);
    if (!total) throw new NothingToRelabelError();
    const row = await this.relabellings.open({
      workspaceId,
      ...wanted,
      model,
      since: new Date(since),
      userId,
      switchWhenReady,
    });
    if (!row) throw new RelabellingOpenError();
    return this.viewer.view(row);
  }

  /** Whether one goes on, or waits to be switched to or discarded. */
  isOpen(workspaceId: number): Promise<boolean> {
    return this.relabellings.isOpen(workspaceId);
  }

  /** Stops the work. What is labelled stays beside the labels that count until it is discarded; {@link resume} goes on from there. */
  cancel(workspaceId: number, id: number): Promise<Relabelling> {
    return this.change(workspaceId, id, allowed(['running'], { state: 'cancelled', endedAt: new Date() }));
  }

  /** @throws RelabellingOpenError when another one was started meanwhile */
  resume(workspaceId: number, id: number): Promise<Relabelling> {
    return this.change(workspaceId, id, allowed(['cancelled'], { state: 'running', readyAt: null, endedAt: null }));
  }

  /** Deletes the new labels. Nothing that counts changes. */
  discard(workspaceId: number, id: number): Promise<Relabelling> {
    return this.change(workspaceId, id, async (row, transaction) => {
      if (row.state !== 'running' && row.state !== 'cancelled') throw new RelabellingStateError(row.state);
      await this.relabellings.deleteLabels(transaction, row);
      return { state: 'discarded', endedAt: new Date() };
    });
  }

  /**
   * Lets the new labels count from now on, a slice after the other, and puts their version in force for comments to come.
   * @throws RelabellingStateError while comments are still to be labelled
   * @throws NotEvaluatedError when the version was never evaluated and that is not confirmed
   */
  async switch(
    { workspaceId, userId }: Person,
    id: number,
    { confirmWithoutEvaluation }: { confirmWithoutEvaluation: boolean },
  ): Promise<Relabelling> {
    const ready = await this.relabellings.find(workspaceId, id);
    if (!ready) throw new NotFoundError('re-labelling', id);
    checkReady(ready);
    // Counted before the row is locked: over a long period that takes longer than a transaction may.
    const outcome = await this.viewer.outcome(ready);
    const relabelling = await this.change(workspaceId, id, async (row, transaction) => {
      checkReady(row);
      const evaluated = await this.editor.checkEvaluated(workspaceId, LABEL_ROLE, {
        version: row.version,
        confirmWithoutEvaluation,
      });
      await this.roles.activateIn(transaction, workspaceId, LABEL_ROLE, { version: row.version, userId, evaluated });
      return { state: 'switching', outcome };
    });
    this.prompts.forget(workspaceId, LABEL_ROLE.name);
    return relabelling;
  }

  /** Switches to those that are ready and that nobody needs to switch to. @returns whether there were any */
  async switchReady(): Promise<boolean> {
    const ready = await this.relabellings.toBeSwitched();
    for (const { workspaceId, id, userId } of ready)
      await this.switch({ workspaceId, userId }, id, { confirmWithoutEvaluation: true }).catch((error: unknown) => {
        // Somebody ended it meanwhile, or another process was faster.
        if (!(error instanceof RelabellingStateError)) throw error;
      });
    return ready.length > 0;
  }

  private async change(workspaceId: number, id: number, transition: Transition): Promise<Relabelling> {
    if (!(await this.relabellings.find(workspaceId, id))) throw new NotFoundError('re-labelling', id);
    const row = await this.relabellings.change(workspaceId, id, transition);
    if (!row) throw new RelabellingOpenError();
    return this.viewer.view(row);
  }
}

/** @throws RelabellingStateError while comments are still to be labelled */
function checkReady({ state, readyAt }: RelabellingRow): void {
  if (state !== 'running' || !readyAt) throw new RelabellingStateError(state);
}

/** A change that is possible in some states only. */
function allowed(states: readonly StoredState[], data: Awaited<ReturnType<Transition>>): Transition {
  return ({ state }) => {
    if (!states.includes(state)) throw new RelabellingStateError(state);
    return data;
  };
}
