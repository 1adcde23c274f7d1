import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import type { VersionKind } from './label-version';

export interface StoredRoleVersion {
  readonly version: number;
  readonly kind: VersionKind;
  readonly system: string;
  readonly note: string;
  /** Nobody wrote it: the product brings it. */
  readonly brought: boolean;
  /** Null too where the account is gone. */
  readonly author: string | null;
  readonly createdAt: Date;
}

export interface StoredActivation {
  readonly version: number;
  readonly previous: number;
  readonly by: string | null;
  readonly evaluated: boolean;
  readonly createdAt: Date;
}

/** How often a role was changed. */
export interface RoleState {
  readonly name: string;
  readonly activeVersion: number;
  /** The version in force is one that the product brings. */
  readonly brought: boolean;
  readonly versions: number;
}

/** Activations that are shown. */
const SHOWN_ACTIVATIONS = 20;

/** Versions and activations of roles with the names of those who made them. */
@Injectable()
export class RoleHistoryQuery {
  constructor(private readonly database: Database) {}

  /** Roles that have rows, by name. */
  async states(workspaceId: number): Promise<Map<string, RoleState>> {
    const rows = await this.database.$queryRaw<RoleState[]>`
      SELECT r.name, r.active_version AS "activeVersion",
        EXISTS (SELECT FROM role_version v WHERE v.workspace_id = r.workspace_id AND v.role = r.name AND v.version = r.active_version AND v.user_id IS NULL) AS brought,
        (SELECT count(*) FROM role_version v WHERE v.workspace_id = r.workspace_id AND v.role = r.name)::int AS versions
      FROM role r WHERE r.workspace_id = ${workspaceId}`;
    return new Map(rows.map((row) => [row.name, row]));
  }

  /** Newest first. */
  versions(workspaceId: number, role: string): Promise<StoredRoleVersion[]> {
    return this.database.$queryRaw<StoredRoleVersion[]>`
      SELECT v.version, v.kind, v.system, v.note, v.user_id IS NULL AS brought, u.name AS author, v.created_at AS "createdAt"
      FROM role_version v LEFT JOIN "user" u ON u.workspace_id = v.workspace_id AND u.id = v.user_id
      WHERE v.workspace_id = ${workspaceId} AND v.role = ${role} ORDER BY v.version DESC`;
  }

  /** Newest first. */
  activations(workspaceId: number, role: string): Promise<StoredActivation[]> {
    return this.database.$queryRaw<StoredActivation[]>`
      SELECT a.version, a.previous, u.name AS by, a.evaluated, a.created_at AS "createdAt"
      FROM role_activation a LEFT JOIN "user" u ON u.workspace_id = a.workspace_id AND u.id = a.user_id
      WHERE a.workspace_id = ${workspaceId} AND a.role = ${role} ORDER BY a.id DESC LIMIT ${SHOWN_ACTIVATIONS}`;
  }
}
