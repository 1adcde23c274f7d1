import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { problemSchema } from '@moodline/shared/contract';
import { tap } from 'rxjs';
import { ConnectionStore } from './connection-store';

/** Notices when the API stops answering and when it answers again. An error that the API wrote is an answer. */
export const connectionInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(ConnectionStore);
  return next(request).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) connection.restore();
      },
      error: (error: unknown) => {
        if (isSilence(error)) connection.lose();
        else connection.restore();
      },
    }),
  );
};

/** No answer at all, or one of a proxy in front of a server that is gone. */
function isSilence(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse)) return false;
  return (
    error.status === 0 || ([502, 503, 504].includes(error.status) && !problemSchema.safeParse(error.error).success)
  );
}
