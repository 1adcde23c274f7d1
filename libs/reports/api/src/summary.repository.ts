import { Injectable } from '@nestjs/common';
import { summarySchema, type Summary } from '@moodline/reports/contract';
import { Database, type Transaction } from '@moodline/shared/db';

/** Summaries that were written, kept by what they rest on. */
@Injectable()
export class SummaryRepository {
  constructor(private readonly database: Database) {}

  async find(workspaceId: number, fingerprint: string): Promise<Summary | null> {
    const row = await this.database.summary.findUnique({
      where: { workspaceId_fingerprint: { workspaceId, fingerprint } },
    });
    if (!row) return null;
    const { sentences, n, dropped, model, createdAt } = row;
    return {
      sentences: summarySchema.shape.sentences.parse(sentences),
      n,
      reason: null,
      dropped,
      model,
      createdAt: createdAt.toISOString(),
    };
  }

  /** Two requests may write the same summary at the same time: the second one replaces the first, which is equal. */
  async save(
    workspaceId: number,
    fingerprint: string,
    { sentences, n, dropped, model, createdAt }: Summary,
  ): Promise<void> {
    const content = { sentences, n, dropped, model: model ?? '', createdAt: new Date(createdAt) };
    await this.database.summary.upsert({
      where: { workspaceId_fingerprint: { workspaceId, fingerprint } },
      create: { workspaceId, fingerprint, ...content },
      update: content,
    });
  }

  /**
   * Drops what was written, when comments go or lose their text: a sentence may bear words of any of them, not only of those it
   * cites. They are kept answers only; whoever asks again gets new ones.
   */
  async dropAll(transaction: Transaction, workspaceId: number): Promise<void> {
    await transaction.summary.deleteMany({ where: { workspaceId } });
  }
}
