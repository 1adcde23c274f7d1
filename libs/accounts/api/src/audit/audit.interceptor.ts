import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { RequestWithActor } from '@moodline/shared/http';
import { from, mergeMap, type Observable } from 'rxjs';
import { visitorOf } from '../visitor';
import { auditDetails } from './audit-details';
import { AuditTrail, type Deed } from './audit-trail';

const ACTIONS: Readonly<Record<string, Deed['action']>> = {
  POST: 'add',
  PUT: 'change',
  PATCH: 'change',
  DELETE: 'remove',
};
/** Requests that change nothing although they are sent with a body. */
const CHANGES_NOTHING = /(?:^chat|\/(?:preview|check|look|try|test|run|draft|ask))$/;
/** What takes data out. */
const EXPORT = /(?:^|\/)export$/;

/** Writes every change and every export down, before it is answered. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly trail: AuditTrail) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const { actor } = request;
    const deed = deedOf(request);
    if (!actor || !deed) return next.handle();
    const visitor = visitorOf(request);
    // What is taken out is written down first: a download may be broken off, and was one all the same.
    if (deed.action === 'export') return from(this.trail.add(actor, visitor, deed)).pipe(mergeMap(() => next.handle()));
    return next.handle().pipe(
      mergeMap(async (answer) => {
        await this.trail.add(actor, visitor, deed);
        return answer;
      }),
    );
  }
}

/** What a request does; null where it only reads. */
export function deedOf({ method, path, body }: Pick<RequestWithActor, 'method' | 'path' | 'body'>): Deed | null {
  const object = path.replace(/^\/api\//, '');
  if (method === 'DELETE' && object === 'session') return { action: 'sign-out', object, details: {} };
  // A backup is sent for with its passphrase, so it is no GET.
  if (EXPORT.test(object) && ['GET', 'POST'].includes(method)) return { action: 'export', object, details: {} };
  const action = ACTIONS[method];
  if (!action || CHANGES_NOTHING.test(object)) return null;
  return { action, object, details: auditDetails(body) };
}
