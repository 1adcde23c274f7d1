import { Injectable } from '@nestjs/common';
import {
  kindOf,
  MONITOR_KINDS,
  monitorRulesSchema,
  type CreateMonitor,
  type Monitor,
  type MonitorKind,
  type MonitorRules,
  type UpdateMonitor,
} from '@moodline/comments/contract';
import { Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { commentNumber } from '../counts/comment-number.query';
import { changeRules } from './monitor-locks.query';
import { MonitorNameTakenError } from './monitor.errors';

type Row = Awaited<ReturnType<Database['monitor']['findFirstOrThrow']>>;

const UNIQUE_VIOLATION = 'P2002';

/** The records of monitors. New rules begin a re-match in the same transaction. */
@Injectable()
export class MonitorRepository {
  constructor(private readonly database: Database) {}

  async all(workspaceId: number): Promise<Monitor[]> {
    const rows = await this.database.monitor.findMany({
      where: { workspaceId, removedAt: null },
      orderBy: [{ competitor: 'asc' }, { id: 'asc' }],
    });
    return rows.map(toMonitor);
  }

  async find(workspaceId: number, id: number): Promise<Monitor> {
    const row = await this.database.monitor.findFirst({ where: { workspaceId, id, removedAt: null } });
    if (!row) throw new NotFoundError('monitor', id);
    return toMonitor(row);
  }

  async create(workspaceId: number, { name, rules, ...asked }: CreateMonitor): Promise<Monitor> {
    const create = async (transaction: Transaction) => {
      const rematchTotal = await commentNumber(transaction, workspaceId);
      await changeRules(transaction, workspaceId);
      return transaction.monitor.create({
        data: { workspaceId, name, ...kindColumns(kindOf(asked) ?? 'brand'), rules, rematchCursor: 0, rematchTotal },
      });
    };
    return toMonitor(await namedOnce(name, this.database.$transaction(create)));
  }

  async update(workspaceId: number, id: number, { name, rules, ...asked }: UpdateMonitor): Promise<Monitor> {
    const update = async (transaction: Transaction) => {
      if (rules) await changeRules(transaction, workspaceId);
      const [before] = await transaction.$queryRaw<
        { rules: unknown }[]
      >`SELECT rules FROM monitor WHERE workspace_id = ${workspaceId} AND id = ${id} AND removed_at IS NULL FOR NO KEY UPDATE`;
      if (!before) throw new NotFoundError('monitor', id);
      const changed = rules && !sameRules(rules, monitorRulesSchema.parse(before.rules));
      const anew = changed
        ? {
            rules,
            rematchCursor: 0,
            countCursor: null,
            rematchChecked: 0,
            rematchGeneration: { increment: 1 },
            rematchTotal: await commentNumber(transaction, workspaceId),
          }
        : {};
      return transaction.monitor.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { name, ...kindColumns(kindOf(asked)), ...anew },
      });
    };
    return toMonitor(await namedOnce(name ?? '', this.database.$transaction(update)));
  }

  /** Takes a monitor out of sight. It goes on matching, so that {@link restore} finds it whole, until it is cleared away. */
  async remove(workspaceId: number, id: number): Promise<void> {
    const { count } = await this.database.monitor.updateMany({
      where: { workspaceId, id, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (!count) throw new NotFoundError('monitor', id);
  }

  /** Brings back a removed monitor. */
  async restore(workspaceId: number, id: number): Promise<Monitor> {
    const row = await this.database.monitor.findFirst({ where: { workspaceId, id } });
    if (!row) throw new NotFoundError('monitor', id);
    await namedOnce(
      row.name,
      this.database.monitor.updateMany({ where: { workspaceId, id }, data: { removedAt: null } }),
    );
    return this.find(workspaceId, id);
  }

  /** Monitors that are being matched anew, of all workspaces. */
  async rematching(): Promise<{ workspaceId: number; id: number; checked: number; total: number }[]> {
    const rows = await this.database.monitor.findMany({
      where: { rematchCursor: { not: null }, removedAt: null },
      select: { workspaceId: true, id: true, rematchChecked: true, rematchTotal: true },
    });
    return rows.map(({ workspaceId, id, rematchChecked, rematchTotal }) => ({
      workspaceId,
      id,
      ...progress(rematchChecked, rematchTotal),
    }));
  }
}

function toMonitor({
  id,
  name,
  kind,
  competitor,
  rules,
  createdAt,
  rematchCursor,
  rematchChecked,
  rematchTotal,
}: Row): Monitor {
  const rematch = rematchCursor === null ? null : progress(rematchChecked, rematchTotal);
  return {
    id,
    name,
    kind: MONITOR_KINDS.find((known) => known === kind) ?? (competitor ? 'competitor' : 'brand'),
    competitor,
    rules: monitorRulesSchema.parse(rules),
    createdAt: createdAt.toISOString(),
    rematch,
  };
}

/** The flag stays beside the kind: what is read of it goes on being right. */
const kindColumns = (kind: MonitorKind | undefined) => (kind ? { kind, competitor: kind === 'competitor' } : {});

/** Comments that came since are looked at, too, and may make more than there were. */
const progress = (checked: number, total: number) => ({ checked: Math.min(checked, total), total });

const sameRules = (left: MonitorRules, right: MonitorRules): boolean => JSON.stringify(left) === JSON.stringify(right);

async function namedOnce<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new MonitorNameTakenError(name);
    throw error;
  }
}
