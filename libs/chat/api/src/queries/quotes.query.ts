import { Injectable } from '@nestjs/common';
import { countedLabel, commentCondition } from '@moodline/comments/api';
import type { Language } from '@moodline/shared/contract';
import { Database, Prisma } from '@moodline/shared/db';
import type { ClosedFilter } from '@moodline/trends/api';

/** A comment to be quoted. */
export interface Quote {
  readonly id: number;
  readonly text: string;
}

/** Of so many of the loudest the equal texts are told apart. */
const LOUDEST = 100;

/** Comments in the asker's language first; of these the loudest labelled ones that are long enough to say something and short enough to quote; of equal texts one. */
@Injectable()
export class QuotesQuery {
  constructor(private readonly database: Database) {}

  async list(
    filter: ClosedFilter,
    { language, limit }: { readonly language: Language; readonly limit: number },
  ): Promise<Quote[]> {
    const own = await this.loudest(filter, Prisma.sql`c.language = ${language}`, limit);
    if (own.length >= limit) return own;
    return [...own, ...(await this.loudest(filter, Prisma.sql`c.language <> ${language}`, limit - own.length))];
  }

  /** Walks along the loudest until it has some, and leaves out those that say what a louder one says. */
  private loudest(filter: ClosedFilter, language: Prisma.Sql, limit: number): Promise<Quote[]> {
    return this.database.$queryRaw<Quote[]>`
      SELECT id, text FROM (
        SELECT DISTINCT ON (loud.text_hash) loud.id, loud.text, loud.engagement FROM (
          SELECT c.id, c.text, c.text_hash, c.engagement
          FROM comment c ${countedLabel(filter.workspaceId)}
          WHERE ${commentCondition(filter)} AND ${language} AND l.label IS NOT NULL AND length(c.text) BETWEEN 8 AND 120
          ORDER BY c.engagement DESC, c.id DESC LIMIT ${LOUDEST}
        ) loud
        ORDER BY loud.text_hash, loud.engagement DESC, loud.id DESC
      ) AS distinct_texts
      ORDER BY engagement DESC, id DESC LIMIT ${limit}`;
  }
}
