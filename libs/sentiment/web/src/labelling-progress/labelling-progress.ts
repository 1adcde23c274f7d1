import { CdkTrapFocus } from '@angular/cdk/a11y';
import { OverlayModule } from '@angular/cdk/overlay';
import { Component, computed, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { labellingProgressSchema } from '@moodline/sentiment/contract';
import { keptAnswer, LocaleStore, NO_QUESTION, ServerEvents } from '@moodline/shared/ui';
import { SentimentClient } from '../sentiment.client';
import { labellingOutlook } from './labelling-outlook';

/** How far labelling is, as a chip that opens the numbers behind it and what to do when the model fails. */
@Component({
  selector: 'ml-labelling-progress',
  imports: [CdkTrapFocus, OverlayModule, RouterLink, TranslocoPipe],
  templateUrl: './labelling-progress.html',
  styleUrl: './labelling-progress.css',
})
export class LabellingProgressChip {
  private readonly client = inject(SentimentClient);
  private readonly news = inject(ServerEvents).latest('labelling', labellingProgressSchema);
  protected readonly formats = inject(LocaleStore).formats;

  // The events tell changes only; the state before the first change is asked for.
  private readonly atStart = keptAnswer(NO_QUESTION, () => this.client.labelling());
  protected readonly status = computed(() => this.news() ?? this.atStart.value() ?? null);
  protected readonly outlook = computed(() => {
    const status = this.status();
    if (!status) return null;
    const outlook = labellingOutlook(status);
    // Nothing to label and nothing wrong: nothing to say.
    const nothing = status.pending + status.labelled + status.unscored === 0;
    return nothing && outlook.state === 'ready' ? null : outlook;
  });
  /** Steps of a tenth: a screen reader hears of progress now and then, not each second. */
  protected readonly announcedShare = computed(() => Math.floor((this.outlook()?.share ?? 0) * 10) / 10);
  protected readonly open = signal(false);

  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');

  constructor() {
    effect(() => this.panel()?.nativeElement.focus());
  }

  /** The button closes by itself; closing here as well would open the panel again. */
  protected closeOnClick(event: MouseEvent, button: HTMLElement): void {
    if (!button.contains(event.target as Node)) this.open.set(false);
  }

  protected closeOnEscape(event: KeyboardEvent, button: HTMLElement): void {
    if (event.key !== 'Escape') return;
    this.open.set(false);
    button.focus();
  }
}
