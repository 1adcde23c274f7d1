import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import type { Permission } from '@moodline/shared/contract';
import { BEFORE_OWNER_KEY, holds, PERMISSION_KEY, PUBLIC_KEY, type RequestWithActor } from '@moodline/shared/http';
import { ForbiddenError, ForeignOriginError, OwnerMissingError, SignInNeededError } from './accounts.errors';
import { AccountsRepository } from './accounts.repository';
import { AuditTrail } from './audit/audit-trail';
import { Identification } from './identification';
import { visitorOf } from './visitor';

/** Stands in front of every route: nothing but public routes answers before an owner exists, and then only to who may. */
@Injectable()
export class AccessGuard implements CanActivate {
  private ownerExists = false;

  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountsRepository,
    private readonly identification: Identification,
    private readonly trail: AuditTrail,
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
    const actor = await this.identification.of(request);
    if (actor?.by === 'session') this.refuseForeignOrigin(request);
    if (!actor) throw this.ownerExists ? new SignInNeededError() : new OwnerMissingError();
    if (!holds(actor, permission)) {
      await this.trail.add(actor, visitorOf(request), {
        action: 'refused',
        object: request.path,
        details: { permission },
      });
      throw new ForbiddenError(permission);
    }
    request.actor = actor;
    return true;
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
