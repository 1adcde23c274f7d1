import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener, type CommentSelection } from '@moodline/comments/web';
import { MINIMUM_COMMENTS } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { describeProblem, LocaleStore, ServerEvents } from '@moodline/shared/ui';
import { skip, throttleTime } from 'rxjs';
import { noteOf, summarySections } from './summary-parts';
import { SummaryStore } from './summary-store';
import { ThemeMovers } from './theme-movers';

/** Labels may make news each second; a summary reads many comments (ms). */
const REWRITE_EVERY = 60_000;

/** The note of the day: when the mood turned and what is behind it, in a few sentences that open the comments they rest on. The rest is folded. */
@Component({
  selector: 'ml-summary-card',
  imports: [NgTemplateOutlet, ThemeMovers, TranslocoPipe],
  providers: [SummaryStore],
  templateUrl: './summary-card.html',
  styleUrl: './summary-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SummaryCard {
  private readonly store = inject(SummaryStore);
  private readonly drawer = inject(CommentDrawerOpener);
  private readonly locale = inject(LocaleStore);
  private readonly news = inject(ServerEvents);

  readonly filter = input.required<CommentFilter>();
  /** How many labelled comments match, where the page counts them anyway (null until it did); left out, the card asks while one waits. */
  readonly comments = input<number | null>();

  protected readonly minimum = MINIMUM_COMMENTS;
  protected readonly formats = this.locale.formats;
  protected readonly state = this.store.state;
  /** How many comments are being read; null while nobody knows. */
  protected readonly reading = computed(() => {
    const state = this.state();
    return this.comments() ?? (state.kind === 'writing' ? state.comments : null);
  });
  protected readonly summary = computed(() => {
    const state = this.state();
    return state.kind === 'written' ? state.summary : null;
  });
  protected readonly note = computed(() => noteOf(summarySections(this.summary() ?? { sentences: [], facts: [] })));
  protected readonly problem = computed(() => {
    const state = this.state();
    return state.kind === 'failed' ? describeProblem(state.error, this.locale).message : '';
  });
  // A new object with the same filter in it must not make the model write the same summary twice.
  private readonly filterText = computed(() => JSON.stringify(this.filter()));

  constructor() {
    effect(() => {
      this.filterText();
      const counted = untracked(this.comments) !== undefined;
      this.store.load({ filter: untracked(this.filter), locale: this.locale.language(), counted });
    });
    // What it tells should be what the numbers beside it say, also while labels come in.
    toObservable(this.news.version)
      .pipe(skip(1), throttleTime(REWRITE_EVERY, undefined, { leading: false, trailing: true }), takeUntilDestroyed())
      .subscribe(() => this.store.refresh());
    // While the first comments are being labelled the card would stay at "not enough" for good.
    effect(() => {
      if (this.news.version() > 0 && untracked(() => this.tooFew())) this.store.refresh();
    });
  }

  protected tooFew(): boolean {
    const summary = this.summary();
    return summary !== null && summary.n < MINIMUM_COMMENTS;
  }

  protected again(): void {
    this.store.again();
  }

  protected cancel(): void {
    this.store.cancel();
  }

  protected open(selection: CommentSelection, text: string): void {
    this.drawer.open(selection, text);
  }
}
