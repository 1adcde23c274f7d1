import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  ALERT_LANGUAGES,
  ALERT_MEASURES,
  alertWatchSchema,
  saveAlertRuleSchema,
  SENSITIVITIES,
  type AlertPreview,
  type SaveAlertRule,
} from '@moodline/alerts/contract';
import { ChannelsClient } from '@moodline/notify/web';
import { LANGUAGES } from '@moodline/shared/contract';
import {
  ChartCanvas,
  ChartFrame,
  type ChartLayout,
  type ChartTable,
  describeProblem,
  HeldPermissions,
  LocaleStore,
} from '@moodline/shared/ui';
import { AnnotatedChart } from '@moodline/trends/web';
import { catchError, debounceTime, firstValueFrom, forkJoin, of, switchMap, type Observable } from 'rxjs';
import { AlertsClient } from '../alerts.client';
import { measured } from '../measure-words';
import { previewAxis, previewDrawing } from './preview-drawing';

const PREVIEW_AFTER_MS = 500;

type Detection = SaveAlertRule['detection'];
/** The numbers of a rule, with the least and the most that the contract takes. */
const NUMBERS = [
  { name: 'windowHours', least: 1, most: 48 },
  { name: 'leastN', least: 1, most: 100_000 },
  { name: 'inARow', least: 1, most: 24 },
  { name: 'coolDownHours', least: 0, most: 168 },
] as const;

const DAY_MEASURES: readonly SaveAlertRule['measure'][] = ['stars', 'themes'];

/** Adds a rule, or changes one, with what it would have done in the last 90 days beside it. */
@Component({
  selector: 'ml-rule-page',
  imports: [AnnotatedChart, ChartCanvas, ChartFrame, RouterLink, TranslocoPipe],
  templateUrl: './rule-page.html',
  styleUrl: './rule-page.css',
})
export class RulePage {
  private readonly client = inject(AlertsClient);
  private readonly channelsClient = inject(ChannelsClient);
  private readonly router = inject(Router);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });

  protected readonly measures = ALERT_MEASURES;
  protected readonly sensitivities = SENSITIVITIES;
  protected readonly languages = LANGUAGES;
  protected readonly alertLanguages = ALERT_LANGUAGES;
  /** Null for one that is added. */
  protected readonly id = computed(() => Number(this.params().get('id')) || null);
  private readonly loaded = rxResource({
    params: () => ({ id: this.id() }),
    stream: () => forkJoin([this.client.rules(), this.client.choices(), this.channelsClient.list()]),
  });
  private readonly data = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly ready = computed(() => this.data() !== null);
  protected readonly monitors = computed(() => this.data()?.[1].monitors ?? []);
  protected readonly tags = computed(() => this.data()?.[1].tags ?? []);
  protected readonly sources = computed(() => this.data()?.[1].sources ?? []);
  protected readonly channels = computed(() => this.data()?.[2] ?? []);
  protected readonly missing = computed(() => {
    const rules = this.data()?.[0];
    return Boolean(this.id() && rules && !rules.some(({ id }) => id === this.id()));
  });
  protected readonly loadProblem = computed(() =>
    this.loaded.error() ? describeProblem(this.loaded.error(), this.locale).message : '',
  );
  protected readonly editable = computed(() => this.permissions.has('alerts.write'));
  protected readonly rule = signal<SaveAlertRule>(this.fresh());
  protected readonly saving = signal(false);
  protected readonly problem = signal('');
  protected readonly asksRemoval = signal(false);

  private readonly watch = computed(() => {
    const { measure, scope, detection } = this.rule();
    const result = alertWatchSchema.safeParse({ measure, scope, detection });
    return this.ready() && result.success && measure !== 'ending' ? result.data : null;
  });
  protected readonly needsSource = computed(
    () => this.rule().measure === 'silence' && this.rule().scope.sources.length !== 1,
  );
  protected readonly isOfDates = computed(() => this.rule().measure === 'ending');
  protected readonly numbers = computed(() =>
    NUMBERS.filter(({ name }) => !this.isOfDates() || name === 'coolDownHours'),
  );
  protected readonly previewProblem = signal('');
  protected readonly preview = toSignal(
    toObservable(this.watch).pipe(
      debounceTime(PREVIEW_AFTER_MS),
      switchMap((watch) => (watch ? this.asked(this.client.preview(watch)) : of(null))),
    ),
    { initialValue: null },
  );
  protected readonly finding = computed(() => {
    const preview = this.preview();
    if (!preview) return '';
    if (!preview.knownSince)
      return this.locale.translate(`alerts.preview.${this.rule().measure === 'stars' ? 'unknownStars' : 'unknown'}`);
    const count = preview.alarms.length;
    const key = count === 0 ? 'never' : count === 1 ? 'once' : 'times';
    return this.locale.translate(`alerts.preview.${key}`, { n: count, days: preview.days });
  });
  protected readonly layout = signal<ChartLayout | null>(null);
  protected readonly axis = computed(() => previewAxis(this.preview(), this.locale.formats()));
  protected readonly drawing = computed(() => {
    const preview = this.preview();
    const words = {
      value: this.locale.translate(`alerts.measure.${this.rule().measure}`),
      usual: this.locale.translate('alerts.preview.usual'),
    };
    return preview && previewDrawing(preview, this.rule().measure, { formats: this.locale.formats(), words });
  });
  protected readonly table = computed<ChartTable>(() => {
    const formats = this.locale.formats();
    const words = (value: number | null) => (value === null ? '–' : this.shown(value));
    return {
      columns: [
        this.locale.translate('alerts.preview.time'),
        this.locale.translate(`alerts.measure.${this.rule().measure}`),
        this.locale.translate('alerts.preview.usual'),
      ],
      rows: (this.preview()?.points ?? []).map(({ at, value, usual }) => [
        formats.moment(at),
        words(value),
        words(usual),
      ]),
    };
  });

  constructor() {
    effect(() => {
      const found = this.data()?.[0].find(({ id }) => id === this.id());
      if (!found) return;
      const { name, measure, scope, detection, channels, language, enabled } = found;
      untracked(() => this.rule.set({ name, measure, scope, detection, channels, language, enabled }));
    });
  }

  protected set(change: Partial<SaveAlertRule>): void {
    this.rule.update((rule) => ({ ...rule, ...change }));
  }

  protected setScope(change: Partial<SaveAlertRule['scope']>): void {
    this.set({ scope: { ...this.rule().scope, ...change } });
  }

  protected setDetection(name: keyof Detection, value: string): void {
    const given = name === 'sensitivity' ? value : Number(value);
    this.set({ detection: { ...this.rule().detection, [name]: given } as Detection });
  }

  /** Stars and themes are counted over a day: few comments have the ones, and few of them are about one of the others. */
  protected setMeasure(measure: SaveAlertRule['measure']): void {
    const windowHours = DAY_MEASURES.includes(measure) ? 24 : 3;
    this.set({ measure, detection: { ...this.rule().detection, windowHours } });
  }

  protected toggled<T>(list: readonly T[], one: T): T[] {
    return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  }

  protected shown(value: number): string {
    return measured(this.rule().measure, value, this.locale.formats());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const checked = saveAlertRuleSchema.safeParse(this.rule());
    if (!checked.success) return this.problem.set(this.locale.translate('alerts.form.wrong'));
    const id = this.id();
    await this.leave(id ? this.client.save(id, checked.data) : this.client.create(checked.data));
  }

  /** The first click asks, the second one removes. */
  protected async remove(): Promise<void> {
    const id = this.id();
    if (!id) return;
    if (!this.asksRemoval()) return this.asksRemoval.set(true);
    await this.leave(this.client.remove(id));
  }

  private async leave(call: Observable<unknown>): Promise<void> {
    this.saving.set(true);
    this.problem.set('');
    try {
      await firstValueFrom(call, { defaultValue: null });
      await this.router.navigateByUrl('/alerts');
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.saving.set(false);
    }
  }

  private asked(call: Observable<AlertPreview>): Observable<AlertPreview | null> {
    this.previewProblem.set('');
    return call.pipe(
      catchError((error: unknown) => {
        this.previewProblem.set(describeProblem(error, this.locale).message);
        return of(null);
      }),
    );
  }

  private fresh(): SaveAlertRule {
    const language = this.locale.language();
    return {
      ...{ name: '', measure: 'negative-share', channels: [], enabled: true, language },
      scope: { monitor: null, tag: null, sources: [], languages: [] },
      detection: { sensitivity: 'medium', windowHours: 3, leastN: 15, inARow: 2, coolDownHours: 6 },
    };
  }
}
