import { Injectable, Logger } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import { FEWEST_JUDGEMENTS } from '@moodline/sentiment/contract';
import { DomainError } from '@moodline/shared/http';
import { WorkspaceList } from '../workspace-list.query';
import { FeatureTaker } from './feature-taker';
import { HeadAdopter } from './head-adopter';
import { HeadLearner } from './head-learner';
import { HeadProposals } from './head-proposals.repository';
import { JudgedTexts } from './judged-texts.query';

/** A workspace learns again after so many judgements more, once nobody has judged for so many seconds. */
const FRESH = FEWEST_JUDGEMENTS;
const REST_SECONDS = 60;
const EVER = new Date(0);

/** What is to be done for learning, a step per call. Where it is, stands in the database. */
@Injectable()
export class LearningRound {
  private readonly logger = new Logger(LearningRound.name);

  constructor(
    private readonly workspaces: WorkspaceList,
    private readonly model: LanguageModel,
    private readonly taker: FeatureTaker,
    private readonly learner: HeadLearner,
    private readonly adopter: HeadAdopter,
    private readonly proposals: HeadProposals,
    private readonly texts: JudgedTexts,
  ) {}

  /** @returns whether there was anything to do */
  async work(signal: AbortSignal): Promise<boolean> {
    if (!this.model.inForce('label').heads.size) return false;
    for (const id of await this.workspaces.ids()) if (await this.workFor(id, signal)) return true;
    return false;
  }

  private async workFor(workspaceId: number, signal: AbortSignal): Promise<boolean> {
    if (await this.taker.takeNext(workspaceId, signal)) return true;
    const isDue = () => this.isDue(workspaceId);
    if ((await isDue()) && (await this.learner.learn(workspaceId, signal, isDue))) return true;
    return this.adoptBySetting(workspaceId);
  }

  private async isDue(workspaceId: number): Promise<boolean> {
    const [newest, { wantedAt }] = await Promise.all([
      this.proposals.newest(workspaceId),
      this.proposals.setting(workspaceId),
    ]);
    if (wantedAt) return true;
    const since = newest?.createdAt ?? EVER;
    const { fresh, restedSeconds } = await this.texts.since(workspaceId, { since, limit: FRESH });
    return fresh >= FRESH && restedSeconds >= REST_SECONDS;
  }

  private async adoptBySetting(workspaceId: number): Promise<boolean> {
    const { automatic, userId } = await this.proposals.setting(workspaceId);
    if (!automatic || userId === null) return false;
    const newest = await this.proposals.newest(workspaceId);
    if (newest?.state !== 'proposed') return false;
    try {
      await this.adopter.adopt({ workspaceId, userId }, newest.id);
      return true;
    } catch (error) {
      // A re-labelling that is open, or another version in force: it is looked at again, and a person can decide meanwhile.
      if (!(error instanceof DomainError)) throw error;
      this.logger.debug(`Proposal ${newest.id} waits: ${error.message}`);
      return false;
    }
  }
}
