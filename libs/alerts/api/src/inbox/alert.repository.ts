import { Injectable } from '@nestjs/common';
import type { AlertNote, Reading, UpdateAlert } from '@moodline/alerts/contract';
import { Database, type Prisma, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import type { DueRule } from '../rules/rule.repository';

/** An alert as whoever checks the rule needs it. */
export interface KnownAlert {
  readonly id: number;
  readonly since: Date;
  readonly firedAt: Date;
  readonly overAt: Date | null;
  readonly peak: Reading;
  /** What it was about, and the theme that a rule for themes found. */
  readonly theme: string | null;
  readonly themeId: number | null;
}

/** What a check found. */
export interface FoundAlert {
  readonly since: Date;
  readonly firedAt: Date;
  /** Up to when it is known to go on: later than it fired where comments came late. */
  readonly until: Date;
  readonly first: Reading;
  readonly peak: Reading;
  /** The theme that a rule for themes found. */
  readonly themeId: number | null;
}

/** What is told along with it. */
export interface AlertDetails {
  readonly theme: string | null;
  readonly commentIds: readonly number[];
  readonly channels: number;
}

/** Alerts and what people make of them. */
@Injectable()
export class AlertRepository {
  constructor(private readonly database: Database) {}

  /** The newest alert of a rule, or of a theme that the rule found. */
  async newest(transaction: Transaction, { workspaceId, id }: DueRule, theme?: number): Promise<KnownAlert | null> {
    const row = await transaction.alertEvent.findFirst({
      where: { workspaceId, ruleId: id, ...(theme && { watch: { path: ['theme'], equals: theme } }) },
      orderBy: { id: 'desc' },
    });
    if (!row) return null;
    const { theme: themeId = null } = row.watch as { theme?: number | null };
    return { ...row, peak: row.peak as unknown as Reading, themeId };
  }

  /** @returns its id */
  async open(transaction: Transaction, rule: DueRule, found: FoundAlert): Promise<number> {
    const { since, firedAt, first, peak, themeId } = found;
    const { id } = await transaction.alertEvent.create({
      data: {
        ...{ workspaceId: rule.workspaceId, ruleId: rule.id, since, firedAt },
        first: first as unknown as Prisma.InputJsonValue,
        peak: peak as unknown as Prisma.InputJsonValue,
        watch: {
          measure: rule.measure,
          scope: rule.scope as unknown as Prisma.InputJsonObject,
          ...(themeId !== null && { theme: themeId }),
        },
      },
      select: { id: true },
    });
    return id;
  }

  async describe(transaction: Transaction, workspaceId: number, id: number, details: AlertDetails): Promise<void> {
    await transaction.alertEvent.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...details, commentIds: details.commentIds.map(BigInt) },
    });
  }

  async progress(transaction: Transaction, workspaceId: number, id: number, peak: Reading): Promise<void> {
    await transaction.alertEvent.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { peak: peak as unknown as Prisma.InputJsonValue },
    });
  }

  async close(transaction: Transaction, workspaceId: number, id: number, overAt: Date): Promise<void> {
    await transaction.alertEvent.update({ where: { workspaceId_id: { workspaceId, id } }, data: { overAt } });
  }

  /** @throws NotFoundError */
  async update(
    workspaceId: number,
    id: number,
    { acknowledged, assignee }: UpdateAlert,
    userId: number,
  ): Promise<void> {
    const { count } = await this.database.alertEvent.updateMany({
      where: { workspaceId, id },
      data: {
        ...(assignee !== undefined && { assigneeId: assignee }),
        ...(acknowledged !== undefined && {
          acknowledgedBy: acknowledged ? userId : null,
          acknowledgedAt: acknowledged ? new Date() : null,
        }),
      },
    });
    if (!count) throw new NotFoundError('alert', id);
  }

  /** Notes of an alert, oldest first. */
  async notes(workspaceId: number, eventId: number): Promise<AlertNote[]> {
    const rows = await this.database.$queryRaw<(Omit<AlertNote, 'createdAt'> & { createdAt: Date })[]>`
      SELECT n.id, n.by_name AS by, n.text, n.created_at AS "createdAt"
      FROM alert_note n WHERE n.workspace_id = ${workspaceId} AND n.event_id = ${eventId} ORDER BY n.id LIMIT 500`;
    return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
  }

  /** @throws NotFoundError */
  async addNote(workspaceId: number, eventId: number, note: { byName: string; userId: number; text: string }) {
    const alert = await this.database.alertEvent.findUnique({
      where: { workspaceId_id: { workspaceId, id: eventId } },
      select: { id: true },
    });
    if (!alert) throw new NotFoundError('alert', eventId);
    await this.database.alertNote.create({ data: { workspaceId, eventId, ...note } });
  }
}
