import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import type { Actor } from '@moodline/shared/http';
import type { Request } from 'express';
import { AccountsRepository } from './accounts.repository';
import { ApiKeyRepository } from './api-key.repository';
import { KEY_PREFIX, tokenHash } from './secret-token';
import { SessionCookie } from './session-cookie';
import { SessionRepository } from './session.repository';
import { TokenRepository } from './token.repository';

/** Who asks: a browser by its cookie, the command line by its token, a program by its key. */
@Injectable()
export class Identification {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly keys: ApiKeyRepository,
    private readonly cookie: SessionCookie,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @returns null where nobody is signed in, or what was sent is over */
  async of(request: Request): Promise<Actor | null> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return bearer.startsWith(KEY_PREFIX) ? this.byKey(bearer) : this.byToken(bearer);
    const token = this.cookie.read(request);
    if (!token) return null;
    const hash = tokenHash(token);
    const session = await this.sessions.live(hash, this.settings.SESSION_IDLE_HOURS);
    if (!session) return null;
    if (session.stale) await this.sessions.touch(session);
    const { workspaceId, userId, role, id, byLink, createdAt } = session;
    const stillThere = async () =>
      (await this.sessions.live(hash, this.settings.SESSION_IDLE_HOURS))?.role === session.role;
    return { workspaceId, userId, role, by: 'session', session: { id, byLink, createdAt }, stillThere };
  }

  /** The command line of the machine acts as the owner; before there is one, it can do no more than print the link that makes one. */
  private async byToken(token: string): Promise<Actor | null> {
    const hash = tokenHash(token);
    const workspaceId = await this.tokens.apiTokenWorkspace(hash);
    if (workspaceId === null) return null;
    const owner = await this.accounts.owner(workspaceId);
    const stillThere = async () => (await this.tokens.apiTokenWorkspace(hash)) !== null;
    return { workspaceId, userId: owner?.id ?? 0, role: 'owner', by: 'token', stillThere };
  }

  /** A key for programs: for what it was made, and no more than whoever made it may. */
  private async byKey(bearer: string): Promise<Actor | null> {
    const hash = tokenHash(bearer);
    const live = await this.keys.live(hash);
    if (!live) return null;
    if (live.stale) await this.keys.touch(live);
    const { workspaceId, userId, role, permissions, name } = live;
    const stillThere = async () => (await this.keys.live(hash))?.role === role;
    return { workspaceId, userId, role, permissions, by: 'key', key: name, stillThere };
  }
}
