import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  monitorRulesSchema,
  searchOf,
  type MonitorPreview as Preview,
  type MonitorPreviewQuery,
  type MonitorRules,
} from '@moodline/comments/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import {
  catchError,
  debounceTime,
  distinctUntilChanged,
  of,
  Subject,
  switchMap,
  merge,
  map,
  tap,
  type Observable,
} from 'rxjs';
import { matchedParts, type TextPart } from '../../comment-row/matched-parts';
import { FilterChoices } from '../../filter/filter-choices';
import { FilterStore } from '../../filter/filter-store';
import { MonitorsClient } from '../monitors.client';

/** Milliseconds without a change before the comments are counted. */
const PAUSE = 300;

type State = 'waiting' | 'counting' | 'ready' | 'failed';

/** What the rules would take, counted while they are written: how many, and ten examples with the words that were found. */
@Component({
  selector: 'ml-monitor-preview',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './monitor-preview.html',
  styleUrl: './monitor-preview.css',
})
export class MonitorPreview {
  private readonly client = inject(MonitorsClient);
  protected readonly locale = inject(LocaleStore);
  private readonly filters = inject(FilterStore);
  readonly rules = input.required<MonitorRules>();

  /** The period of the page, as on the card of the monitor. */
  private readonly asked = computed(() => {
    const { from, to } = this.filters.filter();
    return { rules: this.rules(), from, to };
  });
  /** The words as the search box takes them, where it can say the same. */
  protected readonly search = computed(() => searchOf(this.rules()));
  protected readonly periodWords = inject(FilterChoices).periodWords;

  protected readonly state = signal<State>('waiting');
  protected readonly preview = signal<Preview | null>(null);
  protected readonly problem = signal('');
  protected readonly retries = new Subject<void>();

  protected readonly countWords = computed(() => {
    const preview = this.preview();
    if (!preview) return '';
    const formats = this.locale.formats();
    const { count, sampled, total } = preview;
    if (sampled < total)
      return this.locale.translate('monitors.preview.about', {
        count: formats.number(count),
        sampled: formats.number(sampled),
      });
    if (count === 1) return this.locale.translate('monitors.preview.one', { total: formats.number(total) });
    return this.locale.translate('monitors.preview.count', {
      count: formats.number(count),
      total: formats.number(total),
    });
  });
  protected readonly examples = computed(() =>
    (this.preview()?.examples ?? []).map((example) => ({
      ...example,
      parts: excerpt(matchedParts(example.text, example.spans)),
      words: [...new Set(example.spans.map(({ word }) => word))],
    })),
  );

  constructor() {
    const changes = toObservable(this.asked).pipe(
      distinctUntilChanged((left, right) => JSON.stringify(left) === JSON.stringify(right)),
      debounceTime(PAUSE),
    );
    merge(changes, this.retries.pipe(map(() => this.asked())))
      .pipe(
        switchMap((wanted) => this.count(wanted)),
        takeUntilDestroyed(),
      )
      .subscribe((preview) => {
        if (!preview) return;
        this.preview.set(preview);
        this.state.set('ready');
      });
  }

  /** Null where there is nothing to count or it failed: the state says which. */
  private count(asked: MonitorPreviewQuery): Observable<Preview | null> {
    if (!monitorRulesSchema.safeParse(asked.rules).success) {
      this.preview.set(null);
      this.state.set('waiting');
      return of(null);
    }
    return of(asked).pipe(
      tap(() => this.state.set('counting')),
      switchMap((wanted) => this.client.preview(wanted)),
      catchError((error: unknown) => {
        this.problem.set(describeProblem(error, this.locale).message);
        this.state.set('failed');
        return of(null);
      }),
    );
  }
}

/** Signs shown before the first word that was found, and after it. */
const BEFORE = 40;
const LENGTH = 220;

/** Of a long text the piece around the first word that was found. */
function excerpt(parts: readonly TextPart[]): TextPart[] {
  const first = parts.findIndex(({ matched }) => matched);
  const lead = parts
    .slice(0, Math.max(0, first))
    .map(({ text }) => text)
    .join('');
  const shown: TextPart[] = lead
    ? [
        {
          text: lead.length > BEFORE ? `…${lead.slice(-BEFORE).replace(/^[\uDC00-\uDFFF]/, '')}` : lead,
          matched: false,
          quoted: false,
        },
      ]
    : [];
  let length = shown[0]?.text.length ?? 0;
  for (const part of parts.slice(Math.max(0, first))) {
    if (length > LENGTH) return [...shown, { text: '…', matched: false, quoted: false }];
    const room = LENGTH - length;
    shown.push(
      part.matched || part.text.length <= room
        ? part
        : { ...part, text: `${part.text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '')}…` },
    );
    length += part.text.length;
  }
  return shown;
}
