import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { readTexts, type StoredText } from './stored-text.query';

/** Comments read at once. */
const PAGE = 10_000;

/** Stored comments for a preview: all of them, or a sample. */
@Injectable()
export class MonitorPreviewQuery {
  constructor(private readonly database: Database) {}

  count(workspaceId: number): Promise<number> {
    return this.database.comment.count({ where: { workspaceId } });
  }

  /** All comments, the latest first, page by page. */
  async *all(workspaceId: number): AsyncGenerator<StoredText[]> {
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const page = await readTexts(
        this.database,
        Prisma.sql`FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.id < ${before} ORDER BY c.id DESC LIMIT ${PAGE}`,
      );
      if (page.length) yield page;
      before = page.at(-1)?.id ?? 0;
      if (page.length < PAGE) return;
    }
  }

  /** About so many comments, the same ones each time: numbers do not flicker while rules are typed. */
  sample(workspaceId: number, { size, total }: { size: number; total: number }): Promise<StoredText[]> {
    const percent = Math.min(100, (100 * size) / total);
    return readTexts(
      this.database,
      Prisma.sql`FROM comment c TABLESAMPLE SYSTEM (${percent}::float8) REPEATABLE (66) WHERE c.workspace_id = ${workspaceId} ORDER BY c.id DESC`,
    );
  }
}
