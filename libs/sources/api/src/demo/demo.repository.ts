import { Injectable } from '@nestjs/common';
import { CommentIntake, type IncomingComment } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';

/** Writes the demo. */
@Injectable()
export class DemoRepository {
  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
  ) {}

  /** All sources with their comments, or (when something goes wrong) nothing. */
  async store(workspaceId: number, sources: ReadonlyMap<string, readonly IncomingComment[]>): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      for (const [name, comments] of sources) {
        const source = await transaction.source.create({ data: { workspaceId, kind: 'demo', name } });
        const counts = { rows: comments.length, imported: comments.length, finishedAt: new Date() };
        const run = await transaction.crawlRun.create({
          data: { workspaceId, sourceId: source.id, trigger: 'demo', status: 'done', ...counts },
        });
        await this.intake.store(transaction, { workspaceId, sourceId: source.id, runId: run.id, comments });
      }
    });
  }
}
