import { Location } from '@angular/common';
import { inject } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { problemSchema } from '@moodline/shared/contract';
import { HttpErrorResponse } from '@angular/common/http';

/** The token of a one-time link, which stands behind the #. It goes from the address bar, so that it is in no history. */
export function takeLinkToken(): string {
  const token = inject(ActivatedRoute).snapshot.fragment ?? '';
  const location = inject(Location);
  if (token) location.replaceState(location.path());
  return token;
}

/** Takes people to the page about ended links, where that is what the server said. @returns whether it was */
export function leaveIfEnded(error: unknown, router: Router): boolean {
  const ended = error instanceof HttpErrorResponse && problemSchema.safeParse(error.error).data?.code === 'link-ended';
  if (ended) void router.navigateByUrl('/link-expired');
  return ended;
}
