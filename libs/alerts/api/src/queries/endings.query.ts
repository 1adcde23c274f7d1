import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';

/** A key that has ended since `from`, or ends before `to`. */
export interface EndingKey {
  readonly name: string;
  readonly at: Date;
}

const among = (sources: readonly number[]) =>
  sources.length ? Prisma.sql`AND s.id = ANY(${[...sources]}::int[])` : Prisma.empty;

/** What of keys and quotas is known: a few rows each. */
@Injectable()
export class EndingsQuery {
  constructor(private readonly database: Database) {}

  keys(workspaceId: number, from: Date, to: Date, connection: Transaction = this.database): Promise<EndingKey[]> {
    return connection.$queryRaw`
      SELECT k.name, k.expires_at AS at FROM api_key k
      WHERE k.workspace_id = ${workspaceId} AND k.expires_at > ${from} AND k.expires_at <= ${to}
      ORDER BY k.expires_at, k.id`;
  }

  /** Sources that stand still because their site does not accept their key. */
  async refused(
    workspaceId: number,
    sources: readonly number[],
    connection: Transaction = this.database,
  ): Promise<string[]> {
    const rows = await connection.$queryRaw<{ name: string }[]>`
      SELECT s.name FROM source s
      WHERE s.workspace_id = ${workspaceId} AND s.paused AND s.paused_code = 'source-unauthorised' AND s.remove_at IS NULL
        ${among(sources)}
      ORDER BY s.id`;
    return rows.map(({ name }) => name);
  }

  /** Requests that sources of a kind made since an instant, older comments included. */
  async requests(
    workspaceId: number,
    { kind, since, sources }: { readonly kind: string; readonly since: Date; readonly sources: readonly number[] },
    connection: Transaction = this.database,
  ): Promise<number> {
    const [row] = await connection.$queryRaw<{ requests: number }[]>`
      SELECT coalesce(sum(newest.requests), 0)::int AS requests
      FROM source s
      CROSS JOIN LATERAL (
        SELECT r.requests FROM crawl_run r
        WHERE r.workspace_id = s.workspace_id AND r.source_id = s.id AND r.started_at >= ${since}
      ) newest
      WHERE s.workspace_id = ${workspaceId} AND s.kind = ${kind} ${among(sources)}`;
    return row?.requests ?? 0;
  }
}
