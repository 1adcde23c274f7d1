import { computed, inject, Injectable } from '@angular/core';
import { COMMENT_KINDS, type CommentFilter, EMOTIONS, LABELS } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import { noon, Formats } from '@moodline/shared/i18n';
import { LocaleStore } from '@moodline/shared/ui';
import { starSigns } from '../comment-row/star-signs';
import { FilterStore } from './filter-store';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field of the filter that takes several values out of a list. */
export type ListField = 'source' | 'label' | 'emotion' | 'kind' | 'language' | 'stars' | 'version';

/** The filter in words: what can be chosen and what is chosen. */
@Injectable({ providedIn: 'root' })
export class FilterChoices {
  private readonly store = inject(FilterStore);
  private readonly locale = inject(LocaleStore);

  readonly options = computed<Record<ListField, readonly Choice[]>>(() => ({
    source: this.store.sources().map(({ id, name }) => ({ value: String(id), label: name })),
    label: [...LABELS, 'unsure', 'pending', 'unscored'].map((value) => ({
      value,
      label: this.locale.translate(`filter.label.${value}`),
    })),
    emotion: EMOTIONS.map((value) => ({ value, label: this.locale.translate(`filter.emotion.${value}`) })),
    kind: COMMENT_KINDS.map((value) => ({ value, label: this.locale.translate(`filter.kind.${value}`) })),
    language: LANGUAGES.map((value) => ({ value, label: this.locale.translate(`filter.language.${value}`) })),
    version: this.store.versions().map((version) => ({ value: version, label: version })),
    stars: [5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), label: starSigns(stars) })),
  }));

  /** 5 May – 3 Jun, or "All time". */
  readonly periodWords = computed(() => {
    const { from, to, undated } = this.store.filter();
    if (undated) return this.locale.translate('filter.period.undated');
    if (!from && !to) return this.locale.translate('filter.period.all');
    if (from && to) return this.daysWords(from, to);
    const day = this.daysWords((from ?? to) as string, (from ?? to) as string);
    return this.locale.translate(from ? 'filter.period.since' : 'filter.period.until', { day });
  });

  /** "All sources", the name of the only one, or how many. */
  words(field: ListField): string {
    const chosen = this.store.filter()[field] ?? [];
    if (chosen.length === 0) return this.locale.translate(`filter.${field}.all`);
    const only =
      chosen.length === 1 ? this.options()[field].find(({ value }) => value === String(chosen[0])) : undefined;
    if (field === 'version' && chosen.length === 1)
      return this.locale.translate('filter.version.one', { version: chosen[0] });
    return only?.label ?? this.locale.translate(`filter.${field}.some`, { count: chosen.length });
  }

  /** What is chosen of tags, emotions, kinds, languages and versions, and whether copies count once; "More" where nothing is. */
  readonly moreWords = computed(() => {
    const { tag } = this.store.filter();
    const named = this.store.tags().find(({ id }) => id === tag)?.name ?? this.locale.translate('filter.tag.gone');
    const chosen = (['emotion', 'kind', 'language', 'version'] as const)
      .filter((field) => this.store.filter()[field]?.length)
      .map((field) => this.words(field));
    if (this.store.filter().unique) chosen.push(this.locale.translate('filter.unique.short'));
    return [...(tag ? [named] : []), ...chosen].join(' · ') || this.locale.translate('filter.more.none');
  });

  /** "Monitor" or the name of the chosen one; null where there is nothing to choose. */
  readonly monitorWords = computed(() => {
    const { monitor } = this.store.filter();
    if (!monitor) return this.store.monitors().length ? this.locale.translate('filter.monitor.none') : null;
    return this.store.monitors().find(({ id }) => id === monitor)?.name ?? this.locale.translate('filter.monitor.gone');
  });

  /** Whether anything is chosen that stands behind "More". */
  readonly hasMore = computed(() => {
    const { tag, emotion, kind, language, version, unique } = this.store.filter();
    return [tag, emotion, kind, language, version, unique].some(Boolean);
  });

  /** Fields behind "More"; versions where any comment names one, or where the address asks for them. */
  readonly moreFields = computed<readonly ListField[]>(() => {
    const versions = this.store.versions().length > 0 || this.store.filter().version;
    return ['emotion', 'kind', 'language', ...(versions ? (['version'] as const) : [])];
  });

  /** Whether there are tags to choose from, or one is chosen that is gone. */
  readonly hasTags = computed(() => this.store.tags().length > 0 || this.store.filter().tag !== undefined);

  toggle(field: ListField, value: string): void {
    const chosen = this.chosen(field);
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    const values = field === 'stars' ? next.map(Number) : next;
    void this.store.patch({ [field]: values } as Partial<CommentFilter>);
  }

  isChosen(field: ListField, value: string): boolean {
    const chosen = this.chosen(field);
    return chosen.includes(value);
  }

  private chosen(field: ListField): readonly string[] {
    return (this.store.filter()[field] ?? []).map(String);
  }

  /** Days are without a zone; instants (from a click into the chart) stand in the workspace's. */
  private daysWords(from: string, to: string): string {
    const isDay = (moment: string) => moment.length === 10;
    const formats = isDay(from) && isDay(to) ? new Formats(this.locale.language(), 'UTC') : this.locale.formats();
    return formats.days(isDay(from) ? noon(from) : from, isDay(to) ? noon(to) : to);
  }
}
