import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Comments of a workspace by the state of their label. */
export interface LabelCounts {
  readonly pending: number;
  readonly labelled: number;
  readonly unscored: number;
}

/** How many comments wait, are labelled and stay unscored, from the totals: a few rows however many comments there are. */
@Injectable()
export class LabelCountsQuery {
  constructor(private readonly database: Database) {}

  async counts(workspaceId: number): Promise<LabelCounts> {
    const [row] = await this.database.$queryRaw<LabelCounts[]>`
      SELECT coalesce(sum(pending), 0)::bigint AS pending, coalesce(sum(positive + neutral + negative), 0)::bigint AS labelled,
        coalesce(sum(unscored), 0)::bigint AS unscored
      FROM mood_total
      WHERE workspace_id = ${workspaceId} AND monitor_id = 0`;
    return row ?? { pending: 0, labelled: 0, unscored: 0 };
  }
}
