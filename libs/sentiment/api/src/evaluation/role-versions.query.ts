import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { labelVersion, type LabelVersion } from '../roles/label-version';

/** A version of a role. */
export interface RoleVersionEntry extends LabelVersion {
  readonly active: boolean;
  readonly createdAt: Date;
}

/** The versions of a role, the newest first. */
@Injectable()
export class RoleVersions {
  constructor(private readonly database: Database) {}

  async of(workspaceId: number, role: string): Promise<RoleVersionEntry[]> {
    const [versions, inForce] = await Promise.all([
      this.database.roleVersion.findMany({ where: { workspaceId, role }, orderBy: { version: 'desc' } }),
      this.database.role.findUnique({ where: { workspaceId_name: { workspaceId, name: role } } }),
    ]);
    return versions.map((row) => ({
      ...labelVersion(row),
      createdAt: row.createdAt,
      active: row.version === inForce?.activeVersion,
    }));
  }
}
