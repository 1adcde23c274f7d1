import { Injectable, signal } from '@angular/core';
import type { Permission } from '@moodline/shared/contract';

/**
 * What the signed-in person may do, for every page that hides what would be refused; the server decides.
 * The accounts domain fills it after sign-in; everyone else only reads.
 */
@Injectable({ providedIn: 'root' })
export class HeldPermissions {
  private readonly held = signal<readonly Permission[]>([]);

  set(permissions: readonly Permission[]): void {
    this.held.set(permissions);
  }

  /** Reads a signal: a template or a computed that asks follows the session. */
  has(permission: Permission): boolean {
    return this.held().includes(permission);
  }
}
