import { Injectable } from '@nestjs/common';
import { countedLabel, commentCondition, type ResolvedFilter } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';

/** What a summary rests on, in four numbers: another label, a new or a removed comment changes at least one of them. */
export interface LabelState {
  readonly n: number;
  readonly newest: string | null;
  readonly ids: string;
  readonly version: number;
}

@Injectable()
export class LabelStateQuery {
  constructor(private readonly database: Database) {}

  async read(filter: ResolvedFilter): Promise<LabelState> {
    const [state] = await this.database.$queryRaw<LabelState[]>`
      SELECT count(*)::int AS n, max(l.changed_at)::text AS newest, coalesce(sum(c.id), 0)::text AS ids, coalesce(max(l.role_version), 0) AS version
      FROM comment c ${countedLabel(filter.workspaceId)} WHERE ${commentCondition(filter)} AND l.label IS NOT NULL`;
    return state ?? { n: 0, newest: null, ids: '0', version: 0 };
  }
}
