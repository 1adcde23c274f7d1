import { CommentIntake, GivenTags } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { ServerEvents, type Actor } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { recounted, storedCounts } from './counted-anew.query';
import { LabelWriters } from './label-writers';
import { LABEL_ROLE } from '../prompts/label';
import { Relabeller } from '../relabelling/relabeller';
import { RelabellingCountsQuery } from '../relabelling/relabelling-counts.query';
import { RelabellingOutcomeQuery } from '../relabelling/relabelling-outcome.query';
import { RelabellingPlanner } from '../relabelling/relabelling-planner';
import { RelabellingScopes } from '../relabelling/relabelling-scopes';
import { RelabellingSpeed } from '../relabelling/relabelling-speed';
import { RelabellingViewer } from '../relabelling/relabelling-viewer';
import { RelabellingWatch } from '../relabelling/relabelling-watch';
import { RelabellingRepository } from '../relabelling/relabelling.repository';
import { LabelVersions } from '../roles/label-versions.repository';
import { RoleEditor } from '../roles/role-editor';
import { RoleEvaluationsQuery } from '../roles/role-evaluations.query';
import { RoleHistoryQuery } from '../roles/role-history.query';
import { RoleRepository } from '../roles/role.repository';
import { SentimentLabeller } from '../sentiment-labeller';
import { ActiveTags } from '../tags/active-tags.query';
import { TagHeads } from '../tags/tag-heads.repository';
import { MindedModel } from './minded-model';

/** There before the parts that work on it. */
class OnDatabase {
  constructor(
    readonly test: TestDatabase,
    readonly model: MindedModel,
  ) {}
}

/** For specs: everything that labels and labels again, over one database. Comments are published on days of May 2026. */
export class LabellingBench extends OnDatabase {
  readonly prompts = new RolePrompts();
  readonly events = new ServerEvents();
  readonly signal = new AbortController().signal;
  readonly intake = new CommentIntake(Buffer.from('key'));
  readonly labels = new LabelWriters(this.test.database);
  readonly versions = new LabelVersions(this.test.database);
  readonly roles = new RoleRepository(this.test.database);
  readonly given = new GivenTags(this.test.database);
  readonly labeller = new SentimentLabeller(
    this.labels.queue,
    this.labels.store,
    this.versions,
    this.model,
    new ActiveTags(this.test.database, new TagHeads(this.test.database)),
    this.given,
  );
  readonly editor = new RoleEditor(
    this.prompts,
    this.roles,
    new RoleHistoryQuery(this.test.database),
    new RoleEvaluationsQuery(this.test.database),
    this.versions,
    this.model,
  );
  readonly counts = new RelabellingCountsQuery(this.test.database);
  readonly relabellings = new RelabellingRepository(this.test.database, this.labels.store, this.labels.buckets);
  readonly watch = new RelabellingWatch(this.relabellings, this.counts, this.model, this.events);
  readonly viewer = new RelabellingViewer(
    this.relabellings,
    this.counts,
    new RelabellingOutcomeQuery(this.test.database),
    this.watch,
  );
  readonly planner = new RelabellingPlanner(
    this.relabellings,
    new RelabellingScopes(this.counts, new RelabellingSpeed(this.model, this.counts), this.roles, this.model),
    this.viewer,
    this.roles,
    this.editor,
    this.prompts,
  );
  readonly actor: Actor;
  relabeller = this.worker();

  private constructor(test: TestDatabase, model: MindedModel) {
    super(test, model);
    this.actor = { workspaceId: test.workspaceId, userId: 1, role: 'owner', by: 'session' };
    this.prompts.register(LABEL_ROLE);
    this.editor.onModuleInit();
    this.labels.joins(this.intake);
  }

  static async open(model = new MindedModel()): Promise<LabellingBench> {
    const test = await createTestDatabase();
    await test.database.user.create({ data: { workspaceId: test.workspaceId, id: 1, name: 'Mei', role: 'owner' } });
    return new LabellingBench(test, model);
  }

  /** Another process: it shares nothing with the first but the database. */
  worker(): Relabeller {
    return new Relabeller(this.relabellings, this.counts, this.labeller, this.roles, this.model);
  }

  async add(
    texts: readonly string[],
    { source = 'Forum', day = 3 } = {},
  ): Promise<{ sourceId: number; runId: number }> {
    const place = await this.test.source(`${source} ${Math.random()}`);
    const comments = texts.map((text, index) => ({
      externalId: String(index),
      text,
      publishedAt: new Date(Date.UTC(2026, 4, day, index % 24)),
    }));
    await this.test.database.$transaction((transaction) =>
      this.intake.store(transaction, { workspaceId: this.test.workspaceId, ...place, comments }),
    );
    return place;
  }

  async labelAll(): Promise<void> {
    while (await this.labeller.labelNext(this.signal));
  }

  draft(system: string): Promise<{ version: number }> {
    return this.editor.addVersion(this.actor, 'label', { system, note: '' });
  }

  /** Works until there is nothing to do. */
  async workAll(): Promise<void> {
    while (await this.relabeller.work(this.signal));
  }

  buckets() {
    return this.test.database.moodBucket.findMany({
      orderBy: [{ monitorId: 'asc' }, { hour: 'asc' }, { sourceId: 'asc' }],
    });
  }

  /** The buckets that are not empty, as they are and as they are when everything is counted anew. */
  async bucketsAndRebuilt() {
    const { database, workspaceId } = this.test;
    return { kept: await storedCounts(database, workspaceId), rebuilt: await recounted(database, workspaceId) };
  }

  async moods() {
    const { _sum } = await this.test.database.moodBucket.aggregate({
      where: { monitorId: 0 },
      _sum: { positive: true, neutral: true, negative: true },
    });
    return { positive: _sum.positive ?? 0, neutral: _sum.neutral ?? 0, negative: _sum.negative ?? 0 };
  }
}
