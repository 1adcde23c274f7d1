import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener } from '@moodline/comments/web';
import {
  OUTCOMES,
  type LabelOutcome,
  type MoodChange,
  type Relabelling,
  type RelabellingPreview,
} from '@moodline/sentiment/contract';
import { Icon, LocaleStore } from '@moodline/shared/ui';

/** Samples that are written out; all of them open in the drawer. */
const WRITTEN_OUT = 6;

/** What a switch to new labels changes: how many comments, the mood, from which label to which, by source, and some of the comments. */
@Component({
  selector: 'ml-relabelling-preview',
  imports: [Icon, TranslocoPipe],
  templateUrl: './relabelling-preview.html',
  styleUrl: './relabelling-preview.css',
})
export class RelabellingPreviewView {
  protected readonly locale = inject(LocaleStore);
  private readonly drawer = inject(CommentDrawerOpener);

  readonly preview = input.required<RelabellingPreview>();
  readonly state = input.required<Relabelling['state']>();

  protected readonly total = computed(() => this.preview().outcome.total);
  protected readonly past = computed(() => this.state() === 'switching' || this.state() === 'switched');
  protected readonly title = computed(() => {
    if (this.past()) return this.locale.translate('relabelling.preview.titleDone');
    return this.state() === 'ready'
      ? this.locale.translate('relabelling.preview.title')
      : this.locale.translate('relabelling.preview.titleSoFar', { n: this.locale.formats().number(this.total().n) });
  });
  /** Labels that occur: a column of zeros says nothing. */
  protected readonly labels = computed(() =>
    OUTCOMES.filter(
      (label) =>
        label !== 'unscored' || this.preview().outcome.moves.some(({ from, to }) => from === label || to === label),
    ),
  );
  protected readonly samples = computed(() => this.preview().samples.slice(0, WRITTEN_OUT));

  protected count(from: LabelOutcome, to: LabelOutcome): number {
    return this.preview().outcome.moves.find((move) => move.from === from && move.to === to)?.n ?? 0;
  }

  protected net(value: MoodChange['netBefore']): string {
    return value === null ? '–' : this.locale.formats().signed(Math.round(value));
  }

  protected open(): void {
    this.drawer.open(
      { ids: this.preview().samples.map(({ id }) => id) },
      this.locale.translate('relabelling.preview.openTitle'),
    );
  }
}
