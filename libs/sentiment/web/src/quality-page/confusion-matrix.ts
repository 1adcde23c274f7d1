import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LABEL_SIGNS } from '@moodline/comments/web';
import { LABELS, type Label } from '@moodline/comments/contract';
import { LocaleStore } from '@moodline/shared/ui';

/** A cell of the matrix: what people said (row) and what the machine said (column). */
export interface ConfusionCell {
  readonly human: Label;
  readonly machine: Label;
}

/** Which labels are taken for which. A cell is the darker, the larger its share of what people said; where comments lie behind it, it opens them. */
@Component({
  selector: 'ml-confusion-matrix',
  imports: [TranslocoPipe],
  templateUrl: './confusion-matrix.html',
  styleUrl: './confusion-matrix.css',
})
export class ConfusionMatrix {
  private readonly locale = inject(LocaleStore);

  /** Counts in the order of `LABELS`: rows are right, columns are predicted. */
  readonly counts = input.required<readonly (readonly number[])[]>();
  /** Whether a click opens the comments behind a cell. */
  readonly opens = input(false);
  readonly picked = output<ConfusionCell>();

  protected readonly signs = LABEL_SIGNS;
  protected readonly labels = LABELS;
  protected readonly rows = computed(() =>
    LABELS.map((human, row) => {
      const counts = this.counts()[row] ?? [];
      const total = counts.reduce((sum, count) => sum + count, 0);
      const cells = LABELS.map((machine, column) => {
        const count = counts[column] ?? 0;
        const share = total ? count / total : 0;
        return {
          machine,
          count,
          right: row === column,
          words: this.locale.formats().number(count),
          share: total ? this.locale.formats().percent(share) : '–',
          strength: Math.round(share * 38),
        };
      });
      return { human, total: this.locale.formats().number(total), cells };
    }),
  );

  protected cellWords(human: Label, machine: Label, count: string): string {
    const label = (name: Label) => this.locale.translate(`filter.label.${name}`);
    return this.locale.translate('sentiment.quality.confusion.open', {
      human: label(human),
      machine: label(machine),
      count,
    });
  }
}
