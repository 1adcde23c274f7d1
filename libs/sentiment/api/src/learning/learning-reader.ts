import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import { FEWEST_JUDGEMENTS, type HeadProposal, type Learning } from '@moodline/sentiment/contract';
import { MOOD, readsByHead } from '../ask-labels';
import { LabelVersions } from '../roles/label-versions.repository';
import { HeadProposals, type StoredProposal } from './head-proposals.repository';
import { JudgedTexts } from './judged-texts.query';
import { ProposedChanges } from './proposed-changes.query';

/** The time before all judgements. */
const EVER = new Date(0);

/** Shows how far a workspace has come in learning. */
@Injectable()
export class LearningReader {
  constructor(
    private readonly model: LanguageModel,
    private readonly versions: LabelVersions,
    private readonly texts: JudgedTexts,
    private readonly proposals: HeadProposals,
    private readonly changes: ProposedChanges,
  ) {}

  async read(workspaceId: number): Promise<Learning> {
    const model = this.model.inForce('label');
    const [version, counts, newest, setting, isHeld] = await Promise.all([
      this.versions.inForce(workspaceId),
      this.texts.counts(workspaceId, model.featuresBy ?? ''),
      this.proposals.newest(workspaceId),
      this.proposals.setting(workspaceId),
      this.proposals.isHeld(workspaceId),
    ]);
    const { judged, asked, unread } = counts;
    const { fresh } = await this.texts.since(workspaceId, { since: newest?.createdAt ?? EVER, limit: judged + 1 });
    const able = !model.heads.has(MOOD) ? 'no-heads' : readsByHead(model, version) ? 'yes' : 'prompt';
    const waits = able === 'yes' && (setting.wantedAt !== null || unread > 0);
    return {
      able,
      judged,
      asked,
      fresh,
      enough: FEWEST_JUDGEMENTS,
      state: isHeld ? 'learning' : waits ? 'reading' : 'resting',
      automatic: setting.automatic,
      proposal: newest && (await this.shown(newest)),
    };
  }

  private async shown(proposal: StoredProposal): Promise<HeadProposal> {
    const { workspaceId, id, state, judged, lesson, lookedAt, changing, version, createdAt } = proposal;
    return {
      ...{ id, state, judged, lookedAt, changing, version },
      own: lesson?.own ?? null,
      known: lesson?.known ?? null,
      changes: state === 'proposed' ? await this.changes.of(workspaceId, id) : [],
      createdAt: createdAt.toISOString(),
    };
  }
}
