import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { SessionStore } from './session-store';

/** Takes people to the sign-in page when their session ended while they worked. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  // The requests to /api/session itself ask who is there; their 401 is an answer and no surprise.
  if (request.url === '/api/session') return next(request);
  const store = inject(SessionStore);
  const router = inject(Router);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (error instanceof HttpErrorResponse && error.status === 401 && store.status() === 'signed-in') {
        store.expire();
        void router.navigate(['/sign-in'], { queryParams: { next: router.url } });
      }
      return throwError(() => error);
    }),
  );
};
