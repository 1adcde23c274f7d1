import { Injectable } from '@nestjs/common';
import { CommentIntake, type IncomingComment } from '@moodline/comments/api';
import { Database, type Transaction } from '@moodline/shared/db';

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
        const data = { workspaceId, kind: 'demo', name: await freeName(transaction, workspaceId, name) };
        const source = await transaction.source.create({ data });
        const run = await transaction.crawlRun.create({
          data: { workspaceId, sourceId: source.id, trigger: 'demo', status: 'done', finishedAt: new Date() },
        });
        const batch = { workspaceId, sourceId: source.id, runId: run.id, comments };
        const { imported, duplicates, filtered } = await this.intake.store(transaction, batch);
        await transaction.crawlRun.update({
          where: { workspaceId_id: { workspaceId, id: run.id } },
          data: { rows: comments.length, imported, duplicates, filtered },
        });
      }
    });
  }
}

/** The name, or the name with a number where a source of the person's own is called that. */
async function freeName(transaction: Transaction, workspaceId: number, name: string): Promise<string> {
  const taken = await transaction.source.findMany({
    where: { workspaceId, name: { startsWith: name } },
    select: { name: true },
  });
  const names = new Set(taken.map((source) => source.name));
  let free = name;
  for (let number = 2; names.has(free); number++) free = `${name} (${number})`;
  return free;
}
