import { CommentIntake, GivenTags } from '@moodline/comments/api';
import type { LanguageModel } from '@moodline/language-model/api';
import type { Settings } from '@moodline/shared/config';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { LabellingJob } from '../src/jobs/labelling.job';
import { LabelWriters } from '../src/testing/label-writers';
import { LABEL_ROLE } from '../src/prompts/label';
import type { VersionKind } from '../src/roles/label-version';
import { LabelVersions } from '../src/roles/label-versions.repository';
import { SentimentLabeller } from '../src/sentiment-labeller';
import { ActiveTags } from '../src/tags/active-tags.query';
import { TagHeads } from '../src/tags/tag-heads.repository';
import type { WorkspaceList } from '../src/workspace-list.query';

const POLL_MS = 20;

/** A workspace of its own in an embedded PostgreSQL, with the labelling job of the product. */
export class LabelledWorkspace {
  private readonly labels: LabelWriters;
  private readonly intake = new CommentIntake(Buffer.from('key'));
  private job: LabellingJob | null = null;
  private parts = 0;

  private constructor(
    private readonly test: TestDatabase,
    private readonly model: LanguageModel,
  ) {
    this.labels = new LabelWriters(test.database);
    this.labels.joins(this.intake);
  }

  /** @param version of the label role, whose number tells the answers of one round from those of another; by heads or by a prompt */
  static async open(
    model: LanguageModel,
    { version, kind }: { readonly version: number; readonly kind: VersionKind },
  ): Promise<LabelledWorkspace> {
    const test = await createTestDatabase();
    const { database, workspaceId } = test;
    await new LabelVersions(database).ensure(workspaceId);
    await database.roleVersion.deleteMany({ where: { workspaceId, version } });
    await database.roleVersion.create({
      data: { workspaceId, role: LABEL_ROLE.name, version, kind, system: LABEL_ROLE.system },
    });
    await database.role.updateMany({ where: { workspaceId }, data: { activeVersion: version } });
    return new LabelledWorkspace(test, model);
  }

  async store(texts: readonly string[]): Promise<void> {
    const { database, workspaceId } = this.test;
    const place = await this.test.source(`part ${++this.parts}`);
    // Over a month, as comments come: each batch touches many buckets.
    const comments = texts.map((text, index) => ({
      externalId: String(index),
      text,
      publishedAt: new Date(Date.UTC(2026, 4, 1, index % 720)),
    }));
    await database.$transaction((transaction) => this.intake.store(transaction, { workspaceId, ...place, comments }));
  }

  startLabelling(): void {
    const labeller = new SentimentLabeller(
      this.labels.queue,
      this.labels.store,
      new LabelVersions(this.test.database),
      this.model,
      new ActiveTags(this.test.database, new TagHeads(this.test.database)),
      new GivenTags(this.test.database),
    );
    // No browser waits for its news.
    const nobody = { ids: () => Promise.resolve([]) } as unknown as WorkspaceList;
    this.job = new LabellingJob(labeller, null as never, nobody, {
      MOODLINE_ROLES: ['worker'],
    } as unknown as Settings);
    this.job.onApplicationBootstrap();
  }

  async untilLabelled(): Promise<void> {
    while ((await this.labels.counts.counts(this.test.workspaceId)).pending > 0)
      await new Promise((next) => setTimeout(next, POLL_MS));
  }

  /** @returns how many labels were stored */
  async close(): Promise<number> {
    await this.job?.onModuleDestroy();
    const { labelled, unscored } = await this.labels.counts.counts(this.test.workspaceId);
    await this.test.close();
    return labelled + unscored;
  }
}
