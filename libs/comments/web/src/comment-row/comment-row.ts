import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Comment } from '@moodline/comments/contract';
import type { Label } from '@moodline/shared/contract';
import { Icon, LocaleStore } from '@moodline/shared/ui';
import { CommentMenu } from '../privacy/comment-menu';
import { matchedParts } from './matched-parts';
import { safeLink } from './safe-link';

/** Signs that go with the colours of the labels. */
const SIGNS: Readonly<Record<Label, string>> = { positive: '▲', neutral: '±', negative: '▼' };
/** From this many characters on a text is folded. */
const LONG_TEXT = 480;

/** A comment as people read it: text first, then label, source, time and engagement. The text is hostile and stays text. */
@Component({
  selector: 'ml-comment-row',
  imports: [CommentMenu, Icon, TranslocoPipe],
  templateUrl: './comment-row.html',
  styleUrl: './comment-row.css',
})
export class CommentRow {
  protected readonly locale = inject(LocaleStore);

  readonly comment = input.required<Comment>();
  /** What was searched; it is marked in the text. */
  readonly query = input<string>();

  protected readonly signs = SIGNS;
  protected readonly parts = computed(() => matchedParts(this.comment().text, this.query()));
  protected readonly link = computed(() => safeLink(this.comment().permalink));
  protected readonly textLanguage = computed(() => (this.comment().language === 'und' ? null : this.comment().language));
  protected readonly long = computed(() => this.comment().text.length > LONG_TEXT);
  protected readonly unfolded = signal(false);

  /** Probability of the label that was given. */
  protected readonly certainty = computed(() => {
    const { label, probabilities } = this.comment();
    return label && probabilities ? probabilities[label] : null;
  });
  protected readonly allProbabilities = computed(() => {
    const { probabilities } = this.comment();
    if (!probabilities) return null;
    const formats = this.locale.formats();
    return (['positive', 'neutral', 'negative'] as const).map((label) => `${this.locale.translate(`filter.label.${label}`)} ${formats.percent(probabilities[label])}`).join(' · ');
  });
}
