import { CommentRepository, type GivenTags, type TagRepository } from '@moodline/comments/api';
import type { UseTag } from '@moodline/sentiment/contract';
import { FeatureStore } from '../learning/feature-store.repository';
import { FeatureTaker } from '../learning/feature-taker';
import { JudgedTexts } from '../learning/judged-texts.query';
import { learnTag, type TagLesson, type TagTask } from '../learning/learn-tag';
import { RelabellingSpeed } from '../relabelling/relabelling-speed';
import { CommentsThere } from '../tags/comments-there.query';
import { StoredComments } from '../tags/stored-comments.query';
import { TagApplications } from '../tags/tag-application.repository';
import { TagApplier } from '../tags/tag-applier';
import type { TagHeads } from '../tags/tag-heads.repository';
import { TagLearner } from '../tags/tag-learner';
import { TagLearningReader } from '../tags/tag-learning-reader';
import { TagLearningSteps } from '../tags/tag-learning-steps';
import { TagLookout } from '../tags/tag-lookout';
import { TagRound } from '../tags/tag-round';
import { TagSuggestions } from '../tags/tag-suggestions';
import { TagTeacher } from '../tags/tag-teacher';
import type { TagTexts } from '../tags/tag-texts.query';
import { TagScopes } from '../tags/tag-scopes';
import { TagUse } from '../tags/tag-use';
import { WorkspaceList } from '../workspace-list.query';
import type { FeatureModel } from './feature-model';
import type { LabellingBench } from './labelling-bench';
import { TagWriters } from './tag-writers.query';

/** Learns here and not in a thread. */
class TeacherHere extends TagTeacher {
  learn(task: TagTask): Promise<TagLesson | null> {
    return Promise.resolve(learnTag(task));
  }
}

/** For specs: everything that learns tags and puts them on comments, beside what labels. */
export class TagBench {
  readonly tags: TagRepository;
  readonly given: GivenTags;
  readonly texts: TagTexts;
  readonly heads: TagHeads;
  readonly stored: StoredComments;
  readonly applications: TagApplications;
  readonly round: TagRound;
  readonly reader: TagLearningReader;
  readonly suggestions: TagSuggestions;
  readonly use: TagUse;
  readonly scopes: TagScopes;
  private readonly workspaceId: number;

  constructor(
    private readonly bench: LabellingBench,
    model: FeatureModel,
  ) {
    const { database } = bench.test;
    this.workspaceId = bench.test.workspaceId;
    const writers = new TagWriters(database).joins(bench.intake);
    ({ tags: this.tags, given: this.given, texts: this.texts, heads: this.heads } = writers);
    this.stored = new StoredComments(database);
    this.applications = new TagApplications(database, this.texts, this.given);
    const comments = new CommentRepository(database);
    const judged = new JudgedTexts(database);
    const taker = new FeatureTaker(model, judged, new FeatureStore(database, judged));
    const learner = new TagLearner(model, this.texts, this.heads, new TeacherHere(), bench.events);
    const lookout = new TagLookout(this.texts, comments);
    const steps = new TagLearningSteps(model, taker, this.texts, writers.features, this.heads, learner, lookout);
    const applier = new TagApplier(model, this.stored, this.applications, this.heads, taker, bench.counts);
    this.round = new TagRound(new WorkspaceList(database), this.given, this.texts, steps, applier);
    this.reader = new TagLearningReader(
      ...([model, this.tags, this.texts, this.heads, comments, new CommentsThere(database)] as const),
    );
    this.suggestions = new TagSuggestions(model, this.texts, this.heads, comments);
    const speed = new RelabellingSpeed(model, bench.counts);
    this.scopes = new TagScopes(this.stored, bench.counts, speed, bench.versions);
    this.use = new TagUse(model, this.tags, this.heads, this.scopes, this.applications, bench.events);
  }

  /** Works until there is nothing to do. */
  async workAll(): Promise<void> {
    while (await this.round.work(this.bench.signal));
  }

  say(tag: number, ids: readonly number[], tagged: boolean | null, drawn = false): Promise<number> {
    return this.tags.say(this.workspaceId, tag, 1, { ids: [...ids], tagged, drawn });
  }

  /** As if nobody had said anything for a while. */
  async rest(): Promise<void> {
    await this.bench.test.database.$executeRaw`UPDATE comment_tag SET said_at = said_at - interval '1 minute'`;
  }

  read(tag: number) {
    return this.reader.read(this.workspaceId, tag);
  }

  switch(tag: number, wanted: Partial<UseTag>): Promise<void> {
    const all = { version: 1, threshold: 0.3, toNew: false, toStored: false, days: 3_650, ...wanted };
    return this.use.use(this.workspaceId, tag, all);
  }
}
