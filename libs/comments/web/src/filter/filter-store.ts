import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import type { CommentFilter } from '@moodline/comments/contract';
import { dayIn } from '@moodline/shared/i18n';
import { LocaleStore, OverlayHistory } from '@moodline/shared/ui/start';
import { filter as keep, firstValueFrom, map, startWith } from 'rxjs';
import { type AddedDays, FilterClient, type MonitorName, type SourceName, type TagName } from './filter.client';
import { type FilterQuery, readFilterQuery, writeFilterQuery } from './filter-query';
import { type DayRange, DEFAULT_PERIOD, type PeriodPreset, presetDays } from './period';

const sameValue = <T>(left: T, right: T) => JSON.stringify(left) === JSON.stringify(right);

/**
 * The filter of every page. Its state is the query string (period or from/to and the other fields), so a link
 * carries it and the back button undoes it. Without a period it is the last 30 days that have comments.
 */
@Injectable({ providedIn: 'root' })
export class FilterStore {
  private readonly router = inject(Router);
  private readonly client = inject(FilterClient);
  private readonly locale = inject(LocaleStore);
  private readonly overlays = inject(OverlayHistory);

  private readonly url = toSignal(
    this.router.events.pipe(
      keep((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  private readonly query = computed<FilterQuery>(() => readFilterQuery(this.router.parseUrl(this.url()).queryParams), {
    equal: sameValue,
  });
  private readonly knownRange = signal<DayRange | null>(null, { equal: sameValue });
  private readonly knownSources = signal<readonly SourceName[]>([], { equal: sameValue });

  private readonly starred = signal(false);
  /** Whether any comment has stars. */
  readonly hasStars = this.starred.asReadonly();

  private readonly knownVersions = signal<readonly string[]>([], { equal: sameValue });
  /** Versions of apps that comments name, the highest first. */
  readonly versions = this.knownVersions.asReadonly();

  private readonly knownMonitors = signal<readonly MonitorName[]>([], { equal: sameValue });

  private readonly knownTags = signal<readonly TagName[]>([], { equal: sameValue });

  private readonly knownUndated = signal(0);
  /** Comments whose date is unknown; 10,001 stands for more than 10,000. */
  readonly undated = this.knownUndated.asReadonly();

  private readonly knownAdded = signal<AddedDays | null>(null, { equal: sameValue });
  /** Days of the comments that were added last, within a week. */
  readonly added = this.knownAdded.asReadonly();

  /** Days that have comments at all; null while unknown or when there are none. */
  readonly range = this.knownRange.asReadonly();
  readonly sources = this.knownSources.asReadonly();
  readonly monitors = this.knownMonitors.asReadonly();
  readonly tags = this.knownTags.asReadonly();

  /** The preset in force; null when the days were chosen by hand. */
  readonly period = computed<PeriodPreset | null>(() => {
    const { period, filter } = this.query();
    if (period) return period;
    return filter.from || filter.to ? null : DEFAULT_PERIOD;
  });

  /** The filter to ask the API with: a preset is already turned into days. */
  readonly filter = computed<CommentFilter>(
    () => {
      const { filter } = this.query();
      const preset = this.period();
      if (!preset) return filter;
      return {
        ...filter,
        from: undefined,
        to: undefined,
        ...presetDays(preset, this.range(), dayIn(this.locale.timeZone())),
      };
    },
    { equal: sameValue },
  );

  /** How many fields beside the period narrow the view. */
  readonly narrowed = computed(() => {
    const { source, label, emotion, kind, language, stars, recommended, version, leftOut } = this.filter();
    const { monitor, theme, tag, unique, q } = this.filter();
    const fields = [
      source,
      label,
      emotion,
      kind,
      language,
      stars,
      recommended,
      version,
      leftOut,
      monitor,
      theme,
      tag,
      unique,
      q,
    ];
    return fields.filter(Boolean).length;
  });
  readonly isDefault = computed(() => this.narrowed() === 0 && this.period() === DEFAULT_PERIOD);

  /**
   * Asks for the days that have comments and for the names of sources, monitors and tags. Never fails: without an answer what is known
   * stays, and before the first one the last 30 days from today hold.
   */
  async load(): Promise<void> {
    const choices = await firstValueFrom(this.client.choices()).catch(() => null);
    if (!choices) return;
    const { first, last, sources, monitors, tags } = choices;
    this.knownRange.set(first && last ? { first, last } : null);
    this.knownSources.set(sources);
    this.knownMonitors.set(monitors);
    this.knownTags.set(tags);
    this.starred.set(choices.stars);
    this.knownVersions.set(choices.versions);
    this.knownUndated.set(choices.undated);
    this.knownAdded.set(choices.added);
  }

  /** Changes some fields; an empty list or text removes the field. Days given here replace a preset. */
  patch(part: Partial<CommentFilter>): Promise<boolean> {
    const { period, filter } = this.query();
    const days = 'from' in part || 'to' in part;
    return this.navigate({
      period: days ? null : period,
      filter: { ...filter, ...(days && { undated: undefined }), ...part },
    });
  }

  /** Comments without a date, which are of no period. */
  chooseUndated(): Promise<boolean> {
    const filter = { ...this.query().filter, from: undefined, to: undefined, undated: true };
    return this.navigate({ period: 'all', filter });
  }

  choosePeriod(period: PeriodPreset): Promise<boolean> {
    const filter = { ...this.query().filter, from: undefined, to: undefined, undated: undefined };
    return this.navigate({ period: period === DEFAULT_PERIOD ? null : period, filter });
  }

  /** Back to the last 30 days of everything. */
  clear(): Promise<boolean> {
    return this.navigate({ period: null, filter: {} });
  }

  /** The filter as query parameters for links to other pages; with `part` changed on the way. */
  queryParams(part: Partial<CommentFilter> = {}): Record<string, string | null> {
    const { period, filter } = this.query();
    const days = 'from' in part || 'to' in part;
    return writeFilterQuery({ period: days ? null : period, filter: { ...filter, ...part } });
  }

  private navigate(query: FilterQuery): Promise<boolean> {
    // In an open sheet the steps of choosing are no places to go back to; the sheet is.
    const replaceUrl = this.overlays.has('filter');
    return this.router.navigate([], {
      queryParams: writeFilterQuery(query),
      queryParamsHandling: 'merge',
      replaceUrl,
      scroll: 'manual',
    });
  }
}
