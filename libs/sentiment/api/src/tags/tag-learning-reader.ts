import { Injectable } from '@nestjs/common';
import { CommentRepository, TagRepository } from '@moodline/comments/api';
import { LanguageModel } from '@moodline/language-model/api';
import {
  FEWEST_DRAWN,
  FEWEST_EXAMPLES,
  type ExampleQuery,
  type TagExamples,
  type TagLearning,
  type TagScore,
  type TagVersion,
} from '@moodline/sentiment/contract';
import { CommentsThere } from './comments-there.query';
import { learnableBy } from './tag-learner';
import { FEWEST_OTHERS } from './tag-learning-steps';
import { lowestOf, TagHeads, type KeptTagLesson, type TagHeadVersion, type TagState } from './tag-heads.repository';
import { TagTexts } from './tag-texts.query';

/** Examples that are shown at once. */
const PAGE = 20;
/** What can be kept of a probability before anything is learned. */
const LOWEST = 0.01;
const EVER = new Date(0);

/** Shows how far a tag has come in learning, and where it is used. */
@Injectable()
export class TagLearningReader {
  constructor(
    private readonly model: LanguageModel,
    private readonly tags: TagRepository,
    private readonly texts: TagTexts,
    private readonly heads: TagHeads,
    private readonly comments: CommentRepository,
    private readonly there: CommentsThere,
  ) {}

  /** @throws NotFoundError */
  async read(workspaceId: number, tagId: number): Promise<TagLearning> {
    const { featuresBy } = learnableBy(this.model.inForce('label')) ?? {};
    const [tag, state, versions, comments, drawn] = await Promise.all([
      this.tags.find(workspaceId, tagId),
      this.heads.state(workspaceId, tagId),
      featuresBy ? this.heads.versions(workspaceId, tagId, featuresBy) : [],
      this.there.count(workspaceId),
      featuresBy ? this.texts.drawn(workspaceId, featuresBy) : 0,
    ]);
    const [newest] = versions;
    const fresh = await this.texts.saidSince(workspaceId, tagId, newest?.learnedUntil ?? EVER);
    const used = versions.find(({ version }) => version === state.versionInForce) ?? newest;
    const stored = tag.applyStored ? applicationOf(state) : null;
    const isReading = Boolean(featuresBy) && tag.yes >= FEWEST_EXAMPLES && fresh > 0;
    const isLearning = isHeld(state) && stored?.state !== 'running';
    return {
      tag,
      able: Boolean(featuresBy),
      enough: FEWEST_EXAMPLES,
      enoughDrawn: FEWEST_DRAWN,
      enoughOthers: FEWEST_OTHERS,
      others: drawn,
      fresh,
      state: isLearning ? 'learning' : isReading ? 'reading' : 'resting',
      versions: versions.map(shown),
      scores: used?.lesson.scores.map((score) => scoreOf(used.lesson, score)) ?? [],
      lowest: used ? lowestOf(used.lesson) : LOWEST,
      inForce: tag.applyNew || tag.applyStored ? state.versionInForce : null,
      comments,
      stored,
    };
  }

  /** @throws NotFoundError */
  async examples(workspaceId: number, tagId: number, { said, offset }: ExampleQuery): Promise<TagExamples> {
    await this.tags.find(workspaceId, tagId);
    const part = { said: said === 'yes', offset, limit: PAGE + 1 };
    const ids = await this.texts.saidIds(workspaceId, tagId, part);
    return { items: await this.comments.byIds(workspaceId, ids.slice(0, PAGE)), more: ids.length > PAGE };
  }
}

const isHeld = ({ leaseUntil }: TagState) => leaseUntil !== null && leaseUntil > new Date();

function applicationOf(state: TagState): TagLearning['stored'] {
  const { storedSince, storedRead, storedTotal, storedEndedAt } = state;
  if (!storedSince) return null;
  const how = storedEndedAt ? 'done' : isHeld(state) ? 'running' : 'waiting';
  // What came in and went since it began is in one of the numbers and not in the other.
  const total = storedEndedAt ? storedRead : Math.max(storedTotal, storedRead);
  return { state: how, read: storedRead, total, since: storedSince.toISOString() };
}

const scoreOf = ({ rate }: KeptTagLesson, { precision, ...score }: KeptTagLesson['best']): TagScore => ({
  ...score,
  precision: rate.n >= FEWEST_DRAWN ? precision : null,
});

const shown = ({ version, createdAt, lesson }: TagHeadVersion): TagVersion => ({
  version,
  createdAt: createdAt.toISOString(),
  yes: lesson.yes,
  no: lesson.no,
  rate: lesson.rate,
  best: scoreOf(lesson, lesson.best),
});
