import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { ROLE_PERMISSIONS, type Permission, type Role } from '@moodline/shared/contract';
import { PERMISSION_KEY, PUBLIC_KEY, type Actor, type RequestWithActor } from '@moodline/shared/http';
import { ForbiddenError, ForeignOriginError, OwnerMissingError, SignInNeededError } from './accounts.errors';
import { AccountsRepository } from './accounts.repository';
import { tokenHash } from './secret-token';
import { SessionCookie } from './session-cookie';

/** Stands in front of every route: nothing but public routes answers before an owner exists, and then only to who may. */
@Injectable()
export class AccessGuard implements CanActivate {
  private ownerExists = false;

  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountsRepository,
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
    if (!this.ownerExists) throw new OwnerMissingError();
    const actor = await this.identify(request);
    if (!actor) throw new SignInNeededError();
    if (!ROLE_PERMISSIONS[actor.role].includes(permission)) throw new ForbiddenError(permission);
    request.actor = actor;
    return true;
  }

  private async identify(request: RequestWithActor): Promise<Actor | null> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.byToken(bearer);
    const token = this.cookie.read(request);
    const session = token ? await this.accounts.session(tokenHash(token)) : null;
    if (!session) return null;
    this.refuseForeignOrigin(request);
    const user = await this.accounts.user(session.workspaceId, session.userId);
    return user ? { workspaceId: user.workspaceId, userId: user.id, role: user.role as Role, by: 'session' } : null;
  }

  private async byToken(token: string): Promise<Actor | null> {
    const workspaceId = await this.accounts.apiTokenWorkspace(tokenHash(token));
    const owner = workspaceId === null ? null : await this.accounts.owner(workspaceId);
    return owner ? { workspaceId: owner.workspaceId, userId: owner.id, role: owner.role as Role, by: 'token' } : null;
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
