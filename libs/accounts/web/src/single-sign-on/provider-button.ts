import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { SingleSignOnClient } from './single-sign-on.client';

/** The way in by an identity provider, where there is one: shows nothing otherwise. */
@Component({
  selector: 'ml-provider-button',
  imports: [TranslocoPipe],
  templateUrl: './provider-button.html',
  styleUrl: './provider-button.css',
})
export class ProviderButton {
  private readonly client = inject(SingleSignOnClient);
  private readonly locale = inject(LocaleStore);
  private readonly document = inject(DOCUMENT);

  /** Where to go afterwards. */
  readonly next = input<string>('/');
  /** Token of an invitation that is accepted by it. */
  readonly invitation = input<string>();

  private readonly offer = keptAnswer(NO_QUESTION, () => this.client.offer());
  protected readonly name = computed(() => this.offer.value()?.name ?? null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async begin(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const wanted = { next: this.next(), invitation: this.invitation() };
      const { url } = await firstValueFrom(this.client.begin(wanted));
      this.document.location.assign(url);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
      this.busy.set(false);
    }
  }
}
