import { Injectable } from '@nestjs/common';
import { GivenTags } from '@moodline/comments/api';
import { FEWEST_EXAMPLES } from '@moodline/sentiment/contract';
import { WorkspaceList } from '../workspace-list.query';
import { TagApplier } from './tag-applier';
import { TagLearningSteps } from './tag-learning-steps';
import { TagTexts, type TagToLearn } from './tag-texts.query';

/** Examples from which on comments are read, so that less is to be read when there are enough. */
const BEGUN = FEWEST_EXAMPLES / 2;

/** What is to be done for the tags of workspaces, a step per call. Where it is, stands in the database. */
@Injectable()
export class TagRound {
  /** What was said last when a tag could not be learned: it is not tried again before more is said. */
  private readonly tried = new Map<number, string>();

  constructor(
    private readonly workspaces: WorkspaceList,
    private readonly given: GivenTags,
    private readonly texts: TagTexts,
    private readonly learning: TagLearningSteps,
    private readonly applier: TagApplier,
  ) {}

  /** @returns whether there was anything to do */
  async work(signal: AbortSignal): Promise<boolean> {
    if (await this.given.clearNext()) return true;
    if (!this.learning.able) return false;
    for (const id of await this.workspaces.ids()) if (await this.workFor(id, signal)) return true;
    return this.applier.applyNext(signal);
  }

  private async workFor(workspaceId: number, signal: AbortSignal): Promise<boolean> {
    const begun = (await this.texts.said(workspaceId)).filter(({ yes }) => yes >= BEGUN);
    if (!begun.length) return false;
    if (await this.learning.readFirst(workspaceId, begun, signal)) return true;
    for (const tag of begun.filter(({ yes }) => yes >= FEWEST_EXAMPLES)) {
      if (await this.learnOnce(workspaceId, tag, signal)) return true;
      if (await this.learning.lookFor(workspaceId, tag, signal)) return true;
    }
    return this.learning.readDrawn(workspaceId, signal);
  }

  private async learnOnce(workspaceId: number, tag: TagToLearn, signal: AbortSignal): Promise<boolean> {
    const said = `${tag.saidAt.toISOString()} ${this.learning.featuresBy}`;
    if (this.tried.get(tag.tagId) === said || !(await this.learning.isDue(workspaceId, tag))) return false;
    this.tried.set(tag.tagId, said);
    return this.learning.learn(workspaceId, tag, signal);
  }
}
