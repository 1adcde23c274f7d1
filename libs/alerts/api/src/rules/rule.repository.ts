import { Injectable } from '@nestjs/common';
import {
  alertRuleSchema,
  type AlertRule,
  type AlertWatch,
  type Reading,
  type SaveAlertRule,
} from '@moodline/alerts/contract';
import { Database, type Prisma, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { AlertRuleNameTakenError } from '../alerts.errors';

/** How often a rule is checked: comments and labels come at any time. */
const CHECK_MINUTES = 10;
/** Comments are read and grouped for it. */
const THEME_MINUTES = 60;

/** A rule in the hands of who checks it. */
export interface DueRule extends AlertWatch {
  readonly workspaceId: number;
  readonly id: number;
  readonly name: string;
  readonly channels: readonly number[];
  readonly language: SaveAlertRule['language'];
  readonly muted: boolean;
}

/** Rules, and who checks which. */
@Injectable()
export class AlertRuleRepository {
  constructor(private readonly database: Database) {}

  async list(workspaceId: number): Promise<AlertRule[]> {
    const rows = await this.database.$queryRaw<Record<string, unknown>[]>`
      SELECT r.id, r.name, r.measure, r.scope, r.detection, r.channels, r.language, r.enabled, r.muted_until AS "mutedUntil",
        r.checked_at AS "checkedAt", r.last, r.problem, e.id AS "openAlert"
      FROM alert_rule r
      LEFT JOIN alert_event e ON e.workspace_id = r.workspace_id AND e.rule_id = r.id AND e.over_at IS NULL
      WHERE r.workspace_id = ${workspaceId} AND r.removed_at IS NULL
      ORDER BY r.name`;
    return rows.map((row) => alertRuleSchema.parse(withTimes(row)));
  }

  /** @throws AlertRuleNameTakenError */
  async create(workspaceId: number, rule: SaveAlertRule): Promise<number> {
    const { id } = await named(rule.name, () =>
      this.database.alertRule.create({ data: { workspaceId, ...columns(rule) } }),
    );
    return id;
  }

  /** It is checked anew at once. @throws NotFoundError, AlertRuleNameTakenError */
  async update(workspaceId: number, id: number, rule: SaveAlertRule): Promise<void> {
    const { count } = await named(rule.name, () =>
      this.database.alertRule.updateMany({
        where: { workspaceId, id, removedAt: null },
        data: { ...columns(rule), nextCheckAt: new Date() },
      }),
    );
    if (!count) throw new NotFoundError('rule', id);
  }

  /** Its alerts stay; one that is open is over. @throws NotFoundError */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const { count } = await transaction.alertRule.updateMany({
        where: { workspaceId, id, removedAt: null },
        data: { removedAt: new Date() },
      });
      if (!count) throw new NotFoundError('rule', id);
      await transaction.alertEvent.updateMany({
        where: { workspaceId, ruleId: id, overAt: null },
        data: { overAt: new Date() },
      });
    });
  }

  /** @throws NotFoundError */
  async mute(workspaceId: number, id: number, until: Date | null): Promise<void> {
    const { count } = await this.database.alertRule.updateMany({
      where: { workspaceId, id, removedAt: null },
      data: { mutedUntil: until },
    });
    if (!count) throw new NotFoundError('rule', id);
  }

  /** Holds the rule whose check is due for the longest time until the transaction ends. Another worker gets another one. */
  async takeDue(transaction: Transaction): Promise<DueRule | null> {
    const [row] = await transaction.$queryRaw<DueRule[]>`
      SELECT r.workspace_id AS "workspaceId", r.id, r.name, r.measure, r.scope, r.detection, r.channels, r.language,
        coalesce(r.muted_until > now(), FALSE) AS muted
      FROM alert_rule r
      WHERE r.removed_at IS NULL AND r.enabled AND r.next_check_at <= now()
      ORDER BY r.next_check_at LIMIT 1
      FOR UPDATE SKIP LOCKED`;
    return row ?? null;
  }

  async checked(transaction: Transaction, { workspaceId, id, measure }: DueRule, last: Reading | null): Promise<void> {
    const minutes = measure === 'themes' ? THEME_MINUTES : CHECK_MINUTES;
    await transaction.$executeRaw`
      UPDATE alert_rule
      SET checked_at = now(), problem = NULL, last = ${last && JSON.stringify(last)}::jsonb,
        next_check_at = now() + make_interval(mins => ${minutes}::int)
      WHERE workspace_id = ${workspaceId} AND id = ${id}`;
  }

  /** A rule that cannot be checked waits for its next turn, so that it does not keep the others from theirs. */
  async failed({ workspaceId, id }: DueRule, problem: string): Promise<void> {
    await this.database.$executeRaw`
      UPDATE alert_rule SET problem = ${problem.slice(0, 500)}, next_check_at = now() + make_interval(mins => ${CHECK_MINUTES}::int)
      WHERE workspace_id = ${workspaceId} AND id = ${id}`;
  }

  /** A transaction for checking one rule. */
  inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.database.$transaction(work);
  }
}

function columns({ name, measure, scope, detection, channels, language, enabled }: SaveAlertRule) {
  return {
    ...{ name, measure, channels, language, enabled },
    scope: scope as Prisma.InputJsonValue,
    detection: detection as Prisma.InputJsonValue,
  };
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === 'P2002') throw new AlertRuleNameTakenError(name);
    throw error;
  }
}

const withTimes = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
