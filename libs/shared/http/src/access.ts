import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ROLE_PERMISSIONS, type Permission, type Role } from '@moodline/shared/contract';
import type { Request } from 'express';

export const PERMISSION_KEY = 'moodline:permission';
export const PUBLIC_KEY = 'moodline:public';

/** The permission that the caller of this route must hold. Every route carries this or {@link Public}. */
export const RequirePermission = (permission: Permission) => SetMetadata(PERMISSION_KEY, permission);

/** A route that answers without signing in. */
export const Public = () => SetMetadata(PUBLIC_KEY, true);

export const BEFORE_OWNER_KEY = 'moodline:before-owner';

/** A route that the command line of the machine may ask before anybody owns the installation. */
export const BeforeOwner = () => SetMetadata(BEFORE_OWNER_KEY, true);

/** Who asks. Set by the access guard on every request that is not public. */
export interface Actor {
  readonly workspaceId: number;
  readonly userId: number;
  readonly role: Role;
  /** A browser session, or a token of a script. */
  readonly by: 'session' | 'token' | 'key';
  /** Name of the key, where it is one. */
  readonly key?: string;
  /** What a key is for; without it, everything that the role includes. */
  readonly permissions?: readonly Permission[];
  /** The browser's session. */
  readonly session?: { readonly id: number; readonly byLink: boolean; readonly createdAt: Date };
  /** Whether it would still be let in, as the same: asked by answers that go on for long. */
  readonly stillThere?: () => Promise<boolean>;
}

/** Whether who asks may do something: by the role, and for a key by what it is for as well. */
export const holds = ({ role, permissions }: Pick<Actor, 'role' | 'permissions'>, permission: Permission): boolean =>
  ROLE_PERMISSIONS[role].includes(permission) && (permissions?.includes(permission) ?? true);

export type RequestWithActor = Request & { actor?: Actor };

/** `@CurrentActor() actor: Actor` in a handler. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new Error('The route is public: it has no actor');
  return actor;
});
