import { AsyncResource } from 'node:async_hooks';
import {
  Inject,
  Injectable,
  Optional,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { Observable } from 'rxjs';
import type { RequestWithActor } from './access';

/** Runs work over the connections of the database that can only read; `end` is called when its answer is sent. */
export type ReadScope = <T>(workspaceId: number, work: () => T) => { result: T; end: () => void };

/** Token of the {@link ReadScope}, which the module of the database provides. */
export const READ_SCOPE = 'ReadScope';

@Injectable()
class ReadsOnlyInterceptor implements NestInterceptor {
  constructor(@Optional() @Inject(READ_SCOPE) private readonly scope?: ReadScope) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const { actor } = http.getRequest<RequestWithActor>();
    const { scope } = this;
    if (!actor || !scope) return next.handle();
    return new Observable((subscriber) => {
      // What comes after the handler, such as the audit trail, is not its reading.
      const outside = AsyncResource.bind((tell: () => void) => tell());
      const told = {
        next: (value: unknown) => outside(() => subscriber.next(value)),
        error: (error: unknown) => outside(() => subscriber.error(error)),
        complete: () => outside(() => subscriber.complete()),
      };
      const { result, end } = scope(actor.workspaceId, () => next.handle().subscribe(told));
      http.getResponse<Response>().once('close', end);
      return () => result.unsubscribe();
    });
  }
}

/** A route that reaches the database by a role that can only read, and neither keys nor sign-ins: answers to questions, exports. */
export const ReadsOnly = () => UseInterceptors(ReadsOnlyInterceptor);
