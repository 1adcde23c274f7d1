import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from '@moodline/comments/web';
import { COMMENT_KINDS, EMOTIONS, FACETS, type CommentFilter, type Facet } from '@moodline/comments/contract';
import {
  ChartFrame,
  HeldPermissions,
  LocaleStore,
  type ChartState,
  type ChartTable,
  type PlainChart,
} from '@moodline/shared/ui';
import type { MoodFacets as Facets } from '@moodline/trends/contract';

/** From this share of news and advertising on, people are told that these can be left out. */
const WORTH_LEAVING_OUT = 0.05;
const LEAVABLE = ['news', 'ad'] as const;
/** The colours of the bars in a picture: those of the styles. */
const BAR_COLORS: Readonly<Record<string, 'positive' | 'neutral' | 'negative'>> = {
  joy: 'positive',
  ...{ anger: 'negative', sadness: 'negative', fear: 'negative' },
  ...{ none: 'neutral', surprise: 'neutral', news: 'neutral', ad: 'neutral' },
};

/** A bar: comments of an emotion or a kind among those of whom one is known. */
interface Bar {
  readonly facet: Facet;
  readonly value: string;
  readonly name: string;
  readonly share: number;
  readonly shareWords: string;
  readonly count: string;
  /** Not counted in the mood. */
  readonly leftOut: boolean;
}

/** What comments express and what they are, as bars that open the comments behind them, and what is left out of the mood for its kind. */
@Component({
  selector: 'ml-mood-facets',
  imports: [ChartFrame, RouterLink, TranslocoPipe],
  templateUrl: './mood-facets.html',
  styleUrl: './mood-facets.css',
})
export class MoodFacets {
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  protected readonly filters = inject(FilterStore);

  readonly facets = input<Facets | undefined>();
  readonly problem = input('');
  readonly open = output<{ readonly filter: Partial<CommentFilter>; readonly title: string }>();
  readonly retry = output();

  protected readonly state = computed<ChartState>(() => {
    if (this.problem()) return 'error';
    return this.facets() ? 'ready' : 'loading';
  });
  /** Models without heads say nothing of either: there is nothing to show then. */
  protected readonly shown = computed(() => !this.facets() || this.known('emotion') + this.known('kind') > 0);

  protected readonly groups = computed(() =>
    (Object.keys(FACETS) as Facet[]).map((facet) => ({ facet, bars: this.bars(facet), basis: this.basis(facet) })),
  );

  /** The strongest emotion, where there is any worth a name. */
  protected readonly heading = computed(() => {
    const bars = this.bars('emotion')
      .filter(({ value }) => value !== 'none')
      .sort((a, b) => b.share - a.share);
    const [most] = bars;
    if (!most?.share) return this.say('title');
    // Those that show the same number stand together: which of them is first would be chance.
    const tied = bars.filter(({ shareWords }) => shareWords === most.shareWords).map(({ name }) => name);
    if (tied.length > 1)
      return this.say('findingTied', { emotions: tied.join(this.say('and')), share: most.shareWords });
    return this.say('finding', { emotion: most.name, share: most.shareWords });
  });

  protected readonly plain = computed<PlainChart>(() => ({
    kind: 'bars',
    groups: this.groups().map(({ facet, bars, basis }) => ({
      name: `${this.locale.translate(`filter.${facet}.title`)} · ${basis}`,
      bars: bars.map(({ name, share, shareWords, count, value }) => ({
        ...{ name, share, said: `${shareWords} · ${count}` },
        color: BAR_COLORS[value] ?? 'accent',
      })),
    })),
  }));
  protected readonly table = computed<ChartTable>(() => ({
    columns: ['what', 'answer', 'count', 'share'].map((name) => this.say(`column.${name}`)),
    rows: this.all().map(({ facet, name, count, shareWords }) => [
      this.locale.translate(`filter.${facet}.title`),
      name,
      count,
      shareWords,
    ]),
  }));

  /** What is left out, said openly; or that it can be. */
  protected readonly leftOut = computed(() => {
    const facets = this.facets();
    if (!facets?.leftOut.kinds.length) return null;
    const { kinds, comments } = facets.leftOut;
    return {
      kinds: kinds.map((kind) => this.locale.translate(`filter.kind.${kind}`)).join(this.say('and')),
      count: this.locale.formats().number(comments),
      params: this.filters.queryParams({ kind: kinds }),
    };
  });
  protected readonly couldLeaveOut = computed(() => {
    const facets = this.facets();
    const known = this.known('kind');
    if (!facets || facets.leftOut.kinds.length || !known || !this.permissions.has('workspace.write')) return null;
    const share = LEAVABLE.reduce((sum, kind) => sum + facets.kinds[kind], 0) / known;
    return share < WORTH_LEAVING_OUT ? null : this.locale.formats().percent(share);
  });

  protected openBar({ facet, value, name }: Bar): void {
    this.open.emit({ filter: { [facet]: [value] }, title: this.say(`drawer.${facet}`, { name }) });
  }

  protected openRow(index: number): void {
    const bar = this.all()[index];
    if (bar) this.openBar(bar);
  }

  private all(): readonly Bar[] {
    return this.groups().flatMap(({ bars }) => bars);
  }

  private bars(facet: Facet): Bar[] {
    const facets = this.facets();
    if (!facets) return [];
    const known = this.known(facet);
    const formats = this.locale.formats();
    const values = facet === 'emotion' ? EMOTIONS : COMMENT_KINDS;
    return values.map((value) => {
      const count = this.countOf(facet, value);
      const share = known ? count / known : 0;
      const leftOut = facet === 'kind' && facets.leftOut.kinds.some((kind) => kind === value);
      const name = this.locale.translate(`filter.${facet}.${value}`);
      return { facet, value, name, share, shareWords: formats.percent(share), count: formats.number(count), leftOut };
    });
  }

  /** How many comments the shares are of, and how many are not told. */
  private basis(facet: Facet): string {
    const facets = this.facets();
    if (!facets) return '';
    const formats = this.locale.formats();
    const known = this.known(facet);
    const untold = Math.max(0, facets.n + (facet === 'kind' ? facets.leftOut.comments : 0) - known);
    return this.say(untold ? 'basisUntold' : 'basis', { n: formats.number(known), untold: formats.number(untold) });
  }

  private known(facet: Facet): number {
    const values = facet === 'emotion' ? EMOTIONS : COMMENT_KINDS;
    return values.reduce((sum, value) => sum + this.countOf(facet, value), 0);
  }

  private countOf(facet: Facet, value: string): number {
    const counts: Readonly<Record<string, number>> | undefined =
      this.facets()?.[facet === 'emotion' ? 'emotions' : 'kinds'];
    return counts?.[value] ?? 0;
  }

  private say(key: string, values?: Record<string, unknown>): string {
    return this.locale.translate(`trends.facets.${key}`, values);
  }
}
