import { Injectable } from '@nestjs/common';
import {
  digestPageSchema,
  type DigestKind,
  type DigestPage,
  type DigestQuery,
  type ReportLanguage,
} from '@moodline/reports/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { InvalidInputError } from '@moodline/shared/http';

/** A workspace that wants digests, with the monitors that are there. */
export interface DigestWorkspace {
  readonly workspaceId: number;
  readonly language: ReportLanguage;
  readonly timeZone: string;
  readonly monitors: readonly { readonly id: number; readonly name: string }[];
}

/** A part that a digest builds on: its time and its first sentence. */
export interface DigestPart {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** The first sentence of the section that says it in short: it tells numbers, nobody's words. */
const FIRST = Prisma.sql`coalesce(i.content -> 'sections' -> 0 -> 'sentences' -> 0 ->> 'text', '')`;

/** What summaries by the clock are to be there for, and what they say. */
@Injectable()
export class DigestsQuery {
  constructor(private readonly database: Database) {}

  /** Workspaces that want them; one, or all. */
  workspaces(workspaceId: number | null): Promise<DigestWorkspace[]> {
    return this.database.$queryRaw`
      SELECT s.workspace_id AS "workspaceId", s.language, w.time_zone AS "timeZone",
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.id), '[]') FROM monitor m
          WHERE m.workspace_id = s.workspace_id AND m.removed_at IS NULL) AS monitors
      FROM digest_setting s
      JOIN workspace w ON w.workspace_id = s.workspace_id
      ${workspaceId === null ? Prisma.empty : Prisma.sql`WHERE s.workspace_id = ${workspaceId}`}
      ORDER BY s.workspace_id`;
  }

  /** Those that were written, newest first. The cursor is the id of the last one of the page before. @throws InvalidInputError */
  async page(workspaceId: number, { kind, monitor, cursor, limit }: DigestQuery): Promise<DigestPage> {
    const before = cursor === undefined ? null : Number(cursor);
    if (before !== null && !Number.isSafeInteger(before))
      throw new InvalidInputError([{ path: ['cursor'], message: 'This is not the cursor of a page.' }]);
    const rows = await this.database.$queryRaw<{ id: number; madeAt: Date }[]>`
      SELECT i.id, r.digest AS kind, i.content -> 'period' AS period, (i.content -> 'sample' ->> 'comments')::int AS comments,
        ${FIRST} AS text, i.made_at AS "madeAt",
        (SELECT jsonb_build_object('id', m.id, 'name', m.name) FROM monitor m
          WHERE m.workspace_id = r.workspace_id AND m.id = (r.scope ->> 'monitor')::int) AS monitor
      FROM report_issue i
      JOIN report r ON r.workspace_id = i.workspace_id AND r.id = i.report_id
      WHERE i.workspace_id = ${workspaceId} AND r.digest = ${kind} AND i.state = 'made'
        ${monitor === undefined ? Prisma.empty : Prisma.sql`AND coalesce((r.scope ->> 'monitor')::int, 0) = ${monitor}`}
        ${before === null ? Prisma.empty : Prisma.sql`AND i.id < ${before}::bigint`}
      ORDER BY i.id DESC LIMIT ${limit + 1}::int`;
    const items = rows.slice(0, limit).map(({ madeAt, ...row }) => ({ ...row, madeAt: madeAt.toISOString() }));
    const nextCursor = rows.length > limit ? String(items.at(-1)?.id) : null;
    return digestPageSchema.parse({ items, nextCursor });
  }

  /** What was written of the parts of some days, both inclusive, oldest first. A week belongs to the month in which it begins. */
  parts(
    workspaceId: number,
    { kind, monitor, from, to }: { kind: DigestKind; monitor: number | null; from: string; to: string },
  ): Promise<DigestPart[]> {
    return this.database.$queryRaw`
      SELECT DISTINCT ON (i.content -> 'period' ->> 'from')
        i.content -> 'period' ->> 'from' AS "from", i.content -> 'period' ->> 'to' AS "to", ${FIRST} AS text
      FROM report r
      JOIN report_issue i ON i.workspace_id = r.workspace_id AND i.report_id = r.id AND i.state = 'made'
      WHERE r.workspace_id = ${workspaceId} AND r.digest = ${kind} AND coalesce((r.scope ->> 'monitor')::int, 0) = ${monitor ?? 0}
        AND i.content -> 'period' ->> 'from' >= ${from} AND i.content -> 'period' ->> 'from' <= ${to}
        AND ${FIRST} <> ''
      ORDER BY 1, i.id DESC`;
  }
}
