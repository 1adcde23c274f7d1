import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { ROLE_PERMISSIONS, type Permission } from '@moodline/shared/contract';
import { BEFORE_OWNER_KEY, PERMISSION_KEY, PUBLIC_KEY, type Actor, type RequestWithActor } from '@moodline/shared/http';
import { ForbiddenError, ForeignOriginError, OwnerMissingError, SignInNeededError } from './accounts.errors';
import { AccountsRepository } from './accounts.repository';
import { tokenHash } from './secret-token';
import { SessionCookie } from './session-cookie';
import { SessionRepository } from './session.repository';
import { TokenRepository } from './token.repository';

/** Stands in front of every route: nothing but public routes answers before an owner exists, and then only to who may. */
@Injectable()
export class AccessGuard implements CanActivate {
  private ownerExists = false;

  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly cookie: SessionCookie,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_KEY, targets)) {
      this.refuseForeignOrigin(request);
      return true;
    }
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION_KEY, targets);
    if (!permission)
      throw new Error(
        `The route ${request.method} ${request.path} declares neither a permission nor that it is public`,
      );
    this.ownerExists ||= (await this.accounts.owner()) !== null;
    const beforeOwner = this.reflector.getAllAndOverride<boolean>(BEFORE_OWNER_KEY, targets);
    if (!this.ownerExists && !beforeOwner) throw new OwnerMissingError();
    const actor = await this.identify(request);
    if (!actor) throw this.ownerExists ? new SignInNeededError() : new OwnerMissingError();
    if (!ROLE_PERMISSIONS[actor.role].includes(permission)) throw new ForbiddenError(permission);
    request.actor = actor;
    return true;
  }

  private async identify(request: RequestWithActor): Promise<Actor | null> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.byToken(bearer);
    const token = this.cookie.read(request);
    if (!token) return null;
    const hash = tokenHash(token);
    const session = await this.sessions.live(hash, this.settings.SESSION_IDLE_HOURS);
    if (!session) return null;
    this.refuseForeignOrigin(request);
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
    if (!owner && this.ownerExists) return null;
    const stillThere = async () => (await this.tokens.apiTokenWorkspace(hash)) !== null;
    return { workspaceId, userId: owner?.id ?? 0, role: 'owner', by: 'token', stillThere };
  }

  /** A cookie travels with requests that other sites cause; those that change something must come from our own pages. */
  private refuseForeignOrigin(request: RequestWithActor): void {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const { origin, host } = request.headers;
    const own =
      !origin || origin === this.settings.publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
    if (!own || request.headers['sec-fetch-site'] === 'cross-site') throw new ForeignOriginError();
  }
}
