import { Injectable } from '@nestjs/common';
import type { Passage } from '@moodline/assistants/contract';
import { slotQuery, tokenQuery } from '@moodline/comments/api';
import type { Term } from '@moodline/comments/contract';
import { arrayParameter, Database } from '@moodline/shared/db';

/** A passage that has some of the terms, and the document that it stands in. */
export interface FoundPassage extends Passage {
  readonly documentId: number;
  readonly document: string;
}

export interface PassageSearch {
  /** Passages with the rarest terms first. */
  readonly passages: readonly FoundPassage[];
  /** In how many passages each term stands, in their order. */
  readonly frequencies: readonly number[];
  /** All passages that were looked at. */
  readonly total: number;
}

/** Passages that are looked at closely. */
const MOST = 40;
/** A term that stands in so many passages tells nothing. */
const COMMON = 2_000;

/** Passages of a workspace, or of one document, that have at least one of some terms, each in one of its forms: by the index that comments are searched with. */
@Injectable()
export class PassageSearchQuery {
  constructor(private readonly database: Database) {}

  async find(
    workspaceId: number,
    document: number | null,
    terms: readonly (readonly Term[])[],
  ): Promise<PassageSearch> {
    const [{ total } = { total: 0 }] = await this.database.$queryRaw<{ total: number }[]>`
      SELECT coalesce(sum(passages), 0)::int AS total
      FROM document
      WHERE workspace_id = ${workspaceId} AND remove_at IS NULL AND id = coalesce(${document}::int, id)`;
    const slot = slotQuery(workspaceId, { first: 0, last: 0 });
    const queries = terms.map((alike) => tokenQuery({ groups: [alike], none: [] }));
    const hits = await this.hits(
      workspaceId,
      document,
      queries.map((query) => query && `${slot} & ${query}`),
    );
    const frequencies = terms.map((_, n) => hits.filter((hit) => hit.n === n).length);
    const scores = new Map<string, number>();
    for (const { n, documentId, place } of hits) {
      const key = `${documentId} ${place}`;
      scores.set(key, (scores.get(key) ?? 0) + Math.log(1 + (total + 1) / (frequencies[n] ?? 1)));
    }
    const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, MOST);
    return {
      passages: await this.texts(
        workspaceId,
        best.map(([key]) => key),
      ),
      frequencies,
      total,
    };
  }

  private hits(
    workspaceId: number,
    document: number | null,
    queries: readonly (string | null)[],
  ): Promise<{ n: number; documentId: number; place: number }[]> {
    return this.database.$queryRaw`
      SELECT term.n::int - 1 AS n, found.document_id AS "documentId", found.place
      FROM unnest(${arrayParameter(queries)}::text[]) WITH ORDINALITY AS term (query, n)
      CROSS JOIN LATERAL (
        SELECT p.document_id, p.place
        FROM document_passage p
        JOIN document d ON d.workspace_id = p.workspace_id AND d.id = p.document_id
        WHERE p.workspace_id = ${workspaceId} AND d.remove_at IS NULL AND d.id = coalesce(${document}::int, d.id)
          AND search_tokens(p.workspace_id, to_timestamp(0), p.search_text) @@ term.query::tsquery
        LIMIT ${COMMON}
      ) found
      WHERE term.query IS NOT NULL`;
  }

  private async texts(workspaceId: number, keys: readonly string[]): Promise<FoundPassage[]> {
    const places = keys.map((key) => key.split(' ').map(Number) as [number, number]);
    const rows = await this.database.$queryRaw<FoundPassage[]>`
      SELECT p.document_id AS "documentId", d.name AS document, p.place, p.page, p.heading, p.text
      FROM unnest(
        ${arrayParameter(places.map(([documentId]) => documentId))}::int[],
        ${arrayParameter(places.map(([, place]) => place))}::int[]
      ) WITH ORDINALITY AS wanted (document_id, place, n)
      JOIN document_passage p ON p.workspace_id = ${workspaceId} AND p.document_id = wanted.document_id
        AND p.place = wanted.place
      JOIN document d ON d.workspace_id = p.workspace_id AND d.id = p.document_id
      ORDER BY wanted.n`;
    return rows;
  }
}
