import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MOST_RELABELLING_DAYS, type TagScore, type UseTag } from '@moodline/sentiment/contract';
import { keptAnswer, LocaleStore } from '@moodline/shared/ui';
import { TagLearningClient } from '../tag-learning.client';
import { TagStore } from '../tag-store';

const UNKNOWN = '–';
/** Periods that stored comments can be taken from, in days; the last one is all. */
const PERIODS = [30, 90, 365, MOST_RELABELLING_DAYS] as const;

/** From which probability on a comment has the tag, and whether the machine puts it on comments. */
@Component({
  selector: 'ml-tag-switches',
  imports: [TranslocoPipe],
  templateUrl: './tag-switches.html',
  styleUrl: './tag-switches.css',
})
export class TagSwitches {
  private readonly client = inject(TagLearningClient);
  protected readonly store = inject(TagStore);
  protected readonly locale = inject(LocaleStore);

  protected readonly periods = PERIODS;
  protected readonly days = signal<number>(MOST_RELABELLING_DAYS);
  protected readonly isInForce = computed(() => (this.store.learning()?.inForce ?? null) !== null);
  /** Where the slider stands; with another version, or another threshold kept, it follows. */
  protected readonly threshold = linkedSignal(() => {
    const learning = this.store.learning();
    return (this.isInForce() ? learning?.tag.threshold : this.store.used()?.best.threshold) ?? 0.5;
  });
  protected readonly score = computed<TagScore | null>(() => {
    const place = Math.round(this.threshold() * 100);
    return this.store.learning()?.scores.find(({ threshold }) => Math.round(threshold * 100) === place) ?? null;
  });
  protected readonly sentence = computed(() => {
    const score = this.score();
    const { comments = 0 } = this.store.learning() ?? {};
    const formats = this.locale.formats();
    const estimate = twoDigits((score?.share ?? 0) * comments);
    return this.locale.translate(`tagPage.switches.${score?.precision === null ? 'scoreUnknown' : 'score'}`, {
      precision: this.percent(score?.precision ?? null),
      recall: this.percent(score?.recall ?? null),
      share: formats.percent(score?.share ?? 0, 1),
      count: formats.number(estimate),
      comments: formats.number(comments),
    });
  });
  /** A version that was learned since the one that gives the tag. */
  protected readonly newer = computed(() => {
    const [newest, used] = [this.store.newest(), this.store.used()];
    return newest && used && newest.version > used.version ? newest : null;
  });
  private readonly question = computed(
    () => {
      const learning = this.store.learning();
      return learning && !learning.tag.applyStored ? { tag: learning.tag.id, days: this.days() } : undefined;
    },
    { equal: (a, b) => a?.tag === b?.tag && a?.days === b?.days },
  );
  private readonly scope = keptAnswer(this.question, ({ tag, days }) => this.client.scope(tag, days));
  protected readonly scopeWords = computed(() => {
    const scope = this.scope.outdated() ? undefined : this.scope.value();
    if (!scope) return '';
    const count = this.locale.formats().number(scope.total);
    return scope.seconds === null
      ? this.locale.translate('tagPage.switches.scopeCount', { count })
      : this.locale.translate('tagPage.switches.scope', { count, time: this.locale.formats().duration(scope.seconds) });
  });

  protected percent(share: number | null): string {
    return share === null ? UNKNOWN : this.locale.formats().percent(share);
  }

  /** Keeps the threshold where the machine gives the tag already; else it is kept with the first switch. */
  protected async setThreshold(): Promise<void> {
    if (this.isInForce()) await this.use({});
  }

  protected async use(change: Partial<UseTag>): Promise<void> {
    const [learning, used] = [this.store.learning(), this.store.used()];
    if (!learning || !used) return;
    const { applyNew, applyStored } = learning.tag;
    await this.store.use({
      version: used.version,
      threshold: this.threshold(),
      toNew: applyNew,
      toStored: applyStored,
      days: this.days(),
      ...change,
    });
  }

  /** Lets a version that was learned since give the tag, from its own best threshold on. */
  protected async useNewer(): Promise<void> {
    const newer = this.newer();
    if (newer) await this.use({ version: newer.version, threshold: newer.best.threshold });
  }
}

/** An estimate as exact as it is: 12,345 is 12,000. */
function twoDigits(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / unit) * unit;
}
