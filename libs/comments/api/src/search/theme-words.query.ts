import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Words by which the comments of a theme are found. */
@Injectable()
export class ThemeWordsQuery {
  constructor(private readonly database: Database) {}

  /** With the words of the themes that were merged into it; of a merged theme, those of the one it went into. None where there is no such theme. */
  async read(workspaceId: number, id: number): Promise<string[]> {
    const rows = await this.database.$queryRaw<{ word: string }[]>`
      SELECT DISTINCT unnest(t.words) AS word
      FROM theme t
      JOIN theme asked ON asked.workspace_id = t.workspace_id AND asked.id = ${id}
      WHERE t.workspace_id = ${workspaceId} AND coalesce(t.merged_into, t.id) = coalesce(asked.merged_into, asked.id)
      ORDER BY 1`;
    return rows.map(({ word }) => word);
  }
}
