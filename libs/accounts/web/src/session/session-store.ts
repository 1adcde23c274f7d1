import { HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Session, SignIn, UpdateAccount, UpdateWorkspace } from '@moodline/accounts/contract';
import { problemSchema, type Permission } from '@moodline/shared/contract';
import { HeldPermissions, LocaleStore, OwnAddress, ServerEvents } from '@moodline/shared/ui/start';
import { firstValueFrom, type Observable } from 'rxjs';
import { AccountsClient, type DemoLoss } from '../accounts.client';

/** `unknown` before the server was asked; `unreachable` when it did not answer as it should. */
export type SessionStatus = 'unknown' | 'signed-in' | 'signed-out' | 'owner-missing' | 'unreachable';

/** Who is signed in, and the workspace they see. The other domains read {@link HeldPermissions}, {@link OwnAddress} and {@link LocaleStore}. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly client = inject(AccountsClient);
  private readonly permissions = inject(HeldPermissions);
  private readonly address = inject(OwnAddress);
  private readonly locale = inject(LocaleStore);
  private readonly events = inject(ServerEvents);
  private readonly current = signal<Session | null>(null);
  private readonly state = signal<SessionStatus>('unknown');

  readonly session = this.current.asReadonly();
  readonly status = this.state.asReadonly();
  readonly workspace = computed(() => this.current()?.workspace ?? null);

  /** Whether the signed-in person holds the permission. */
  can(permission: Permission): boolean {
    return this.permissions.has(permission);
  }

  /** Asks the server who is signed in. Never rejects: what came of it is in {@link status}. */
  async load(): Promise<void> {
    try {
      this.enter(await firstValueFrom(this.client.session()));
    } catch (error) {
      this.leave(statusOf(error));
    }
  }

  /** Rejects with the server's problem when e-mail and password do not fit. */
  async signIn(signIn: SignIn): Promise<void> {
    await firstValueFrom(this.client.signIn(signIn));
    await this.load();
  }

  /** Redeems a link that works once, whichever it is. Rejects with the server's problem. */
  async enterBy(redeeming: Observable<unknown>): Promise<void> {
    await firstValueFrom(redeeming);
    await this.load();
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.client.signOut());
    this.leave('signed-out');
  }

  /** The server said that the session ended. */
  expire(): void {
    this.leave('signed-out');
  }

  async updateAccount(account: UpdateAccount): Promise<void> {
    await firstValueFrom(this.client.updateAccount(account));
    await this.load();
  }

  async updateWorkspace(change: UpdateWorkspace): Promise<void> {
    const workspace = await firstValueFrom(this.client.updateWorkspace(change));
    const session = this.current();
    if (session) this.enter({ ...session, workspace });
  }

  /** @returns how many comments go with the demo, and how many of them hold the work of people */
  demoLoss(): Promise<DemoLoss> {
    return firstValueFrom(this.client.demoLoss());
  }

  async restoreDemo(): Promise<void> {
    await firstValueFrom(this.client.restoreDemo());
    await this.load();
  }

  async removeDemo(): Promise<void> {
    await firstValueFrom(this.client.removeDemo());
    await this.load();
  }

  private enter(session: Session): void {
    this.current.set(session);
    this.locale.setTimeZone(session.workspace.timeZone);
    if (session.user.language) this.locale.preferLanguage(session.user.language);
    this.permissions.set(session.permissions);
    this.address.set(session.user.email);
    this.state.set('signed-in');
    this.events.connect();
  }

  private leave(status: SessionStatus): void {
    this.events.disconnect();
    this.current.set(null);
    this.permissions.set([]);
    this.address.set(null);
    this.state.set(status);
  }
}

function statusOf(error: unknown): SessionStatus {
  if (!(error instanceof HttpErrorResponse)) return 'unreachable';
  if (problemSchema.safeParse(error.error).data?.code === 'owner-missing') return 'owner-missing';
  return error.status === 401 ? 'signed-out' : 'unreachable';
}
