import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Comment } from '@moodline/comments/contract';
import { Icon, LocaleStore } from '@moodline/shared/ui';
import { filter, merge } from 'rxjs';
import { CommentDrawerOpener } from '../comment-drawer/comment-drawer-opener';
import { correctionKey } from '../correction/correction-keys';
import { LabelButtons } from '../correction/label-buttons';
import { LabelCorrections } from '../correction/label-corrections';
import { FacetCorrections } from '../facets/facet-corrections';
import { facetChips } from '../facets/facet-words';
import { CommentCounting } from '../leaving-out/comment-counting';
import { CommentMenu } from '../privacy/comment-menu';
import { Working } from '../work/working';
import { TagDot } from '../tags/tag-dot';
import { Tagging } from '../tags/tagging';
import { LABEL_SIGNS } from './label-signs';
import { matchedParts } from './matched-parts';
import { safeLink } from './safe-link';
import { starSigns } from './star-signs';
import { unscoredWords } from './unscored-words';

/** From this many characters on a text is folded. */
const LONG_TEXT = 480;

/**
 * A comment as people read it: text first, then label, source, time and engagement. The text is hostile and stays text.
 * Who may correct labels does it here: by the buttons, or by 1 2 3 (and 0 or u to take it back) while the focus is in the row.
 */
@Component({
  selector: 'ml-comment-row',
  imports: [CommentMenu, Icon, LabelButtons, RouterLink, TagDot, TranslocoPipe],
  templateUrl: './comment-row.html',
  styleUrl: './comment-row.css',
  host: { tabindex: '-1', '(keydown)': 'press($event)' },
})
export class CommentRow {
  protected readonly locale = inject(LocaleStore);
  private readonly corrections = inject(LabelCorrections);
  private readonly counting = inject(CommentCounting);
  private readonly facetCorrections = inject(FacetCorrections);
  protected readonly tagging = inject(Tagging);
  private readonly working = inject(Working);
  private readonly drawer = inject(CommentDrawerOpener);

  readonly comment = input.required<Comment>();
  /** Whether it leads to the comment's page; not there. */
  readonly linked = input(true);
  /** The comment as it is shown: as given, or as corrected since. */
  protected readonly shown = linkedSignal(() => this.comment());
  protected readonly signs = LABEL_SIGNS;
  protected readonly unscored = computed(() => unscoredWords(this.shown().unscoredReason));
  protected readonly parts = computed(() => matchedParts(this.shown().text, this.comment().spans));
  protected readonly link = computed(() => safeLink(this.shown().permalink));
  protected readonly textLanguage = computed(() => (this.shown().language === 'und' ? null : this.shown().language));
  protected readonly long = computed(() => this.shown().text.length > LONG_TEXT);
  protected readonly unfolded = signal(false);

  protected readonly facets = computed(() => facetChips(this.shown(), this.locale));

  /** Whole and half stars as signs. */
  protected readonly stars = computed(() => {
    const stars = this.shown().stars;
    return stars === undefined
      ? null
      : { signs: starSigns(stars), number: this.locale.formats().number(stars, Number.isInteger(stars) ? 0 : 1) };
  });

  /** Probability of the label that the machine gave; a person's has none. */
  protected readonly certainty = computed(() => {
    const { label, probabilities, correction } = this.shown();
    return label && probabilities && !correction ? probabilities[label] : null;
  });
  protected readonly allProbabilities = computed(() => {
    const { probabilities } = this.shown();
    if (!probabilities) return null;
    const formats = this.locale.formats();
    return (['positive', 'neutral', 'negative'] as const)
      .map((label) => `${this.locale.translate(`filter.label.${label}`)} ${formats.percent(probabilities[label])}`)
      .join(' · ');
  });
  /** The machine's label beside a person's, in words. */
  protected readonly machineWords = computed(() => {
    const { machineLabel, probabilities } = this.shown();
    if (!machineLabel) return null;
    return `${this.locale.translate(`filter.label.${machineLabel}`)} ${probabilities ? this.locale.formats().percent(probabilities[machineLabel]) : ''}`.trim();
  });

  constructor() {
    merge(
      this.corrections.changed,
      this.counting.changed,
      this.facetCorrections.changed,
      this.tagging.changed,
      this.working.changed,
    )
      .pipe(
        filter(({ id }) => id === this.comment().id),
        takeUntilDestroyed(),
      )
      .subscribe((comment) => this.shown.set(comment));
  }

  protected press(event: KeyboardEvent): void {
    const label = correctionKey(event);
    if (label === undefined || !this.corrections.allowed()) return;
    event.preventDefault();
    if (label) this.corrections.correct(this.shown(), label);
    else this.corrections.withdraw(this.shown());
  }

  protected openCopies(): void {
    const { id, copies } = this.shown();
    this.drawer.open(
      { filter: {}, narrowing: { alike: id } },
      this.locale.translate('comments.row.copiesTitle', { count: this.locale.formats().number(copies) }),
    );
  }
}
