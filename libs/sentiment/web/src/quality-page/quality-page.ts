import { Component, computed, effect, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener, FilterStore } from '@moodline/comments/web';
import type { EvaluationPart } from '@moodline/sentiment/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { Comparison } from './comparison';
import { type ConfusionCell, ConfusionMatrix } from './confusion-matrix';
import { EvaluationRuns } from './evaluation-runs';
import { HeadFigures } from './head-figures';
import { LearningCard } from '../learning/learning-card';
import { LabelledSets } from './labelled-sets';
import { ENOUGH, inTen, intervalWords, type Measurement, scoreWords } from './measurement';
import { MeasurementNames } from './measurement-names';
import { isOpen, QualityStore } from './quality-store';
import { ReliabilityDiagram } from './reliability-diagram';
import { type NamedPart, ShareRows } from './share-rows';
import { StarsAgreement } from './stars-agreement';
import { WrongRows } from './wrong-rows';

/** How far the labels can be trusted: how often they agree with people, where they err, and whether their probabilities hold. */
@Component({
  selector: 'ml-quality-page',
  imports: [
    Comparison,
    ConfusionMatrix,
    EvaluationRuns,
    HeadFigures,
    LabelledSets,
    LearningCard,
    ReliabilityDiagram,
    RouterLink,
    ShareRows,
    StarsAgreement,
    TranslocoPipe,
    WrongRows,
  ],
  providers: [QualityStore],
  templateUrl: './quality-page.html',
  styleUrl: './quality-page.css',
})
export class QualityPage {
  protected readonly store = inject(QualityStore);
  protected readonly filters = inject(FilterStore);
  protected readonly names = inject(MeasurementNames);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly drawer = inject(CommentDrawerOpener);
  private readonly toasts = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly sets = viewChild(LabelledSets);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  protected readonly enough = ENOUGH;
  protected readonly editable = computed(() => this.permissions.has('evaluations.write'));
  protected readonly mayCorrect = computed(() => this.permissions.has('labels.correct'));
  protected readonly mayLearn = computed(() => this.permissions.has('roles.read'));
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : '',
  );
  /** The measurement in the address; else people's corrections, or the newest evaluation while those are too few. */
  protected readonly shown = computed<Measurement | null>(() => {
    const all = this.store.measurements();
    const named = all.find(({ key }) => key === this.params().get('show'));
    return named ?? all.find(({ result }) => result.accuracy.n >= ENOUGH) ?? all[0] ?? null;
  });
  protected readonly against = computed(
    () =>
      this.store.measurements().find(({ key }) => key === this.params().get('against') && key !== this.shown()?.key) ??
      null,
  );
  protected readonly nothing = computed(
    () => this.store.measurements().every(({ result }) => result.rows === 0) && this.store.evaluations()?.length === 0,
  );
  /** How many comments people judged, where none of them is in the period and the filter; null where there is none at all. */
  protected readonly judgedElsewhere = computed(() => {
    const n = this.store.judgedHeads()?.mood.accuracy.n ?? 0;
    return n ? this.locale.formats().number(n) : null;
  });
  protected readonly isFew = computed(() => (this.shown()?.result.accuracy.n ?? 0) < ENOUGH);

  /** Of all comments in the filter, where some of the judged ones were drawn. */
  private readonly estimate = computed(() =>
    this.shown()?.key === 'corrections' ? (this.store.quality()?.estimate ?? null) : null,
  );

  protected readonly finding = computed(() => {
    const shown = this.shown();
    if (!shown) return '';
    const { n, value } = shown.result.accuracy;
    const formats = this.locale.formats();
    const estimate = this.estimate();
    if (estimate && estimate.drawn >= ENOUGH)
      return this.say('finding.estimated', {
        share: formats.percent(estimate.value),
        interval: intervalWords(estimate, formats),
        drawn: formats.number(estimate.drawn),
      });
    if (n < ENOUGH || value === null)
      return this.say('finding.few', { n: formats.number(n), enough: formats.number(ENOUGH) });
    const numbers = {
      tenths: inTen(value),
      share: formats.percent(value),
      interval: intervalWords(shown.result.accuracy, formats),
      n: formats.number(n),
    };
    return this.say(inTen(value) === 10 ? 'finding.nearlyAll' : 'finding.agree', numbers);
  });
  protected readonly basis = computed(() => {
    const evaluation = this.shown()?.evaluation;
    if (!evaluation && this.estimate()) return this.say('basis.estimated');
    if (!evaluation) return this.say('basis.standing');
    return this.say(evaluation.set.kind === 'corrections' ? 'basis.corrections' : 'basis.set', {
      set: this.names.set(evaluation.set),
      version: evaluation.version,
      model: evaluation.model,
    });
  });
  protected readonly figures = computed(() => {
    const result = this.shown()?.result;
    if (!result) return [];
    const formats = this.locale.formats();
    const { accuracy, macroF1, calibrationError, unscored } = result;
    const interval = intervalWords(accuracy, formats);
    const estimate = this.estimate();
    const estimated = estimate && {
      key: 'estimate',
      value: formats.percent(estimate.value),
      hint: this.say('hint.estimate', {
        interval: intervalWords(estimate, formats),
        drawn: formats.number(estimate.drawn),
        others: formats.number(estimate.others),
      }),
    };
    return [
      ...(estimated ? [estimated] : []),
      {
        key: 'accuracy',
        value: accuracy.value === null ? '–' : formats.percent(accuracy.value),
        hint: this.say('hint.accuracy', { interval }),
      },
      { key: 'macroF1', value: scoreWords(macroF1), hint: this.say('hint.macroF1') },
      {
        key: 'calibration',
        value: calibrationError === null ? '–' : formats.percent(calibrationError, 1),
        hint: this.say('hint.calibration'),
      },
      {
        key: 'samples',
        value: formats.number(accuracy.n),
        hint: unscored ? this.say('hint.unscored', { n: formats.number(unscored) }) : this.say('hint.samples'),
      },
    ];
  });
  private readonly ofWritten = computed(
    () => this.store.evaluations()?.filter(({ set }) => set.kind === 'written') ?? [],
  );
  /** The newest that has ended; the list begins with the newest. */
  protected readonly written = computed(() => this.ofWritten().find(({ result }) => result) ?? null);
  protected readonly measuringWritten = computed(() => this.ofWritten().some(isOpen));
  protected readonly activeVersion = computed(
    () => this.store.choices()?.versions.find(({ active }) => active)?.version ?? null,
  );
  protected readonly languages = computed(() =>
    this.parts(this.shown()?.result.byLanguage, (language) => this.locale.translate(`filter.language.${language}`)),
  );
  protected readonly sources = computed(() => {
    const parts = this.parts(this.shown()?.result.bySource, (source) => source);
    return this.shown()?.evaluation && parts.length < 2 ? [] : parts;
  });
  protected readonly versions = computed<NamedPart[]>(() =>
    this.shown()?.key === 'corrections'
      ? (this.store.quality()?.byVersion ?? []).map(({ version, model, part }) => ({
          name: `${this.names.version({ version })} · ${model}`,
          part,
        }))
      : [],
  );

  constructor() {
    effect(() => this.store.showDetail(this.shown()?.evaluation?.id ?? null));
  }

  protected async measureWritten(): Promise<void> {
    const version = this.activeVersion();
    if (version === null) return;
    await this.store.evaluate('written', version).catch((error: unknown) => {
      this.toasts.open(describeProblem(error, this.locale).message, undefined, { duration: 8_000 });
    });
  }

  protected show(key: string): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { show: key, against: null },
      queryParamsHandling: 'merge',
    });
  }

  protected compareWith(key: string): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { show: this.shown()?.key, against: key || null },
      queryParamsHandling: 'merge',
    });
  }

  /** The comments behind a cell: what people and the machine said of them. */
  protected openCell({ human, machine }: ConfusionCell): void {
    const label = (name: string) => this.locale.translate(`filter.label.${name}`);
    this.drawer.open(
      { filter: this.filters.filter(), narrowing: { human, machine } },
      this.say('confusion.drawer', { human: label(human), machine: label(machine) }),
    );
  }

  protected upload(): void {
    this.sets()?.upload();
  }

  private parts(
    parts: Readonly<Record<string, EvaluationPart>> | undefined,
    name: (key: string) => string,
  ): NamedPart[] {
    return Object.entries(parts ?? {})
      .map(([key, part]) => ({ name: name(key), part }))
      .sort((a, b) => b.part.accuracy.n - a.part.accuracy.n);
  }

  private say(key: string, values?: Record<string, unknown>): string {
    return this.locale.translate(`sentiment.quality.${key}`, values);
  }
}
