import { Injectable } from '@nestjs/common';
import type { Role } from '@moodline/shared/contract';
import { asWriter, Database } from '@moodline/shared/db';

/** From where a session is opened, for the list of sessions. */
export interface Visitor {
  readonly agent: string;
  readonly address: string;
}

/** A session that is in force, and whose it is. */
export interface LiveSession {
  readonly workspaceId: number;
  readonly id: number;
  readonly userId: number;
  readonly role: Role;
  readonly byLink: boolean;
  readonly createdAt: Date;
  /** Not noted as used for a minute. */
  readonly stale: boolean;
}

export interface NewSession extends Visitor {
  readonly workspaceId: number;
  readonly userId: number;
  readonly hash: string;
  readonly days: number;
  readonly byLink: boolean;
}

/** Signed-in browsers. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** Adds a session; those that are over go. */
  async create({ workspaceId, userId, hash, days, byLink, agent, address }: NewSession): Promise<void> {
    await this.database.$executeRaw`
      INSERT INTO session (workspace_id, user_id, token_hash, expires_at, by_link, agent, address)
      VALUES (${workspaceId}, ${userId}, ${hash}, now() + make_interval(days => ${days}::int), ${byLink}, ${agent}, ${address})`;
    await this.database.$executeRaw`DELETE FROM session WHERE expires_at < now()`;
  }

  /**
   * The session of a token: not over, not idle for too long, and of somebody who is still there. Whoever has neither a password nor an
   * account at an identity provider could only come back by a command on the machine itself, and may be idle for a week.
   * @param idleHours after which it is over
   */
  async live(hash: string, idleHours: number): Promise<LiveSession | null> {
    // Asked while an answer is streamed as well, whose role of the database sees no sessions.
    const [found] = await asWriter(
      async () => this.database.$queryRaw<LiveSession[]>`
      SELECT s.workspace_id AS "workspaceId", s.id, s.user_id AS "userId", u.role, s.by_link AS "byLink", s.created_at AS "createdAt",
        s.last_seen_at < now() - interval '1 minute' AS stale
      FROM session s
      JOIN "user" u ON u.workspace_id = s.workspace_id AND u.id = s.user_id
      WHERE s.token_hash = ${hash} AND s.expires_at > now() AND u.removed_at IS NULL
        AND s.last_seen_at > now() - CASE
          WHEN u.password_hash IS NULL AND NOT EXISTS (
            SELECT 1 FROM sign_in_identity i WHERE i.workspace_id = u.workspace_id AND i.user_id = u.id
          ) THEN interval '7 days'
          ELSE make_interval(hours => ${idleHours}::int) END`,
    );
    return found ?? null;
  }

  async touch({ workspaceId, id }: LiveSession): Promise<void> {
    await this.database
      .$executeRaw`UPDATE session SET last_seen_at = now() WHERE workspace_id = ${workspaceId} AND id = ${id}`;
  }

  /** The sessions of a person, the one used last first. */
  async ofUser(workspaceId: number, userId: number) {
    return this.database.session.findMany({
      where: { workspaceId, userId, expiresAt: { gt: new Date() } },
      omit: { tokenHash: true },
      orderBy: { lastSeenAt: 'desc' },
    });
  }

  /** Whether the person is, or lately was, signed in from this address. */
  async knowsAddress(workspaceId: number, userId: number, address: string): Promise<boolean> {
    return (await this.database.session.count({ where: { workspaceId, userId, address } })) > 0;
  }

  async end(hash: string): Promise<void> {
    await this.database.session.deleteMany({ where: { tokenHash: hash } });
  }

  /** @returns false where the person has no such session */
  async endOne(workspaceId: number, userId: number, id: number): Promise<boolean> {
    return (await this.database.session.deleteMany({ where: { workspaceId, userId, id } })).count > 0;
  }

  /** Signs out every browser of a person except one. */
  async endOthers(workspaceId: number, userId: number, keepId: number | null): Promise<void> {
    await this.database.session.deleteMany({ where: { workspaceId, userId, ...(keepId && { id: { not: keepId } }) } });
  }
}
