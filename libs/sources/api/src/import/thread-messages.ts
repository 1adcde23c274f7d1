import { DomainError } from '@moodline/shared/http';
import * as importErrors from './import.errors';
import type { ReadingOrder } from './row-reading';

/** What the thread that reads files is asked. One file is open at a time. */
export type Question =
  | { readonly ask: 'open'; readonly path: string; readonly order: ReadingOrder }
  | { readonly ask: 'next' }
  | { readonly ask: 'summary' }
  | { readonly ask: 'close' }
  | { readonly ask: 'look'; readonly head: Uint8Array };

export interface ToThread {
  readonly id: number;
  readonly question: Question;
}

export type FromThread =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: ErrorMessage };

/** An error on its way to another thread, which loses its class otherwise. */
export interface ErrorMessage {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** Code, status and details of a {@link DomainError}; null for any other error. */
  readonly domain: { readonly code: string; readonly status: number; readonly details?: unknown } | null;
}

export function errorMessage(error: unknown): ErrorMessage {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), domain: null };
  const { name, message, stack } = error;
  const domain =
    error instanceof DomainError ? { code: error.code, status: error.status, details: error.details } : null;
  return { name, message, stack, domain };
}

/** The error as it was thrown in the other thread. */
export function thrownError({ name, message, stack, domain }: ErrorMessage): Error {
  if (!domain) return Object.assign(new Error(message), { stack });
  const error = new DomainError(domain.code, message, domain.status, domain.details);
  const kind = Object.values(importErrors).find((known) => known.name === name);
  if (kind) Object.setPrototypeOf(error, kind.prototype as object);
  return Object.assign(error, { name, stack });
}
