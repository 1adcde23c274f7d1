import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { calibrationSchema, type Calibration } from '../calibration/calibration';

/** A version of a role's prompt. */
export interface RoleVersionEntry {
  readonly version: number;
  readonly system: string;
  /** How the probabilities of this prompt are straightened; null: they stay as they are. */
  readonly calibration: Calibration | null;
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
    return versions.map(({ version, system, createdAt, calibration }) => ({
      version,
      system,
      createdAt,
      calibration: calibrationSchema.nullable().parse(calibration),
      active: version === inForce?.activeVersion,
    }));
  }
}
