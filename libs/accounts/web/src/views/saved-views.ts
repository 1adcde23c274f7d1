import { computed, inject, Injectable, signal } from '@angular/core';
import type { SavedView, SaveView } from '@moodline/accounts/contract';
import { keptAnswer } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session-store';
import { ViewsClient } from './views.client';

/** The saved views that the person sees, and with which one the dashboard opens for them. */
@Injectable({ providedIn: 'root' })
export class SavedViews {
  private readonly client = inject(ViewsClient);
  private readonly session = inject(SessionStore);
  /** Another person sees others. */
  private readonly person = computed(() => {
    const user = this.session.session()?.user;
    return user && { id: user.id };
  });
  private readonly answer = keptAnswer(this.person, () => this.client.list());
  private readonly chosen = signal<number | null | undefined>(undefined);

  /** One's own first; empty until they are there, and where they could not be loaded. */
  readonly all = computed<readonly SavedView[]>(() => (this.person() ? (this.answer.value() ?? []) : []));
  /** Whether they are there. */
  readonly loaded = computed(() => this.answer.value() !== undefined);
  readonly failure = this.answer.failure;
  /** The view with which the dashboard opens; null for the overview. */
  readonly start = computed<number | null>(() => {
    const chosen = this.chosen();
    return chosen === undefined ? (this.session.session()?.user.start?.view ?? null) : chosen;
  });

  /** Asks again, as after a failure. */
  reload(): void {
    this.answer.reload();
  }

  /** Saves a page, or changes one that is saved; `isStart` makes it the start page, or takes that back. */
  async save(view: SaveView, isStart: boolean): Promise<void> {
    await this.setStart(await firstValueFrom(this.client.save(view)), isStart);
    this.answer.reload();
  }

  /** Of somebody else's only whether it is the start page is changed. */
  async change(
    { id, own, shared }: SavedView,
    changed: { readonly shared: boolean; readonly isStart: boolean },
  ): Promise<void> {
    if (own && changed.shared !== shared)
      await firstValueFrom(this.client.share(id, changed.shared), { defaultValue: null });
    await this.setStart(id, changed.isStart);
    this.answer.reload();
  }

  async remove(id: number): Promise<void> {
    await firstValueFrom(this.client.remove(id), { defaultValue: null });
    if (this.start() === id) this.chosen.set(null);
    this.answer.reload();
  }

  private async setStart(id: number, isStart: boolean): Promise<void> {
    if ((this.start() === id) === isStart) return;
    const view = isStart ? id : null;
    await firstValueFrom(this.client.setStart(view), { defaultValue: null });
    this.chosen.set(view);
  }
}
