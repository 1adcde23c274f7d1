import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** A version of a role's prompt. */
export interface RoleVersionEntry {
  readonly version: number;
  readonly system: string;
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
    return versions.map(({ version, system, createdAt }) => ({ version, system, createdAt, active: version === inForce?.activeVersion }));
  }
}
