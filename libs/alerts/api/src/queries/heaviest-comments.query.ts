import { Injectable } from '@nestjs/common';
import type { AlertComment } from '@moodline/alerts/contract';
import { hasTag } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import type { HourlyRequest } from './hourly-counts.query';

/** Of a window only so many of the newest comments are looked at: a crisis may have a hundred thousand of them. */
const LOOKED_AT = 2_000;
const CLIPPED = 280;

/** The comments that weigh most in a window: the most engaged ones, each text once. */
@Injectable()
export class HeaviestCommentsQuery {
  constructor(private readonly database: Database) {}

  /** @param negative only those with this label */
  list({ workspaceId, scope, from, to }: HourlyRequest, negative: boolean, limit: number): Promise<AlertComment[]> {
    const { monitor, tag, sources, languages } = scope;
    return this.database.$queryRaw`
      SELECT newest.id::float8 AS id, left(newest.text, ${CLIPPED}) AS text, s.name AS source, newest.engagement, newest.permalink
      FROM (
        SELECT c.id, c.text, c.source_id, c.engagement, c.permalink, c.duplicate_of
        FROM comment c
        JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
        WHERE c.workspace_id = ${workspaceId} AND c.published_at >= ${from} AND c.published_at < ${to}
          AND c.left_out IS NULL AND NOT c.date_unknown AND c.text <> ''
          ${negative ? Prisma.sql`AND l.label = 'negative'` : Prisma.empty}
          ${sources.length ? Prisma.sql`AND c.source_id = ANY(${[...sources]}::int[])` : Prisma.empty}
          ${languages.length ? Prisma.sql`AND c.language = ANY(${[...languages]}::text[])` : Prisma.empty}
          ${
            monitor === null
              ? Prisma.empty
              : Prisma.sql`AND EXISTS (SELECT FROM comment_monitor m WHERE m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.monitor_id = ${monitor})`
          }
          ${tag ? Prisma.sql`AND ${hasTag(workspaceId, tag)}` : Prisma.empty}
        ORDER BY c.published_at DESC, c.id DESC LIMIT ${LOOKED_AT}::int
      ) newest
      JOIN source s ON s.workspace_id = ${workspaceId} AND s.id = newest.source_id
      WHERE newest.duplicate_of IS NULL
      ORDER BY newest.engagement DESC, newest.id LIMIT ${limit}::int`;
  }

  /** Comments by id, in that order; those that are gone are left out. */
  byId(workspaceId: number, ids: readonly number[]): Promise<AlertComment[]> {
    return this.database.$queryRaw`
      SELECT c.id::float8 AS id, left(c.text, ${CLIPPED}) AS text, s.name AS source, c.engagement, c.permalink
      FROM unnest(${[...ids]}::bigint[]) WITH ORDINALITY AS wanted (id, place)
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = wanted.id AND c.erased_at IS NULL
      JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
      ORDER BY wanted.place`;
  }
}
