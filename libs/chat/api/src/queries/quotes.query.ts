import { Injectable } from '@nestjs/common';
import { countedLabel, commentCondition } from '@moodline/comments/api';
import type { Language } from '@moodline/shared/contract';
import { Database } from '@moodline/shared/db';
import type { ClosedFilter } from '@moodline/trends/api';

/** A comment to be quoted. */
export interface Quote {
  readonly id: number;
  readonly text: string;
}

/** Comments in the asker's language first; of these the loudest labelled ones that are long enough to say something and short enough to quote; of equal texts one. */
@Injectable()
export class QuotesQuery {
  constructor(private readonly database: Database) {}

  list(
    filter: ClosedFilter,
    { language, limit }: { readonly language: Language; readonly limit: number },
  ): Promise<Quote[]> {
    return this.database.$queryRaw<Quote[]>`
      SELECT id, text FROM (
        SELECT DISTINCT ON (c.text_hash) c.id, c.text, c.language, c.engagement
        FROM comment c ${countedLabel(filter.workspaceId)}
        WHERE ${commentCondition(filter)} AND l.label IS NOT NULL AND length(c.text) BETWEEN 8 AND 120
        ORDER BY c.text_hash, c.engagement DESC
      ) AS distinct_texts
      ORDER BY language = ${language} DESC, engagement DESC, id DESC LIMIT ${limit}`;
  }
}
