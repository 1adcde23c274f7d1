import { Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener, CommentRow, FilterStore } from '@moodline/comments/web';
import { labellingProgressSchema } from '@moodline/sentiment/contract';
import { JudgedShare } from '@moodline/sentiment/web';
import type { CommentFilter } from '@moodline/comments/contract';
import { Formats, noon } from '@moodline/shared/i18n';
import {
  ChartFrame,
  type ChartState,
  describeProblem,
  HeldPermissions,
  LocaleStore,
  ServerEvents,
  Tile,
} from '@moodline/shared/ui';
import { longestBridge, type SourceMood, type Step, STEPS } from '@moodline/trends/contract';
import { intervalFilter } from '../findings/interval-filter';
import { MoodChart } from '../mood-chart/mood-chart';
import { MoodFacets } from '../mood-facets/mood-facets';
import { SourceMoods } from '../source-moods/source-moods';
import { MoodLine } from './mood-line';
import { MoodStore } from './mood-store';
import { MoodWording, type WordedTile } from './mood-wording';
import { OutsideNotes } from './outside-notes';

/** How the mood moved, against before, and the comments behind each number. The slots `alerts` and `summary` take what others say of it. */
@Component({
  selector: 'ml-mood-page',
  imports: [
    ChartFrame,
    CommentRow,
    JudgedShare,
    MoodChart,
    MoodFacets,
    OutsideNotes,
    RouterLink,
    SourceMoods,
    Tile,
    TranslocoPipe,
  ],
  providers: [MoodStore, { provide: MoodLine, useExisting: MoodStore }, MoodWording],
  templateUrl: './mood-page.html',
  styleUrl: './mood-page.css',
})
export class MoodPage {
  protected readonly store = inject(MoodStore);
  protected readonly wording = inject(MoodWording);
  protected readonly filters = inject(FilterStore);
  protected readonly permissions = inject(HeldPermissions);
  private readonly drawer = inject(CommentDrawerOpener);
  private readonly locale = inject(LocaleStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly labelling = inject(ServerEvents).latest('labelling', labellingProgressSchema);

  protected readonly longestBridge = longestBridge;

  /** Where comments are added. */
  readonly sourcesPath = input('/sources');

  /** How many labelled comments are in view, for what stands in the slots; null before they are counted. */
  readonly labelled = computed(() => (this.store.outdated() ? null : (this.store.series()?.total.n ?? null)));

  protected readonly steps = STEPS;
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  protected readonly chartState = computed<ChartState>(() => {
    if (this.store.failure()) return 'error';
    if (!this.store.series()) return 'loading';
    return this.store.empty() ? 'empty' : 'ready';
  });
  /** There is not one comment in the workspace, whatever the filter says. */
  protected readonly neverAny = computed(() => this.store.empty() && this.filters.range() === null);
  protected readonly problem = computed(() => this.problemWords(this.store.failure()));
  protected readonly pins = computed(() => [this.filters.filter()]);
  protected readonly sourcesProblem = computed(() => this.problemWords(this.store.sourcesFailure()));
  protected readonly facetsProblem = computed(() => this.problemWords(this.store.facetsFailure()));
  protected readonly loudestProblem = computed(() => this.problemWords(this.store.loudestFailure()));

  /** Days that have comments, for the way out of a filter that matches none. */
  protected readonly knownDays = computed(() => {
    const range = this.filters.range();
    return range ? new Formats(this.locale.language(), 'UTC').days(noon(range.first), noon(range.last)) : '';
  });

  /** Live: how many comments still wait, and for how long. */
  protected readonly pending = computed(() => {
    const progress = this.labelling();
    if (!progress || progress.pending === 0) return null;
    const formats = this.locale.formats();
    const rate = progress.commentsPerSecond;
    return {
      pending: formats.number(progress.pending),
      share: progress.labelled / (progress.labelled + progress.pending),
      ...(rate > 0 && { rate: formats.number(rate, 1), time: formats.duration(progress.pending / rate) }),
    };
  });

  constructor() {
    effect(() => {
      const step = this.params().get('step');
      this.store.setStep(STEPS.find((known) => known === step) ?? null);
    });
  }

  protected chooseStep(step: Step): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { step }, queryParamsHandling: 'merge' });
  }

  protected openInterval(index: number): void {
    const series = this.store.series();
    const start = series?.points[index]?.start;
    if (series && start)
      this.open(intervalFilter(this.filters.filter(), series, index), this.wording.intervalTitle(start, series));
  }

  protected openTile(tile: WordedTile): void {
    const wanted = this.filters.filter().label;
    // A label that was filtered for stays: the tile counts only those comments.
    const behind: CommentFilter = wanted ? {} : tile.behind;
    this.open({ ...this.filters.filter(), ...behind }, tile.drawerTitle);
  }

  protected openFacet({ filter, title }: { filter: Partial<CommentFilter>; title: string }): void {
    this.open({ ...this.filters.filter(), ...filter }, title);
  }

  protected openSource({ source }: SourceMood): void {
    this.open(
      { ...this.filters.filter(), source: [String(source.id)] },
      this.locale.translate('trends.sources.drawer', { source: source.name }),
    );
  }

  private open(filter: CommentFilter, title: string): void {
    this.drawer.open({ filter }, title);
  }

  private problemWords(error: unknown): string {
    return error === undefined ? '' : describeProblem(error, this.locale).message;
  }
}
