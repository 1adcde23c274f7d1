import { Injectable } from '@nestjs/common';
import { rejectedExampleSchema, type LabelledSet } from '@moodline/sentiment/contract';
import { Database, Prisma } from '@moodline/shared/db';
import * as z from 'zod';
import type { LabelledFile, LabelledText } from './labelled-file';

/** Rejected rows that are kept to be shown. */
const KEPT_REJECTS = 50;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly file_name: string | null;
  readonly created_at: Date;
  readonly rejected: number;
  readonly duplicates: number;
  readonly rejected_rows: unknown;
  readonly rows: number;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly languages: string[];
}

/** The labelled sets of a workspace. */
@Injectable()
export class LabelledSetRepository {
  constructor(private readonly database: Database) {}

  /** @returns the id; null when there is a set of that name already */
  async add(
    workspaceId: number,
    set: { name: string; fileName: string | null },
    { examples, rejected, duplicates }: LabelledFile,
  ): Promise<number | null> {
    return this.database.$transaction(async (transaction) => {
      const data = {
        workspaceId,
        ...set,
        duplicates,
        rejected: rejected.length,
        rejectedRows: rejected.slice(0, KEPT_REJECTS) as unknown as Prisma.InputJsonValue,
      };
      const [made] = await transaction.labelledSet.createManyAndReturn({
        data: [data],
        skipDuplicates: true,
        select: { id: true },
      });
      if (!made) return null;
      const column = (key: 'text' | 'label' | 'language') => examples.map((example) => example[key]);
      await transaction.$executeRaw`
        INSERT INTO labelled_example (workspace_id, set_id, position, text, label, language)
        SELECT ${workspaceId}, ${made.id}, row_number() OVER (), example.*
        FROM unnest(${column('text')}::text[], ${column('label')}::text[], ${column('language')}::text[]) AS example`;
      return made.id;
    });
  }

  list(workspaceId: number): Promise<LabelledSet[]> {
    return this.find(Prisma.sql`s.workspace_id = ${workspaceId}`);
  }

  async one(workspaceId: number, id: number): Promise<LabelledSet | null> {
    const [set] = await this.find(Prisma.sql`s.workspace_id = ${workspaceId} AND s.id = ${id}`);
    return set ?? null;
  }

  /** The examples of a set in the order of the file. */
  async examples(workspaceId: number, setId: number): Promise<LabelledText[]> {
    const rows = await this.database.labelledExample.findMany({
      where: { workspaceId, setId },
      orderBy: { position: 'asc' },
      select: { text: true, label: true, language: true },
    });
    return rows as LabelledText[];
  }

  /** Removes a set with its texts; evaluations that were made on it stay. @returns false when there is none */
  async remove(workspaceId: number, id: number): Promise<boolean> {
    const [, { count }] = await this.database.$transaction([
      this.database.labelledExample.deleteMany({ where: { workspaceId, setId: id } }),
      this.database.labelledSet.deleteMany({ where: { workspaceId, id } }),
    ]);
    return count > 0;
  }

  private async find(condition: Prisma.Sql): Promise<LabelledSet[]> {
    const tally = (label: string) => Prisma.sql`(count(*) FILTER (WHERE e.label = ${label}))::int`;
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT s.id, s.name, s.file_name, s.created_at, s.rejected, s.duplicates, s.rejected_rows, count(e.*)::int AS rows,
        ${tally('positive')} AS positive, ${tally('neutral')} AS neutral, ${tally('negative')} AS negative, array_remove(array_agg(DISTINCT e.language), NULL) AS languages
      FROM labelled_set s LEFT JOIN labelled_example e ON e.workspace_id = s.workspace_id AND e.set_id = s.id
      WHERE ${condition} GROUP BY s.workspace_id, s.id ORDER BY s.created_at DESC, s.id DESC`;
    return rows.map(toSet);
  }
}

function toSet({
  id,
  name,
  file_name: fileName,
  created_at: createdAt,
  rows,
  languages,
  rejected,
  duplicates,
  ...row
}: Row): LabelledSet {
  const labels = { positive: row.positive, neutral: row.neutral, negative: row.negative };
  return {
    id,
    name,
    fileName,
    createdAt: createdAt.toISOString(),
    rows,
    labels,
    languages,
    rejected,
    duplicates,
    rejectedRows: z.array(rejectedExampleSchema).parse(row.rejected_rows),
  };
}
