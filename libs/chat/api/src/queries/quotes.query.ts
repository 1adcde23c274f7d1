import { Injectable } from '@nestjs/common';
import { commentCondition, countedLabel } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import type { Label, Language } from '@moodline/shared/contract';
import type { ClosedFilter } from '@moodline/trends/api';

/** Comments that are looked at; enough that equal texts among them leave some. */
const LOOKED_AT = 60;

/** A comment that can be quoted. */
export interface Quote {
  readonly id: number;
  readonly text: string;
  readonly label: Label | null;
  readonly language: Language;
  readonly source: string;
  readonly engagement: number;
}

export interface QuoteRequest {
  /** Comments in this language come first. */
  readonly language: Language;
  readonly limit: number;
  readonly order: 'liked' | 'newest' | 'oldest';
  /** Only of these, in their order. */
  readonly ids?: readonly number[];
}

/**
 * Comments in the asker's language first; of these the first ones of an order that are labelled, long enough to say something and short enough to quote;
 * of equal texts one.
 */
@Injectable()
export class QuotesQuery {
  constructor(private readonly database: Database) {}

  async list(filter: ClosedFilter, request: QuoteRequest): Promise<Quote[]> {
    // What is newest is newest in any language.
    if (request.order !== 'liked') return this.first(filter, Prisma.sql`TRUE`, request);
    const own = await this.first(filter, Prisma.sql`c.language = ${request.language}`, request);
    if (own.length >= request.limit) return own;
    const others = { ...request, limit: request.limit - own.length };
    return [...own, ...(await this.first(filter, Prisma.sql`c.language <> ${request.language}`, others))];
  }

  private async first(
    filter: ClosedFilter,
    language: Prisma.Sql,
    { limit, order, ids }: QuoteRequest,
  ): Promise<Quote[]> {
    const rows = await this.database.$queryRaw<(Quote & { textHash: string })[]>`
      SELECT c.id, c.text, c.text_hash AS "textHash", l.label, c.language, s.name AS source, c.engagement
      FROM comment c
      JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id ${countedLabel(filter.workspaceId)}
      WHERE ${commentCondition(filter)} AND ${language} AND l.label IS NOT NULL AND c.erased_at IS NULL
        ${order === 'liked' ? Prisma.sql`AND length(c.text) BETWEEN 4 AND 160` : Prisma.empty}
        ${ids ? Prisma.sql`AND c.id = ANY(${[...ids]}::bigint[])` : Prisma.empty}
      ORDER BY ${ids ? Prisma.sql`array_position(${[...ids]}::bigint[], c.id)` : ORDERS[order]}
      LIMIT ${LOOKED_AT}`;
    const distinct = rows.filter(
      ({ textHash }, index) => rows.findIndex((other) => other.textHash === textHash) === index,
    );
    return distinct.slice(0, limit).map(({ textHash: _hash, ...quote }) => ({ ...quote, id: Number(quote.id) }));
  }
}

const ORDERS = {
  liked: Prisma.sql`c.engagement DESC, c.id DESC`,
  newest: Prisma.sql`c.published_at DESC, c.id DESC`,
  oldest: Prisma.sql`c.published_at, c.id`,
};
