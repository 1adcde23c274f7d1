import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { readTexts, type StoredText } from './stored-text.query';

/** Comments read at once. */
const PAGE = 10_000;

/** Instants; the end is not included. Null where it is open. */
export interface Period {
  readonly from: Date | null;
  readonly to: Date | null;
}

const within = ({ from, to }: Period): Prisma.Sql =>
  Prisma.sql`${from ? Prisma.sql`AND c.published_at >= ${from}` : Prisma.empty} ${to ? Prisma.sql`AND c.published_at < ${to}` : Prisma.empty}`;

/** Stored comments for a preview: all of them, or a sample. */
@Injectable()
export class MonitorPreviewQuery {
  constructor(private readonly database: Database) {}

  /** How many comments there are in a period. */
  async count(workspaceId: number, period: Period): Promise<number> {
    const [row] = await this.database.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM comment c WHERE c.workspace_id = ${workspaceId} ${within(period)}`;
    return row?.count ?? 0;
  }

  /** All comments of a period, the latest first, page by page. */
  async *all(workspaceId: number, period: Period): AsyncGenerator<StoredText[]> {
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const page = await readTexts(
        this.database,
        Prisma.sql`FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.id < ${before} ${within(period)} ORDER BY c.id DESC LIMIT ${PAGE}`,
      );
      if (page.length) yield page;
      before = page.at(-1)?.id ?? 0;
      if (page.length < PAGE) return;
    }
  }

  /** About so many comments, the same ones each time: numbers do not flicker while rules are typed. */
  sample(
    workspaceId: number,
    { size, total, period }: { size: number; total: number; period: Period },
  ): Promise<StoredText[]> {
    const percent = Math.min(100, (100 * size) / total);
    return readTexts(
      this.database,
      Prisma.sql`FROM comment c TABLESAMPLE SYSTEM (${percent}::float8) REPEATABLE (66) WHERE c.workspace_id = ${workspaceId} ${within(period)} ORDER BY c.id DESC`,
    );
  }
}
