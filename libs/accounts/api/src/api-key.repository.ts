import { Injectable } from '@nestjs/common';
import type { ApiKey, CreateKey } from '@moodline/accounts/contract';
import type { Permission, Role } from '@moodline/shared/contract';
import { asWriter, Database } from '@moodline/shared/db';
import { KeyNameTakenError } from './accounts.errors';

/** A key that is in force, and for whom it acts. */
export interface LiveKey {
  readonly workspaceId: number;
  readonly id: number;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly userId: number;
  readonly role: Role;
  /** Not noted as used for a minute. */
  readonly stale: boolean;
}

const UNIQUE_VIOLATION = 'P2002';

/** Keys for programs. */
@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: Database) {}

  /** @throws KeyNameTakenError */
  async create(workspaceId: number, userId: number, key: CreateKey & { readonly hash: string }) {
    const { name, permissions, days, hash: keyHash } = key;
    const expiresAt = new Date(Date.now() + days * 86_400_000);
    try {
      return await this.database.apiKey.create({
        data: { ...{ workspaceId, userId, name, keyHash, expiresAt }, permissions: [...new Set(permissions)] },
      });
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new KeyNameTakenError(name);
      throw error;
    }
  }

  /** By name. */
  async list(workspaceId: number): Promise<ApiKey[]> {
    const rows = await this.database.$queryRaw<
      (Omit<ApiKey, 'createdAt' | 'expiresAt' | 'lastUsedAt'> &
        Record<'createdAt' | 'expiresAt', Date> & { lastUsedAt: Date | null })[]
    >`
      SELECT k.id, k.name, k.permissions, u.name AS "madeBy", k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt"
      FROM api_key k
      JOIN "user" u ON u.workspace_id = k.workspace_id AND u.id = k.user_id
      WHERE k.workspace_id = ${workspaceId}
      ORDER BY lower(k.name), k.id`;
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    }));
  }

  /** The key of a hash: not over, and of somebody who is still there. */
  async live(hash: string): Promise<LiveKey | null> {
    const [found] = await asWriter(
      async () => this.database.$queryRaw<LiveKey[]>`
      SELECT k.workspace_id AS "workspaceId", k.id, k.name, k.permissions, k.user_id AS "userId", u.role,
        coalesce(k.last_used_at < now() - interval '1 minute', TRUE) AS stale
      FROM api_key k
      JOIN "user" u ON u.workspace_id = k.workspace_id AND u.id = k.user_id
      WHERE k.key_hash = ${hash} AND k.expires_at > now() AND u.removed_at IS NULL`,
    );
    return found ?? null;
  }

  async touch({ workspaceId, id }: LiveKey): Promise<void> {
    await this.database
      .$executeRaw`UPDATE api_key SET last_used_at = now() WHERE workspace_id = ${workspaceId} AND id = ${id}`;
  }

  /** @returns false where there is none */
  async remove(workspaceId: number, id: number): Promise<boolean> {
    return (await this.database.apiKey.deleteMany({ where: { workspaceId, id } })).count > 0;
  }
}
