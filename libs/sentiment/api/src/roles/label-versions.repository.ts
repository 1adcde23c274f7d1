import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { HEAD_CALIBRATION, LABEL_CALIBRATION, LABEL_ROLE } from '../prompts/label';
import { labelVersion, type LabelVersion } from './label-version';

const ROLE = LABEL_ROLE.name;

/**
 * The versions of the label role that the product brings: the prompt that the bundled weights were tuned with, and the heads that read
 * their features. A workspace gets both, and the heads are put in force unless somebody wrote the version that is.
 */
@Injectable()
export class LabelVersions {
  constructor(private readonly database: Database) {}

  /** The version in force. A calibration that came with the product later than its version is added to it. */
  async inForce(workspaceId: number): Promise<LabelVersion> {
    await this.ensure(workspaceId);
    const { activeVersion: version } = await this.database.role.findUniqueOrThrow({
      where: { workspaceId_name: { workspaceId, name: ROLE } },
    });
    const where = { workspaceId_role_version: { workspaceId, role: ROLE, version } };
    const row = await this.database.roleVersion.findUniqueOrThrow({ where });
    const calibration = row.kind === 'head' ? HEAD_CALIBRATION : LABEL_CALIBRATION;
    const isUnchanged = row.userId === null && row.system === LABEL_ROLE.system && row.head === null;
    if (row.calibration !== null || !isUnchanged) return labelVersion(row);
    return labelVersion(await this.database.roleVersion.update({ where, data: { calibration } }));
  }

  /** Sees that the workspace has the versions that the product brings. */
  async ensure(workspaceId: number): Promise<void> {
    if (await this.broughtHead(this.database, workspaceId)) return;
    await this.database.$transaction(async (transaction) => {
      await transaction.roleVersion.createMany({
        data: {
          workspaceId,
          role: ROLE,
          version: LABEL_ROLE.version,
          system: LABEL_ROLE.system,
          calibration: LABEL_CALIBRATION,
        },
        skipDuplicates: true,
      });
      await transaction.role.createMany({
        data: { workspaceId, name: ROLE, activeVersion: LABEL_ROLE.version },
        skipDuplicates: true,
      });
      await transaction.$queryRaw`SELECT FROM role WHERE workspace_id = ${workspaceId} AND name = ${ROLE} FOR UPDATE`;
      // Another process was faster.
      if (await this.broughtHead(transaction, workspaceId)) return;
      await this.addHead(transaction, workspaceId);
    });
  }

  private async broughtHead(database: Pick<Transaction, 'roleVersion'>, workspaceId: number): Promise<boolean> {
    const found = await database.roleVersion.findFirst({
      where: { workspaceId, role: ROLE, kind: 'head', userId: null, head: { equals: Prisma.DbNull } },
      select: { version: true },
    });
    return found !== null;
  }

  private async addHead(transaction: Transaction, workspaceId: number): Promise<void> {
    const { _max } = await transaction.roleVersion.aggregate({
      where: { workspaceId, role: ROLE },
      _max: { version: true },
    });
    const version = (_max.version ?? 0) + 1;
    await transaction.roleVersion.create({
      data: {
        workspaceId,
        role: ROLE,
        version,
        kind: 'head',
        system: LABEL_ROLE.system,
        calibration: HEAD_CALIBRATION,
      },
    });
    await transaction.$executeRaw`
      UPDATE role SET active_version = ${version}
      FROM role_version v
      WHERE role.workspace_id = ${workspaceId} AND role.name = ${ROLE}
        AND v.workspace_id = role.workspace_id AND v.role = role.name AND v.version = role.active_version AND v.user_id IS NULL`;
  }
}
