import { Component, computed, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Channel, ChannelTest, Delivery } from '@moodline/notify/contract';
import { describeProblem, HeldPermissions, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom, type Observable, timer } from 'rxjs';
import { ChannelForm } from '../channel-form/channel-form';
import { ChannelsClient } from '../channels.client';

/** What waits is sent within seconds: the log is asked for again at this pace (ms). */
const LOOK_EVERY = 5_000;

/** Ways to tell people, a test for each, and the log of what was told. */
@Component({
  selector: 'ml-channels-page',
  imports: [ChannelForm, RouterLink, TranslocoPipe],
  templateUrl: './channels-page.html',
  styleUrl: './channels-page.css',
})
export class ChannelsPage {
  private readonly client = inject(ChannelsClient);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  /** Of the address: the page that sent people here for a channel, the overview or a report. */
  readonly back = input<string>();
  protected readonly backPath = computed(() => (/^\/(?:reports\/\d+)?$/.test(this.back() ?? '') ? this.back() : null));

  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.list());
  private readonly logAnswer = keptAnswer(NO_QUESTION, () => this.client.deliveries(), {
    on: timer(LOOK_EVERY, LOOK_EVERY),
    every: LOOK_EVERY,
  });
  protected readonly channels = this.answer.value;
  protected readonly log = computed(() => this.logAnswer.value()?.items);
  protected readonly editable = computed(() => this.permissions.has('channels.write'));
  protected readonly problem = computed(() => this.words(this.answer.failure()));
  protected readonly logProblem = computed(() => this.words(this.logAnswer.failure()));
  /** The channel in the form; `new` for one that is added. */
  protected readonly edited = signal<Channel | 'new' | null>(null);
  protected readonly testing = signal<number | null>(null);
  protected readonly tests = signal<Readonly<Record<number, ChannelTest>>>({});
  protected readonly removing = signal<number | null>(null);

  protected reload(): void {
    this.answer.reload();
    this.logAnswer.reload();
  }

  protected closed(): void {
    this.edited.set(null);
    this.reload();
  }

  protected async test({ id }: Channel): Promise<void> {
    this.testing.set(id);
    try {
      const result = await firstValueFrom(this.client.test(id, this.locale.language()));
      this.tests.update((tests) => ({ ...tests, [id]: result }));
    } catch (error) {
      this.toast(this.words(error));
    } finally {
      this.testing.set(null);
    }
  }

  /** What a failed test or delivery says: in the reader's language what kind of fault it is, then the words of the service. */
  protected fault({ code, message }: { readonly code: string | null; readonly message: string | null }): string {
    const key = `notify.code.${code}`;
    const known = this.locale.translate(key);
    return known === key ? (message ?? '') : known;
  }

  protected pause(channel: Channel): Promise<void> {
    return this.tell(this.client.update(channel.id, { paused: !channel.paused }));
  }

  /** The first click asks, the second one removes. */
  protected async remove({ id }: Channel): Promise<void> {
    if (this.removing() !== id) return this.removing.set(id);
    this.removing.set(null);
    await this.tell(this.client.remove(id));
  }

  protected again({ id }: Delivery): Promise<void> {
    return this.tell(this.client.again(id));
  }

  private async tell(call: Observable<unknown>): Promise<void> {
    try {
      await firstValueFrom(call, { defaultValue: null });
      this.reload();
    } catch (error) {
      this.toast(this.words(error));
    }
  }

  private words(error: unknown): string {
    return error === undefined ? '' : describeProblem(error, this.locale).message;
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 6_000 });
  }
}
