import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { Lease, retryOnConflict } from '@moodline/shared/work';
import type { ReportTransaction } from '../issues/issue.repository';

/** A report that is due, in the hands of a worker. */
export interface DueReport {
  readonly workspaceId: number;
  readonly id: number;
  readonly holder: string;
  readonly nextAt: Date;
}

const REPORT_LEASE = Symbol('lease of reports');
/** What could not be made is tried again then. */
const RETRY_MINUTES = 10;

/** Which report is due, and who makes it. */
@Injectable()
export class ScheduleRepository {
  /** @param lease how long a worker may be silent; specs give a short one */
  constructor(
    private readonly database: Database,
    @Optional() @Inject(REPORT_LEASE) readonly lease: Lease = new Lease(120),
  ) {}

  /** Takes the one that is due for the longest time. */
  async takeDue(now: Date): Promise<DueReport | null> {
    const holder = randomUUID();
    const [row] = await retryOnConflict(
      () => this.database.$queryRaw<DueReport[]>`
        UPDATE report r SET holder = ${holder}::uuid, lease_until = ${this.lease.until}
        FROM (
          SELECT f.workspace_id, f.id FROM report f
          WHERE f.removed_at IS NULL AND f.next_at <= ${now} AND ${this.lease.isFree(Prisma.sql`f.lease_until`)}
          ORDER BY f.next_at, f.id LIMIT 1
          FOR UPDATE SKIP LOCKED
        ) due
        WHERE r.workspace_id = due.workspace_id AND r.id = due.id
        RETURNING r.workspace_id AS "workspaceId", r.id, r.holder::text, r.next_at AS "nextAt"`,
    );
    return row ?? null;
  }

  /** @returns false when somebody else holds it */
  async renew({ workspaceId, id, holder }: DueReport): Promise<boolean> {
    return (
      (await this.database.$executeRaw`
        UPDATE report SET lease_until = ${this.lease.until}
        WHERE workspace_id = ${workspaceId} AND id = ${id} AND holder = ${holder}::uuid`) === 1
    );
  }

  /** It is done until `nextAt`. @returns false when somebody else holds it, or it was changed meanwhile */
  async finish(
    connection: ReportTransaction | null,
    { workspaceId, id, holder, nextAt }: DueReport,
    next: Date,
  ): Promise<boolean> {
    return (
      (await (connection ?? this.database).$executeRaw`
        UPDATE report SET next_at = ${next}, holder = NULL, lease_until = NULL, problem = NULL
        WHERE workspace_id = ${workspaceId} AND id = ${id} AND holder = ${holder}::uuid AND next_at = ${nextAt}`) === 1
    );
  }

  /** Gives it back: it is tried again later, and why it failed is shown. */
  async failed({ workspaceId, id, holder }: DueReport, problem: string): Promise<void> {
    await this.database.$executeRaw`
      UPDATE report SET problem = ${problem.slice(0, 500)}, holder = NULL,
        lease_until = now() + make_interval(mins => ${RETRY_MINUTES}::int)
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND holder = ${holder}::uuid`;
  }

  /** Gives it back untouched. */
  async release({ workspaceId, id, holder }: DueReport): Promise<void> {
    await this.database.$executeRaw`
      UPDATE report SET holder = NULL, lease_until = NULL
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND holder = ${holder}::uuid`;
  }
}
