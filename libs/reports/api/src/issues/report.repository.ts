import { Injectable } from '@nestjs/common';
import {
  reportListItemSchema,
  reportSchema,
  saveReportSchema,
  type Report,
  type ReportListItem,
  type SaveReport,
} from '@moodline/reports/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { ReportNameTakenError } from '../reports.errors';

/** A recipient as it is stored: a channel, and an address for a mail server. */
export interface StoredRecipient {
  readonly id: number;
  readonly channelId: number;
  readonly address: string;
  readonly unsubscribedAt: Date | null;
}

export type NewRecipient = Pick<StoredRecipient, 'channelId' | 'address'>;

type Row = Prisma.ReportGetPayload<object>;

/** Reports and their recipients. */
@Injectable()
export class ReportRepository {
  constructor(private readonly database: Database) {}

  async list(workspaceId: number): Promise<ReportListItem[]> {
    const rows = await this.database.$queryRaw<(Row & { recipients: number; last: unknown })[]>`
      SELECT r.id, r.name, r.template, r.language, r.schedule, r.next_at AS "nextAt", r.problem,
        (SELECT count(*)::int FROM report_recipient p
          WHERE p.workspace_id = r.workspace_id AND p.report_id = r.id AND p.removed_at IS NULL AND p.unsubscribed_at IS NULL) AS recipients,
        (SELECT jsonb_build_object('id', i.id, 'title', i.title, 'sent', i.sent_at IS NOT NULL, 'madeAt', to_char(i.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          FROM report_issue i WHERE i.workspace_id = r.workspace_id AND i.report_id = r.id AND i.state = 'made'
          ORDER BY i.id DESC LIMIT 1) AS last
      FROM report r
      WHERE r.workspace_id = ${workspaceId} AND r.removed_at IS NULL AND r.digest IS NULL
      ORDER BY r.name`;
    return rows.map((row) => reportListItemSchema.parse({ ...row, nextAt: row.nextAt?.toISOString() ?? null }));
  }

  /** Whether anybody made a report; what Moodline sends by itself is none. */
  async any(workspaceId: number): Promise<boolean> {
    return (await this.database.report.count({ where: { workspaceId, removedAt: null, digest: null }, take: 1 })) > 0;
  }

  /** @throws NotFoundError */
  async get(workspaceId: number, id: number, connection: Transaction = this.database): Promise<Report> {
    const row = await connection.report.findFirst({ where: { workspaceId, id, removedAt: null } });
    if (!row) throw new NotFoundError('report', id);
    const recipients = await this.recipients(workspaceId, id, connection);
    const channels = [...new Set(recipients.map(({ channelId }) => channelId))];
    const ofChannel = (channel: number) =>
      recipients.flatMap((one) => (one.channelId === channel && one.address ? [one.address] : []));
    return reportSchema.parse({
      ...row,
      nextAt: row.nextAt?.toISOString() ?? null,
      recipients: channels.map((channel) => ({ channel, addresses: ofChannel(channel) })),
      unsubscribed: recipients.flatMap((one) => (one.unsubscribedAt && one.address ? [one.address] : [])),
    });
  }

  /** Those that are not removed, with who unsubscribed. */
  recipients(
    workspaceId: number,
    reportId: number,
    connection: Transaction = this.database,
  ): Promise<StoredRecipient[]> {
    return connection.reportRecipient.findMany({
      select: { id: true, channelId: true, address: true, unsubscribedAt: true },
      where: { workspaceId, reportId, removedAt: null },
      orderBy: { id: 'asc' },
    });
  }

  /** @param nextAt when it is due first @throws ReportNameTakenError */
  async create(
    workspaceId: number,
    report: SaveReport,
    { recipients, nextAt }: { readonly recipients: readonly NewRecipient[]; readonly nextAt: Date | null },
  ): Promise<number> {
    return named(report.name, () =>
      this.database.$transaction(async (transaction) => {
        const { id } = await transaction.report.create({ data: { workspaceId, nextAt, ...reportColumns(report) } });
        await keepRecipients(transaction, { workspaceId, reportId: id }, recipients);
        return id;
      }),
    );
  }

  /** @throws NotFoundError, ReportNameTakenError */
  async update(
    workspaceId: number,
    id: number,
    change: { readonly report: SaveReport; readonly recipients: readonly NewRecipient[]; readonly nextAt: Date | null },
  ): Promise<void> {
    const { report, recipients, nextAt } = change;
    await named(report.name, () =>
      this.database.$transaction(async (transaction) => {
        const { count } = await transaction.report.updateMany({
          where: { workspaceId, id, removedAt: null },
          data: { ...reportColumns(report), nextAt, problem: null },
        });
        if (!count) throw new NotFoundError('report', id);
        await keepRecipients(transaction, { workspaceId, reportId: id }, recipients);
      }),
    );
  }

  /** What was made of it stays. @throws NotFoundError */
  async remove(workspaceId: number, id: number): Promise<void> {
    const { count } = await this.database.report.updateMany({
      where: { workspaceId, id, removedAt: null },
      data: { removedAt: new Date(), nextAt: null },
    });
    if (!count) throw new NotFoundError('report', id);
  }

  recipient(workspaceId: number, id: number) {
    return this.database.reportRecipient.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  }

  /** Twice is no harm. @returns the name of the report, or null where there is no such recipient */
  async unsubscribe(workspaceId: number, id: number): Promise<void> {
    await this.database.reportRecipient.updateMany({
      where: { workspaceId, id, unsubscribedAt: null },
      data: { unsubscribedAt: new Date() },
    });
  }
}

/** Who is taken out and entered again is the same recipient: that somebody unsubscribed is kept. */
async function keepRecipients(
  transaction: Transaction,
  { workspaceId, reportId }: { readonly workspaceId: number; readonly reportId: number },
  recipients: readonly NewRecipient[],
): Promise<void> {
  await transaction.reportRecipient.updateMany({
    where: { workspaceId, reportId, removedAt: null },
    data: { removedAt: new Date() },
  });
  for (const { channelId, address } of recipients)
    await transaction.reportRecipient.upsert({
      where: { workspaceId_reportId_channelId_address: { workspaceId, reportId, channelId, address } },
      create: { workspaceId, reportId, channelId, address },
      update: { removedAt: null },
    });
}

/** A report as its columns hold it. */
export function reportColumns(given: SaveReport) {
  const { name, template, language, skipUnchanged, linkDays, attachPdf, ...report } = saveReportSchema.parse(given);
  const json = (value: object | null) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));
  return {
    ...{ name, template, language, skipUnchanged, linkDays, attachPdf },
    scope: report.scope as Prisma.InputJsonValue,
    period: report.period as Prisma.InputJsonValue,
    sections: report.sections as unknown as Prisma.InputJsonValue,
    look: report.look as Prisma.InputJsonValue,
    schedule: json(report.schedule),
    quiet: json(report.quiet),
  };
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === 'P2002') throw new ReportNameTakenError(name);
    throw error;
  }
}
