import { Injectable } from '@nestjs/common';
import { arrayParameter, Database } from '@moodline/shared/db';
import { searchForm } from './search-form';

/** Texts given their form in one transaction: few enough not to hold others up. */
const SLICE = 2_000;

/** Gives texts that were stored before there was a search index the form that it is made of. */
@Injectable()
export class SearchTextRepository {
  constructor(private readonly database: Database) {}

  /** One slice, the newest comments of a workspace first. Comments that somebody else holds come later. @returns whether there was any */
  async fillSlice(): Promise<boolean> {
    return this.database.$transaction(async (transaction) => {
      const rows = await transaction.$queryRaw<{ workspaceId: number; id: number; text: string }[]>`
        SELECT workspace_id AS "workspaceId", id, text FROM comment
        WHERE search_text IS NULL AND erased_at IS NULL
        ORDER BY workspace_id DESC, id DESC LIMIT ${SLICE} FOR NO KEY UPDATE SKIP LOCKED`;
      await transaction.$executeRaw`
        UPDATE comment c SET search_text = row.form
        FROM unnest(
          ${arrayParameter(rows.map(({ workspaceId }) => workspaceId))}::int[],
          ${arrayParameter(rows.map(({ id }) => id))}::bigint[],
          ${arrayParameter(rows.map(({ text }) => searchForm(text)))}::text[]
        ) AS row (workspace_id, id, form)
        WHERE c.workspace_id = row.workspace_id AND c.id = row.id`;
      return rows.length > 0;
    });
  }
}
