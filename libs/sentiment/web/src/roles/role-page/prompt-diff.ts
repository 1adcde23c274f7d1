import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { lineDiff } from './line-diff';

/** The lines in which two prompts differ. A sign and a word for screen readers go with each colour. */
@Component({
  selector: 'ml-prompt-diff',
  imports: [TranslocoPipe],
  templateUrl: './prompt-diff.html',
  styleUrl: './prompt-diff.css',
})
export class PromptDiff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  /** Number of the version that `before` is. */
  readonly version = input.required<number>();

  protected readonly lines = computed(() => lineDiff(this.before(), this.after()));
  protected readonly same = computed(() => this.lines().every(({ kind }) => kind === 'same'));
}
