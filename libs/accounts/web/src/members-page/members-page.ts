import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Invitation, Invite, Member } from '@moodline/accounts/contract';
import { ROLES, type Role } from '@moodline/shared/contract';
import { UI_LANGUAGE_NAMES, UI_LANGUAGES } from '@moodline/shared/i18n';
import { describeProblem, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { LinkNotice } from '../link-notice/link-notice';
import { SessionStore } from '../session/session-store';
import { MembersClient } from './members.client';

/** A link that was just made. */
interface FreshLink {
  readonly url: string;
  readonly words: string;
}

/** Who may come in, as whom: invitations, roles, new passwords, removal. */
@Component({
  selector: 'ml-members-page',
  imports: [LinkNotice, RouterLink, TranslocoPipe],
  templateUrl: './members-page.html',
  styleUrl: './members-page.css',
})
export class MembersPage {
  private readonly client = inject(MembersClient);
  private readonly store = inject(SessionStore);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);

  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.list());
  private readonly invited = keptAnswer(NO_QUESTION, () => this.client.invitations());
  protected readonly members = this.answer.value;
  protected readonly invitations = this.invited.value;
  protected readonly problem = computed(() => this.words(this.answer.failure() ?? this.invited.failure()));
  protected readonly roles = ROLES;
  protected readonly languages = UI_LANGUAGES;
  protected readonly languageNames = UI_LANGUAGE_NAMES;
  protected readonly invite = signal<Invite>({ role: 'viewer', language: this.locale.language() });
  protected readonly busy = signal(false);
  /** The link of a new invitation. */
  protected readonly invitationLink = signal<FreshLink | null>(null);
  /** Links for new passwords, by member. */
  protected readonly passwordLinks = signal<Readonly<Record<number, FreshLink>>>({});
  protected readonly removing = signal<number | null>(null);
  /** Whose account at the identity provider is about to be taken away. */
  protected readonly disconnecting = signal<number | null>(null);
  /** Whose second step is about to be turned off. */
  protected readonly resetting = signal<number | null>(null);

  protected isSelf({ id }: Member): boolean {
    return this.store.session()?.user.id === id;
  }

  protected reload(): void {
    this.answer.reload();
    this.invited.reload();
  }

  protected async makeInvitation(): Promise<void> {
    await this.tell(async () => {
      const { url, expiresAt } = await firstValueFrom(this.client.invite(this.invite()));
      const until = this.locale.formats().moment(expiresAt);
      this.invitationLink.set({ url, words: this.locale.translate('accounts.members.link', { until }) });
    });
  }

  protected endInvitation({ id }: Invitation): Promise<void> {
    this.invitationLink.set(null);
    return this.tell(() => done(this.client.endInvitation(id)));
  }

  protected changeRole({ id }: Member, role: Role): Promise<void> {
    return this.tell(() => done(this.client.changeRole(id, role)));
  }

  protected async passwordLink({ id, name }: Member): Promise<void> {
    await this.tell(async () => {
      const { url, expiresAt } = await firstValueFrom(this.client.passwordLink(id));
      const until = this.locale.formats().moment(expiresAt);
      const words = this.locale.translate('accounts.members.passwordLink', { name, until });
      this.passwordLinks.update((links) => ({ ...links, [id]: { url, words } }));
    });
  }

  /** The first click asks, the second one turns it off. */
  protected async resetSecondFactor({ id }: Member): Promise<void> {
    if (this.resetting() !== id) return this.resetting.set(id);
    this.resetting.set(null);
    await this.tell(() => done(this.client.resetSecondFactor(id)));
  }

  /** The first click asks, the second one takes their account at the identity provider away. */
  protected async disconnect({ id }: Member): Promise<void> {
    if (this.disconnecting() !== id) return this.disconnecting.set(id);
    this.disconnecting.set(null);
    await this.tell(() => done(this.client.disconnect(id)));
  }

  /** The first click asks, the second one removes. */
  protected async remove({ id }: Member): Promise<void> {
    if (this.removing() !== id) return this.removing.set(id);
    this.removing.set(null);
    await this.tell(() => done(this.client.remove(id)));
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      this.toasts.open(this.words(error), undefined, { duration: 6_000 });
    } finally {
      this.busy.set(false);
      this.reload();
    }
  }

  private words(error: unknown): string {
    return error === undefined ? '' : describeProblem(error, this.locale).message;
  }
}

const done = async (call: Observable<unknown>): Promise<void> => {
  await firstValueFrom(call, { defaultValue: null });
};
