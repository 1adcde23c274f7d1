import { Injectable } from '@nestjs/common';
import type { StoredUser } from './accounts.repository';
import { AuditTrail } from './audit/audit-trail';
import { newToken, tokenHash } from './secret-token';
import { SESSION_DAYS } from './session-cookie';
import { SessionRepository, type Visitor } from './session.repository';

/** Opens and ends sessions, and writes down who came in by what. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @param way by which the person came in @returns the token of a new session */
  async open(user: StoredUser, visitor: Visitor, way: string): Promise<string> {
    const token = newToken();
    const { workspaceId, id: userId } = user;
    const byLink = way === 'link';
    const session = { ...visitor, ...{ workspaceId, userId, byLink }, hash: tokenHash(token), days: SESSION_DAYS };
    await this.sessions.create(session);
    await this.trail.signedIn(user, visitor, way);
    return token;
  }

  async end(token: string): Promise<void> {
    await this.sessions.end(tokenHash(token));
  }
}
