import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LabelledSet } from '@moodline/sentiment/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { SentimentClient } from '../sentiment.client';

/** Removes a labelled set once its name was typed: its texts go for good. Closes with true. */
@Component({
  selector: 'ml-remove-set-dialog',
  imports: [TranslocoPipe],
  template: `
    <form class="body" (submit)="$event.preventDefault(); remove()">
      <h2 id="dialog-title">{{ 'sentiment.quality.sets.removal.title' | transloco: { name: set.name } }}</h2>
      <p>{{ 'sentiment.quality.sets.removal.text' | transloco: { n: locale.formats().number(set.rows) } }}</p>
      <div class="field">
        <label for="typed-name">{{ 'sentiment.quality.sets.removal.type' | transloco: { name: set.name } }}</label>
        <input
          #input
          id="typed-name"
          class="input"
          autocomplete="off"
          spellcheck="false"
          (input)="typed.set(input.value)"
        />
      </div>
      @if (problem(); as words) {
        <p class="problem" role="alert">{{ words }}</p>
      }
      <div class="actions">
        <button class="button button-quiet" type="button" (click)="dialog.close()">
          {{ 'sentiment.quality.sets.cancel' | transloco }}
        </button>
        <button class="button button-danger" type="submit" [disabled]="!confirmed() || busy()">
          {{ 'sentiment.quality.sets.removal.action' | transloco }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './dialog.css',
})
export class RemoveSetDialog {
  private readonly client = inject(SentimentClient);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly locale = inject(LocaleStore);
  protected readonly set = inject<LabelledSet>(DIALOG_DATA);

  protected readonly typed = signal('');
  protected readonly confirmed = computed(() => this.typed().trim() === this.set.name.trim());
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async remove(): Promise<void> {
    if (!this.confirmed() || this.busy()) return;
    this.busy.set(true);
    try {
      await firstValueFrom(this.client.removeSet(this.set.id));
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
