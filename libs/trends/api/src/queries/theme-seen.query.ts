import { Injectable } from '@nestjs/common';
import { commentCondition, countedLabel } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import type { ClosedFilter } from './mood-slot';

/** Whether there is any comment of a filter: it reads until the first one. */
@Injectable()
export class ThemeSeenQuery {
  constructor(private readonly database: Database) {}

  async any(filter: ClosedFilter): Promise<boolean> {
    const [row] = await this.database.$queryRaw<{ seen: boolean }[]>`
      SELECT EXISTS (
        SELECT FROM comment c ${countedLabel(filter.workspaceId)}
        WHERE ${commentCondition(filter)} AND l.label IS NOT NULL
      ) AS seen`;
    return row?.seen ?? false;
  }
}
