import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import type { ReportShare } from '@moodline/reports/contract';

/** Links that need no account. Of their tokens only the hashes are kept. */
@Injectable()
export class ShareRepository {
  constructor(private readonly database: Database) {}

  async create(
    workspaceId: number,
    share: { readonly issueId: number; readonly tokenHash: string; readonly days: number },
    connection: Transaction = this.database,
  ): Promise<void> {
    const { issueId, tokenHash, days } = share;
    await connection.$executeRaw`
      INSERT INTO report_share (workspace_id, issue_id, token_hash, expires_at)
      VALUES (${workspaceId}, ${issueId}, ${tokenHash}, now() + make_interval(days => ${days}::int))
      ON CONFLICT (workspace_id, token_hash) DO NOTHING`;
  }

  /** Those that still lead somewhere, newest first. */
  async list(workspaceId: number, issueId: number): Promise<ReportShare[]> {
    const rows = await this.database.reportShare.findMany({
      where: { workspaceId, issueId, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { id: 'desc' },
    });
    return rows.map(({ id, createdAt, expiresAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
  }

  /** The report that a link leads to; null where it leads nowhere. */
  async issueOf(workspaceId: number, tokenHash: string): Promise<number | null> {
    const [row] = await this.database.$queryRaw<{ issueId: number }[]>`
      SELECT issue_id AS "issueId" FROM report_share
      WHERE workspace_id = ${workspaceId} AND token_hash = ${tokenHash} AND revoked_at IS NULL AND expires_at > now()`;
    return row?.issueId ?? null;
  }

  /** @throws NotFoundError */
  async revoke(workspaceId: number, id: number): Promise<void> {
    const { count } = await this.database.reportShare.updateMany({
      where: { workspaceId, id },
      data: { revokedAt: new Date() },
    });
    if (!count) throw new NotFoundError('link', id);
  }
}
