import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import { MOST_RELABELLING_DAYS } from '@moodline/sentiment/contract';
import { NotFoundError, ServerEvents, type Actor } from '@moodline/shared/http';
import { Evaluator } from '../evaluation/evaluator';
import { LABEL_ROLE } from '../prompts/label';
import { NothingToRelabelError, RelabellingOpenError } from '../relabelling/relabelling.errors';
import { RelabellingPlanner } from '../relabelling/relabelling-planner';
import { LabelVersions } from '../roles/label-versions.repository';
import { RoleEditor } from '../roles/role-editor';
import { HeadProposals, type StoredProposal } from './head-proposals.repository';
import { ProposalDecidedError, ProposalOutdatedError } from './learning.errors';

type Person = Pick<Actor, 'workspaceId' | 'userId'>;

/** Makes a version of the label role of a proposed head, measures it and lets it label. */
@Injectable()
export class HeadAdopter {
  constructor(
    private readonly proposals: HeadProposals,
    private readonly versions: LabelVersions,
    private readonly editor: RoleEditor,
    private readonly planner: RelabellingPlanner,
    private readonly evaluator: Evaluator,
    private readonly model: LanguageModel,
    private readonly events: ServerEvents,
  ) {}

  /**
   * Comments of so many days are labelled again by the new version, beside the labels that count; when that is done, it is switched to
   * them and the version is in force for comments to come. Where there is nothing to label again it is in force at once.
   * @returns the version
   * @throws NotFoundError, ProposalDecidedError, ProposalOutdatedError, RelabellingOpenError
   */
  async adopt(person: Person, id: number, days = MOST_RELABELLING_DAYS): Promise<number> {
    const { workspaceId } = person;
    const proposal = await this.open(workspaceId, id);
    const version = await this.proposals.adopt(proposal, person.userId, `Learned from ${proposal.judged} judgements`);
    if (version === null) throw new ProposalDecidedError('decided');
    // What is known of the version otherwise comes from judgements that it has learned from.
    await this.evaluator.start(person, { set: 'written', role: 'label', version });
    try {
      await this.planner.start(person, { version, days }, { switchWhenReady: true });
    } catch (error) {
      if (!(error instanceof NothingToRelabelError)) throw error;
      await this.editor.activate(person, LABEL_ROLE.name, { version, confirmWithoutEvaluation: true });
    }
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'learned' } });
    return version;
  }

  /** @throws NotFoundError, ProposalDecidedError */
  async decline({ workspaceId, userId }: Person, id: number): Promise<void> {
    const { state } = await this.found(workspaceId, id);
    if (!(await this.proposals.decline(workspaceId, id, userId))) throw new ProposalDecidedError(state);
  }

  /** A proposal that can be put in force. */
  private async open(workspaceId: number, id: number): Promise<StoredProposal> {
    const proposal = await this.found(workspaceId, id);
    if (proposal.state !== 'proposed') throw new ProposalDecidedError(proposal.state);
    const { version } = await this.versions.inForce(workspaceId);
    const model = this.model.inForce('label');
    if (version !== proposal.baseVersion || model.featuresBy !== proposal.featuresBy) throw new ProposalOutdatedError();
    if (await this.planner.isOpen(workspaceId)) throw new RelabellingOpenError();
    return proposal;
  }

  private async found(workspaceId: number, id: number): Promise<StoredProposal> {
    const found = await this.proposals.find(workspaceId, id);
    if (!found) throw new NotFoundError('proposal', id);
    return found;
  }
}
