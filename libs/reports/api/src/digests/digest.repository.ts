import { Injectable } from '@nestjs/common';
import { type DigestKind, type DigestSettings, type ReportLanguage } from '@moodline/reports/contract';
import { Database, type Transaction } from '@moodline/shared/db';
import type { DigestWorkspace } from '../queries/digests.query';
import { reportColumns } from '../issues/report.repository';
import { DIGEST_KEPT_DAYS, digestReport } from './digest-plan';

/** A digest that is to be there. */
export interface WantedDigest {
  readonly kind: DigestKind;
  readonly language: ReportLanguage;
  readonly monitor: { readonly id: number; readonly name: string } | null;
  readonly nextAt: Date;
}

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
