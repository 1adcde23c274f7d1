import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  ACCOUNT_KINDS,
  leavingOutStateSchema,
  KINDS_TO_LEAVE_OUT,
  LEFT_OUT_REASONS,
  type AccountKind,
  type KindToLeaveOut,
  type LeavingOut,
  type LeavingOutState,
} from '@moodline/comments/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';

/** Accounts and texts that are left out of the mood: one's own, staff, bots, official replies, raffles. */
@Component({
  selector: 'ml-leaving-out-settings',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './leaving-out-settings.html',
  styleUrl: './leaving-out-settings.css',
})
export class LeavingOutSettings {
  private readonly http = inject(HttpClient);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);

  protected readonly kinds = ACCOUNT_KINDS;
  protected readonly kindsToLeaveOut = KINDS_TO_LEAVE_OUT;
  protected readonly state = signal<LeavingOutState | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly mayChange = computed(() => this.permissions.has('workspace.write'));
  protected readonly counts = computed(() =>
    LEFT_OUT_REASONS.flatMap((reason) => {
      const count = this.state()?.comments[reason];
      return count ? [{ reason, count: this.locale.formats().number(count) }] : [];
    }),
  );

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.ask(() => this.http.get('/api/left-out'));
  }

  /** Several names at once, with commas between them. */
  protected async add(names: string, kind: AccountKind): Promise<boolean> {
    const added = names
      .split(/[,，、\n]/u)
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => ({ name, kind }));
    const state = this.state();
    return added.length > 0 && state !== null && this.save({ ...state, accounts: [...state.accounts, ...added] });
  }

  protected remove(index: number): Promise<boolean> {
    const accounts = this.state()?.accounts.filter((_, place) => place !== index) ?? [];
    return this.change({ accounts });
  }

  protected async change(part: Partial<LeavingOut>): Promise<boolean> {
    const state = this.state();
    return state !== null && this.save({ ...state, ...part });
  }

  protected leaveOutKind(kind: KindToLeaveOut, leaveOut: boolean): Promise<boolean> {
    const others = this.state()?.kinds.filter((other) => other !== kind) ?? [];
    return this.change({ kinds: leaveOut ? [...others, kind] : others });
  }

  private save({ accounts, officialReplies, raffles, kinds }: LeavingOut): Promise<boolean> {
    return this.ask(() => this.http.put('/api/left-out', { accounts, officialReplies, raffles, kinds }));
  }

  private async ask(request: () => ReturnType<HttpClient['get']>): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.state.set(leavingOutStateSchema.parse(await firstValueFrom(request())));
      return true;
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
