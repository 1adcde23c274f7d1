import { Injectable, Logger } from '@nestjs/common';
import { LanguageModel, unpackFeatures, type FeatureScale } from '@moodline/language-model/api';
import { ServerEvents } from '@moodline/shared/http';
import { MOOD } from '../ask-labels';
import { textForModel } from '../label-decision';
import { TagHeads, TAG_LEASE } from './tag-heads.repository';
import { TagTeacher } from './tag-teacher';
import { TagTexts, type TagToLearn } from './tag-texts.query';

/** Learns a head of a tag from what people said of comments, and keeps it as a version. */
@Injectable()
export class TagLearner {
  private readonly logger = new Logger(TagLearner.name);

  constructor(
    private readonly model: LanguageModel,
    private readonly texts: TagTexts,
    private readonly heads: TagHeads,
    private readonly teacher: TagTeacher,
    private readonly events: ServerEvents,
  ) {}

  /** Learns once, unless another process does. @returns whether it did */
  async learn(workspaceId: number, tag: TagToLearn, stop: AbortSignal): Promise<boolean> {
    const { tagId } = tag;
    if (!(await this.heads.claim(workspaceId, tagId))) return false;
    this.tell(workspaceId);
    const renew = () => this.heads.renew(workspaceId, tagId);
    try {
      await TAG_LEASE.hold({ name: `Learning of tag ${tagId}`, renew, signal: stop }, (signal) =>
        this.learnHeld(workspaceId, tag, signal),
      );
    } finally {
      await this.heads.release(workspaceId, tagId);
      this.tell(workspaceId);
    }
    return true;
  }

  private async learnHeld(
    workspaceId: number,
    { tagId, name, saidAt }: TagToLearn,
    signal: AbortSignal,
  ): Promise<void> {
    const { featuresBy, scale } = learnableBy(this.model.inForce('label')) ?? {};
    if (!featuresBy || !scale) return;
    const [examples, open] = await Promise.all([
      this.texts.examples(workspaceId, tagId, featuresBy),
      this.texts.open(workspaceId, tagId, featuresBy),
    ]);
    const started = performance.now();
    const lesson = await this.teacher.learn(
      {
        name,
        features: scale,
        examples: examples.map(({ features, text, said, asked, groupId }) => ({
          ...asRead(text, features),
          tagged: said,
          drawn: asked,
          group: String(groupId),
        })),
        others: open.filter(({ drawn }) => drawn).map(({ text, features }) => asRead(text, features)),
      },
      signal,
    );
    if (!lesson) return;
    const { head, rate, scores, best } = lesson;
    const yes = examples.filter(({ said }) => said).length;
    const kept = { yes, no: examples.length - yes, rate, scores: [...scores], best };
    const version = await this.heads.add(workspaceId, tagId, {
      ...{ featuresBy, learnedUntil: saidAt },
      head,
      lesson: kept,
    });
    this.logger.log(
      `Tag ${tagId} of workspace ${workspaceId}: version ${version} learned from ${examples.length} comments in ${Math.round(performance.now() - started)} ms`,
    );
  }

  private tell(workspaceId: number): void {
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'tag-learned' } });
  }
}

const asRead = (text: string, features: Uint8Array) => ({
  features: unpackFeatures(features),
  text: textForModel(text),
});

/** What heads of tags are fitted by: which weights give the features, and how these are spread. @returns null where the model has none */
export function learnableBy(model: LanguageModel): { featuresBy: string; scale: FeatureScale } | null {
  const { mean, scale } = model.heads.get(MOOD) ?? {};
  const { featuresBy } = model;
  return featuresBy && mean && scale ? { featuresBy, scale: { mean, scale } } : null;
}
