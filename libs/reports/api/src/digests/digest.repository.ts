import { Injectable } from '@nestjs/common';
import {
  digestPageSchema,
  type DigestKind,
  type DigestPage,
  type DigestQuery,
  type DigestSettings,
  type ReportLanguage,
} from '@moodline/reports/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { InvalidInputError } from '@moodline/shared/http';
import { reportColumns } from '../issues/report.repository';
import { DIGEST_KEPT_DAYS, digestReport } from './digest-plan';

/** A digest that is to be there. */
export interface WantedDigest {
  readonly kind: DigestKind;
  readonly language: ReportLanguage;
  readonly monitor: { readonly id: number; readonly name: string } | null;
  readonly nextAt: Date;
}

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

/** Summaries by the clock: which there are, and what they say. */
@Injectable()
export class DigestRepository {
  constructor(private readonly database: Database) {}

  async settings(workspaceId: number): Promise<DigestSettings> {
    const row = await this.database.digestSetting.findUnique({ where: { workspaceId } });
    return { language: (row?.language as ReportLanguage | undefined) ?? null };
  }

  /** What was written stays. Another language holds for what is written from now on. */
  async change(workspaceId: number, { language }: DigestSettings): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      if (language) {
        const where = { workspaceId };
        await transaction.digestSetting.upsert({ where, create: { workspaceId, language }, update: { language } });
        return;
      }
      await transaction.digestSetting.deleteMany({ where: { workspaceId } });
      await transaction.$executeRaw`
        UPDATE report SET removed_at = now(), next_at = NULL
        WHERE (workspace_id, id) IN (
          SELECT workspace_id, id FROM report
          WHERE workspace_id = ${workspaceId} AND digest IS NOT NULL AND removed_at IS NULL
          ORDER BY id FOR UPDATE)`;
    });
  }

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

  /**
   * Adds those that are missing, takes away those of monitors that are gone or in another language, and what is older than it is kept.
   * With the row of the setting held: somebody who switches it off at the same time has the last word.
   */
  async settle({ workspaceId }: DigestWorkspace, wanted: readonly WantedDigest[]): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const [setting] = await transaction.$queryRaw<{ language: string }[]>`
        SELECT language FROM digest_setting WHERE workspace_id = ${workspaceId} FOR UPDATE`;
      const [first] = wanted;
      if (!setting || setting.language !== first?.language) return;
      const monitors = wanted.map(({ monitor }) => monitor?.id ?? 0);
      await transaction.$executeRaw`
        UPDATE report SET removed_at = now(), next_at = NULL
        WHERE (workspace_id, id) IN (
          SELECT workspace_id, id FROM report
          WHERE workspace_id = ${workspaceId} AND digest IS NOT NULL AND removed_at IS NULL
            AND (language <> ${setting.language} OR coalesce((scope ->> 'monitor')::int, 0) <> ALL(${monitors}::int[]))
          ORDER BY id FOR UPDATE)`;
      await addMissing(transaction, workspaceId, wanted);
      await forget(transaction, workspaceId);
    });
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

/** A monitor that has another name now gives it to its digests. */
async function addMissing(
  transaction: Transaction,
  workspaceId: number,
  wanted: readonly WantedDigest[],
): Promise<void> {
  const known = await transaction.$queryRaw<{ id: number; kind: string; monitor: number; name: string }[]>`
    SELECT id, digest AS kind, coalesce((scope ->> 'monitor')::int, 0) AS monitor, name FROM report
    WHERE workspace_id = ${workspaceId} AND digest IS NOT NULL AND removed_at IS NULL`;
  for (const { kind, language, monitor, nextAt } of wanted) {
    const columns = reportColumns(digestReport(kind, language, monitor));
    const found = known.find((one) => one.kind === kind && one.monitor === (monitor?.id ?? 0));
    if (!found) await transaction.report.create({ data: { workspaceId, digest: kind, nextAt, ...columns } });
    else if (found.name !== columns.name)
      await transaction.report.updateMany({ where: { workspaceId, id: found.id }, data: { name: columns.name } });
  }
}

async function forget(transaction: Transaction, workspaceId: number): Promise<void> {
  for (const [kind, days] of Object.entries(DIGEST_KEPT_DAYS))
    await transaction.$executeRaw`
      DELETE FROM report_issue
      WHERE (workspace_id, id) IN (
        SELECT i.workspace_id, i.id FROM report_issue i
        JOIN report r ON r.workspace_id = i.workspace_id AND r.id = i.report_id AND r.digest = ${kind}
        WHERE i.workspace_id = ${workspaceId} AND i.made_at < now() - make_interval(days => ${days}::int) AND i.sent_at IS NULL
        ORDER BY i.id LIMIT 500 FOR UPDATE OF i)`;
}
