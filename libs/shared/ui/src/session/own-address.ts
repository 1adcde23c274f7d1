import { Injectable, signal } from '@angular/core';

/**
 * The e-mail address of who is signed in, for whatever is offered to be sent there: null until they told one.
 * The accounts domain fills it with the session; everyone else only reads, so that nobody asks for the session again.
 */
@Injectable({ providedIn: 'root' })
export class OwnAddress {
  private readonly known = signal<string | null>(null);

  readonly email = this.known.asReadonly();

  set(email: string | null): void {
    this.known.set(email);
  }
}
