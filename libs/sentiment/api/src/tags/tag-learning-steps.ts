import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import { FeatureTaker } from '../learning/feature-taker';
import type { JudgedText } from '../learning/judged-texts.query';
import { TagFeatureStore } from './tag-features.repository';
import { TagHeads } from './tag-heads.repository';
import { learnableBy, TagLearner } from './tag-learner';
import { TagLookout } from './tag-lookout';
import { TagTexts, type TagToLearn } from './tag-texts.query';

/** Comments whose features are taken at once: other work of the model has its turn in between. */
const BATCH = 32;
/** A tag is learned again when nobody has said anything for so many seconds, or after so many words more. */
const REST_SECONDS = 6;
const FRESH = 10;
/** A first version is learned when so many drawn comments are read, so that nobody waits for all of them. */
const FIRST_DRAWN = 100;
/** Comments that a tag is compared with, at least. */
export const FEWEST_OTHERS = 20;
/** After so many versions more, comments like the examples are looked for again. */
const LOOK_EVERY = 3;

/** The steps in which tags are learned. */
@Injectable()
export class TagLearningSteps {
  constructor(
    private readonly model: LanguageModel,
    private readonly taker: FeatureTaker,
    private readonly texts: TagTexts,
    private readonly store: TagFeatureStore,
    private readonly heads: TagHeads,
    private readonly learner: TagLearner,
    private readonly lookout: TagLookout,
  ) {}

  /** Whether the model that labels gives features to learn from. */
  get able(): boolean {
    return learnableBy(this.model.inForce('label')) !== null;
  }

  /** Reads examples, and as many drawn comments as a first version is compared with. @returns whether there were any to read */
  async readFirst(workspaceId: number, tags: readonly TagToLearn[], signal: AbortSignal): Promise<boolean> {
    const examples = await this.texts.unread(
      workspaceId,
      tags.map(({ tagId }) => tagId),
      this.featuresBy,
      BATCH,
    );
    if (examples.length) return this.keep(workspaceId, examples, { drawn: false, signal });
    if ((await this.texts.drawn(workspaceId, this.featuresBy)) >= FIRST_DRAWN) return false;
    return this.readDrawn(workspaceId, signal);
  }

  /** Reads comments drawn at random. @returns whether there were any to read */
  async readDrawn(workspaceId: number, signal: AbortSignal): Promise<boolean> {
    const drawn = await this.texts.undrawn(workspaceId, this.featuresBy, BATCH);
    return drawn.length > 0 && this.keep(workspaceId, drawn, { drawn: true, signal });
  }

  async isDue(workspaceId: number, { tagId, restedSeconds }: TagToLearn): Promise<boolean> {
    const [newest] = await this.heads.versions(workspaceId, tagId, this.featuresBy);
    if ((await this.texts.drawn(workspaceId, this.featuresBy)) < FEWEST_OTHERS) return false;
    if (!newest) return true;
    const fresh = await this.texts.saidSince(workspaceId, tagId, newest.learnedUntil);
    return fresh >= FRESH || (fresh > 0 && restedSeconds >= REST_SECONDS);
  }

  learn(workspaceId: number, tag: TagToLearn, signal: AbortSignal): Promise<boolean> {
    return this.learner.learn(workspaceId, tag, signal);
  }

  /** Reads comments that may have a tag, once in some versions. @returns whether there were any */
  async lookFor(workspaceId: number, { tagId }: TagToLearn, signal: AbortSignal): Promise<boolean> {
    const [newest] = await this.heads.versions(workspaceId, tagId, this.featuresBy);
    const { lookedBy } = await this.heads.state(workspaceId, tagId);
    if (!newest || (lookedBy !== null && newest.version < lookedBy + LOOK_EVERY)) return false;
    const found = await this.lookout.look(workspaceId, tagId, this.featuresBy);
    for (let at = 0; at < found.length; at += BATCH)
      await this.keep(workspaceId, found.slice(at, at + BATCH), { drawn: false, signal });
    await this.store.trim(workspaceId);
    await this.heads.set(workspaceId, tagId, { lookedBy: newest.version });
    return true;
  }

  /** Which weights give the features; nothing where the model gives none. */
  get featuresBy(): string {
    return this.model.inForce('label').featuresBy ?? '';
  }

  /** @returns true */
  private async keep(
    workspaceId: number,
    texts: readonly JudgedText[],
    { drawn, signal }: { drawn: boolean; signal: AbortSignal },
  ): Promise<true> {
    const { featuresBy } = this;
    const features = await this.taker.featuresOf(this.model.inForce('label'), texts, signal);
    const read = texts.map((text, index) => ({ ...text, features: features[index] ?? null }));
    await this.store.keep(workspaceId, featuresBy, read, { drawn });
    return true;
  }
}
