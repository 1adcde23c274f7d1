import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import type { ClosedFilter } from '@moodline/trends/api';

/**
 * What a summary rests on: how many labels there are and how often their counts were written. Another label, a new or a removed
 * comment changes the second. Read off the counts per day: those of other hours of the first and the last day are in it, and so are
 * labels and texts that the filter leaves out, so that a summary may be written anew although its own comments are the same.
 */
export interface LabelState {
  readonly n: number;
  readonly generation: string;
}

/** A model with a version of the role, and how many labels it gave. */
export interface LabelModel {
  readonly model: string;
  readonly roleVersion: number;
  readonly labels: number;
}

@Injectable()
export class LabelStateQuery {
  constructor(private readonly database: Database) {}

  async read({ workspaceId, monitor, language, source, from, to }: ClosedFilter): Promise<LabelState> {
    const languages = language?.length ? Prisma.sql`AND language = ANY(${language}::text[])` : Prisma.empty;
    const sources = source?.length
      ? Prisma.sql`AND source_id IN (
          SELECT s.id FROM source s
          WHERE s.workspace_id = ${workspaceId} AND (s.id::text = ANY(${source}::text[]) OR s.name = ANY(${source}::text[]))
        )`
      : Prisma.empty;
    const [state] = await this.database.$queryRaw<LabelState[]>`
      SELECT coalesce(sum(positive + neutral + negative), 0)::int AS n, coalesce(sum(generation), 0)::text AS generation
      FROM mood_day
      WHERE workspace_id = ${workspaceId} AND monitor_id = ${monitor ?? 0}
        AND day > ${new Date(from.getTime() - DAY_MS)} AND day < ${to} ${languages} ${sources}`;
    return state ?? { n: 0, generation: '0' };
  }

  /** What labelled these comments, most labels first. Asked for as many as a board reads at the most. */
  models(workspaceId: number, commentIds: readonly number[]): Promise<LabelModel[]> {
    return this.database.$queryRaw`
      SELECT l.model, l.role_version AS "roleVersion", count(*)::int AS labels FROM label l
      WHERE l.workspace_id = ${workspaceId} AND l.comment_id = ANY(${[...commentIds]}::bigint[]) AND l.current
      GROUP BY 1, 2
      ORDER BY 3 DESC, 1, 2`;
  }

  /** Which themes there are, under which names: another one, or one that was renamed, hidden or merged, changes it. */
  async themes(workspaceId: number): Promise<string> {
    const [state] = await this.database.$queryRaw<{ print: string }[]>`
      SELECT md5(coalesce(string_agg(t::text, ' ' ORDER BY t.id), '')) AS print FROM theme t WHERE t.workspace_id = ${workspaceId}`;
    return state?.print ?? '';
  }
}

const DAY_MS = 86_400_000;
