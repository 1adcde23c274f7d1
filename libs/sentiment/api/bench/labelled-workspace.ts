import { CommentIntake } from '@moodline/comments/api';
import type { LanguageModel } from '@moodline/language-model/api';
import type { Settings } from '@moodline/shared/config';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { LabellingJob } from '../src/jobs/labelling.job';
import { LabelRepository } from '../src/label.repository';
import { LABEL_ROLE } from '../src/prompts/label';
import { SentimentLabeller } from '../src/sentiment-labeller';

const POLL_MS = 20;

/** A workspace of its own in an embedded PostgreSQL, with the labelling job of the product. */
export class LabelledWorkspace {
  private readonly labels: LabelRepository;
  private readonly intake = new CommentIntake(Buffer.from('key'));
  private job: LabellingJob | null = null;
  private parts = 0;

  private constructor(
    private readonly test: TestDatabase,
    private readonly model: LanguageModel,
  ) {
    this.labels = new LabelRepository(test.database);
    this.intake.onStored((transaction, workspaceId, ids) => this.labels.enqueue(transaction, workspaceId, ids));
  }

  /** @param roleVersion of the label role, which tells the answers of one round from those of another. */
  static async open(model: LanguageModel, roleVersion: number): Promise<LabelledWorkspace> {
    const test = await createTestDatabase();
    const workspace = new LabelledWorkspace(test, model);
    await workspace.labels.activeRole(test.workspaceId, { ...LABEL_ROLE, version: roleVersion });
    return workspace;
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
    const labeller = new SentimentLabeller(this.labels, this.model);
    // Only its scheduled news for browsers need the other two, and no schedule runs here.
    this.job = new LabellingJob(
      labeller,
      null as never,
      null as never,
      { MOODLINE_ROLES: ['worker'] } as unknown as Settings,
    );
    this.job.onApplicationBootstrap();
  }

  async untilLabelled(): Promise<void> {
    while ((await this.labels.counts(this.test.workspaceId)).pending > 0)
      await new Promise((next) => setTimeout(next, POLL_MS));
  }

  /** @returns how many labels were stored */
  async close(): Promise<number> {
    await this.job?.onModuleDestroy();
    const { labelled, unscored } = await this.labels.counts(this.test.workspaceId);
    await this.test.close();
    return labelled + unscored;
  }
}
