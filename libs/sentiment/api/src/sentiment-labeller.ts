import { Injectable, Logger } from '@nestjs/common';
import { GivenTags, type GivenTag } from '@moodline/comments/api';
import { LanguageModel, type Head } from '@moodline/language-model/api';
import { Lease } from '@moodline/shared/work';
import { askLabels, type LabelAsker } from './ask-labels';
import { calibrationOf } from './calibration/calibration';
import type { LabelAnswer } from './label-answer';
import { decide, decideByRule, textForModel, type LabelDecision } from './label-decision';
import { LabelQueue, type ClaimedComment } from './label-queue.repository';
import { LabelStore, type DecidedComment } from './label-store.repository';
import type { LabelVersion } from './roles/label-version';
import { LabelVersions } from './roles/label-versions.repository';
import { ActiveTags, type ActiveTag } from './tags/active-tags.query';

/** Comments a worker takes at once: enough to sort by length, few enough to show progress. */
const CLAIM = 32;
/** A worker that was killed holds its comments no longer than this; one that works renews in time. */
const LEASE = new Lease(15);
/** A comment on which the model process dies this often stays unscored, so that it cannot stop the queue for ever. */
const MAX_ATTEMPTS = 3;

/** Labels waiting comments in batches. Every step can be repeated: a crash anywhere loses nothing and doubles nothing. */
@Injectable()
export class SentimentLabeller {
  private readonly logger = new Logger(SentimentLabeller.name);

  constructor(
    private readonly queue: LabelQueue,
    private readonly labels: LabelStore,
    private readonly versions: LabelVersions,
    private readonly model: LanguageModel,
    private readonly tags: ActiveTags,
    private readonly given: GivenTags,
  ) {}

  /**
   * Takes one batch through claim, model and store.
   * @returns how many comments were labelled; 0 when none waited
   */
  async labelNext(signal: AbortSignal): Promise<number> {
    const claimed = await this.queue.claim(CLAIM, LEASE.seconds);
    if (!claimed.length) return 0;
    const renew = async () => {
      await this.queue.renew(claimed, LEASE.seconds);
      // Tasks that are done meanwhile are no reason to stop: storing finds out whose they are.
      return true;
    };
    return LEASE.hold({ name: 'Comments being labelled', renew, signal }, async (held) => {
      try {
        let stored = 0;
        for (const batch of Map.groupBy(claimed, ({ workspaceId }) => workspaceId).values())
          stored += await this.label(batch, held);
        return stored;
      } catch (error) {
        // A stop, or a model that does not run at all, is not the comments' fault: it does not count as an attempt.
        await this.queue.release(claimed, { countAttempt: !held.aborted && this.model.status().state !== 'failed' });
        throw error;
      }
    });
  }

  private async label(claimed: readonly ClaimedComment[], signal: AbortSignal): Promise<number> {
    const workspaceId = claimed[0]?.workspaceId ?? 0;
    const role = await this.versions.inForce(workspaceId);
    // One model from beginning to end, so that the labels name the one that made them.
    const model = this.model.inForce('label');
    const tags = await this.tags.of(workspaceId, model.featuresBy);
    const decided = await this.decide(model, { claimed, role, tags, signal });
    const batch = { workspaceId, roleVersion: role.version, model: model.status().model, decided };
    return this.labels.store(batch, (transaction, labelled) =>
      this.given.keep(transaction, workspaceId, givenTags(tags, labelled)),
    );
  }

  /** Labels comments of one workspace with a version of the role, without storing anything. @throws what the model throws, see {@link LanguageModel} */
  async decide(model: LanguageModel, { claimed, role, tags = [], signal }: Labelling): Promise<DecidedComment[]> {
    const workspaceId = claimed[0]?.workspaceId ?? 0;
    const answeredBy = { roleVersion: role.version, model: model.status().model };
    const byRule = new Map(
      claimed.map((comment) => [comment, decideByRule(comment.text, comment.language, comment.stars)]),
    );
    const readable = claimed.filter((comment) => !byRule.get(comment));
    // Of nearly the same texts one is labelled, and the others take its label over.
    const byGroup = await this.labels.labelsOfGroups(workspaceId, answeredBy, [
      ...new Set(readable.map(({ groupId }) => groupId)),
    ]);
    // What tags a group has is not known from its label.
    const isOpen = ({ groupId }: ClaimedComment) => tags.length > 0 || !byGroup.has(groupId);
    const firsts = new Map(
      readable
        .toReversed()
        .filter(isOpen)
        .map((comment) => [comment.groupId, comment] as const),
    );
    const tagsByGroup = new Map<number, readonly number[] | undefined>();
    for (const batch of batches([...firsts.values()])) {
      const answers = await this.ask(model, { batch, role, tags: tags.map(({ head }) => head), signal });
      batch.forEach(({ groupId, language }, index) => {
        const answer = answers[index] ?? null;
        tagsByGroup.set(groupId, answer?.tags);
        if (!byGroup.has(groupId))
          byGroup.set(groupId, decide(answer, calibrationOf(role.calibration, answeredBy.model, language)));
      });
    }
    return claimed.map((comment) => ({
      commentId: comment.commentId,
      decision: byRule.get(comment) ?? byGroup.get(comment.groupId) ?? FAILED,
      tags: byRule.get(comment) ? undefined : tagsByGroup.get(comment.groupId),
    }));
  }

  private async ask(model: LanguageModel, { batch, role, tags, signal }: Asked): Promise<(LabelAnswer | null)[]> {
    try {
      return await askLabels(model, role, { texts: batch.map(({ text }) => textForModel(text)), tags, signal });
    } catch (error) {
      const [only] = batch;
      if (
        signal.aborted ||
        batch.length > 1 ||
        !only ||
        only.attempts < MAX_ATTEMPTS ||
        model.status().state === 'failed'
      )
        throw error;
      this.logger.warn(
        `Comment ${only.commentId} stays unscored: the model failed on it ${only.attempts} times (${(error as Error).message})`,
      );
      return [null];
    }
  }
}

/** Comments to label, and the version to label them with. */
export interface Labelling {
  readonly claimed: readonly ClaimedComment[];
  readonly role: LabelVersion;
  /** Tags that are asked as well. */
  readonly tags?: readonly ActiveTag[];
  readonly signal: AbortSignal;
}

interface Asked {
  readonly batch: readonly ClaimedComment[];
  readonly role: LabelAsker;
  readonly tags: readonly Head[];
  readonly signal: AbortSignal;
}

const FAILED: LabelDecision = { unscoredReason: 'model-failed' };

/** What heads of tags say of comments that are new. Where none was asked, nothing is. */
const givenTags = (tags: readonly ActiveTag[], labelled: readonly DecidedComment[]): GivenTag[] =>
  tags.map(({ tagId, from }, place) => ({
    ...{ tagId, from, given: 'new' },
    told: labelled.flatMap(({ commentId, tags: chances }) => {
      const probability = chances?.[place];
      return probability === undefined ? [] : [{ commentId, probability }];
    }),
  }));

/** New comments together; each one that was in a batch that failed by itself, so that it cannot spoil the others again. */
function batches(comments: readonly ClaimedComment[]): ClaimedComment[][] {
  const fresh = comments.filter(({ attempts }) => attempts === 1);
  const suspects = comments.filter(({ attempts }) => attempts > 1).map((comment) => [comment]);
  return fresh.length ? [fresh, ...suspects] : suspects;
}
