import { Injectable } from '@nestjs/common';
import { commentCondition, countedLabel, type ResolvedFilter, STARS_ALONE } from '@moodline/comments/api';
import type { StarsAgreement } from '@moodline/sentiment/contract';
import { Database } from '@moodline/shared/db';

/** Stars and verdicts of authors against the machine's labels. */
@Injectable()
export class StarsAgreementQuery {
  constructor(private readonly database: Database) {}

  async read(filter: ResolvedFilter): Promise<StarsAgreement> {
    const rows = await this.database.$queryRaw<StarsAgreement['rows']>`
      SELECT CASE
          WHEN c.stars < 2.5 OR (c.stars IS NULL AND NOT c.recommended) THEN 'negative'
          WHEN c.stars >= 3.5 OR (c.stars IS NULL AND c.recommended) THEN 'positive'
          ELSE 'neutral'
        END AS stars, l.machine_label AS label, count(*)::int AS count
      FROM comment c ${countedLabel(filter.workspaceId)}
      WHERE ${commentCondition(filter)} AND (c.stars IS NOT NULL OR c.recommended IS NOT NULL) AND l.machine_label IS NOT NULL
        AND NOT ${STARS_ALONE}
      GROUP BY 1, 2
      ORDER BY 1, 2`;
    return {
      n: rows.reduce((sum, { count }) => sum + count, 0),
      agree: rows.filter(({ stars, label }) => stars === label).reduce((sum, { count }) => sum + count, 0),
      rows,
    };
  }
}
