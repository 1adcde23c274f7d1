import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TagVersion } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { TagStore } from '../tag-store';

const UNKNOWN = '–';
/** Versions that are listed. */
const LISTED = 8;

/** How many examples a tag has, what was learned of them, and how good that is as they grow. */
@Component({
  selector: 'ml-tag-figures',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './tag-figures.html',
  styleUrl: './tag-figures.css',
})
export class TagFigures {
  protected readonly store = inject(TagStore);
  protected readonly locale = inject(LocaleStore);

  protected readonly isFew = computed(() => {
    const learning = this.store.learning();
    return learning !== null && learning.tag.yes < learning.enough;
  });
  protected readonly hasFewOthers = computed(() => {
    const learning = this.store.learning();
    return learning !== null && !learning.versions.length && learning.others < learning.enoughOthers;
  });
  protected readonly numbers = computed(() => {
    const { tag, enough = 0, enoughDrawn = 0, fresh = 0 } = this.store.learning() ?? {};
    const number = (value: number) => this.locale.formats().number(value);
    const { rate } = this.store.newest() ?? {};
    return {
      yes: number(tag?.yes ?? 0),
      no: number(tag?.no ?? 0),
      enough: number(enough),
      fresh: number(fresh),
      left: number(Math.max(0, enoughDrawn - (rate?.n ?? 0))),
      drawn: number(rate?.n ?? 0),
      of: number(rate?.correct ?? 0),
      low: this.percent(rate?.low ?? null),
      high: this.percent(rate?.high ?? null),
    };
  });
  protected readonly listed = computed(() => this.store.learning()?.versions.slice(0, LISTED) ?? []);

  protected percent(share: number | null): string {
    return share === null ? UNKNOWN : this.locale.formats().percent(share);
  }

  protected f1({ best: { precision, recall } }: TagVersion): string {
    return this.percent(
      precision === null ? null : precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    );
  }
}
