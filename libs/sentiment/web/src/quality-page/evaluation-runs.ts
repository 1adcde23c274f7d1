import { Component, computed, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Evaluation, EvaluationTarget } from '@moodline/sentiment/contract';
import { describeProblem, HeldPermissions, Icon, LocaleStore } from '@moodline/shared/ui';
import { intervalWords } from './measurement';
import { MeasurementNames } from './measurement-names';
import { isOpen, QualityStore } from './quality-store';

/** Starting an evaluation, following those that work, and those that have ended. */
@Component({
  selector: 'ml-evaluation-runs',
  imports: [Icon, TranslocoPipe],
  templateUrl: './evaluation-runs.html',
  styleUrl: './evaluation-runs.css',
})
export class EvaluationRuns {
  protected readonly store = inject(QualityStore);
  protected readonly names = inject(MeasurementNames);
  protected readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);
  private readonly permissions = inject(HeldPermissions);

  /** The measurement that the page shows. */
  readonly shown = input<string>();

  protected readonly editable = computed(() => this.permissions.has('evaluations.write'));
  protected readonly busy = signal(false);
  private readonly chosenSet = signal<string | null>(null);
  private readonly chosenVersion = signal<number | null>(null);
  /** When this browser first saw an evaluation at work, and how far it was then: the rate is read off that. */
  private readonly firstSeen = new Map<number, { at: number; done: number }>();

  protected readonly targets = computed(() => {
    const choices = this.store.choices();
    if (!choices) return [];
    const rows = (n: number) => this.locale.translate('sentiment.quality.rows', { n: this.locale.formats().number(n) });
    const named = (kind: 'corrections' | 'built-in' | 'written', n: number) => ({
      value: kind as string,
      name: `${this.names.set({ kind, id: null, name: '' })} · ${rows(n)}`,
      n,
    });
    return [
      ...choices.sets.map((set) => ({ value: String(set.id), name: `${set.name} · ${rows(set.rows)}`, n: set.rows })),
      named('corrections', choices.corrections),
      ...(choices.builtIn ? [named('built-in', choices.builtIn)] : []),
      ...(choices.written ? [named('written', choices.written)] : []),
    ];
  });
  protected readonly target = computed(
    () => this.chosenSet() ?? this.targets().find(({ n }) => n > 0)?.value ?? 'corrections',
  );
  protected readonly version = computed(
    () => this.chosenVersion() ?? this.store.choices()?.versions.find(({ active }) => active)?.version ?? null,
  );
  protected readonly canRun = computed(
    () => this.version() !== null && (this.targets().find(({ value }) => value === this.target())?.n ?? 0) > 0,
  );
  protected readonly isOpen = isOpen;

  protected chooseSet(value: string): void {
    this.chosenSet.set(value);
  }

  protected chooseVersion(value: string): void {
    this.chosenVersion.set(Number(value));
  }

  protected async run(): Promise<void> {
    const version = this.version();
    if (version === null || this.busy()) return;
    const target = this.target();
    const own = (['corrections', 'built-in', 'written'] as const).find((name) => name === target);
    const set: EvaluationTarget = own ?? Number(target);
    this.busy.set(true);
    await this.tell(this.store.evaluate(set, version));
    this.busy.set(false);
  }

  /** Takes a result out of sight; the toast and a line below the list bring it back. */
  protected async remove(evaluation: Evaluation): Promise<void> {
    await this.end(evaluation);
    const words = this.locale.translate('sentiment.quality.runs.removed', { name: this.names.set(evaluation.set) });
    const toast = this.toasts.open(words, this.locale.translate('sentiment.quality.runs.keep'), { duration: 10_000 });
    toast.onAction().subscribe(() => void this.keep(evaluation));
  }

  protected keep({ id }: Evaluation): Promise<void> {
    return this.tell(this.store.keep(id));
  }

  protected end(evaluation: Evaluation): Promise<void> {
    return this.tell(this.store.end(evaluation.id));
  }

  /** 120 of 300, 2 mins left. */
  protected progress({ id, state, done, total }: Evaluation): string {
    const formats = this.locale.formats();
    const words = this.locale.translate('sentiment.quality.runs.progress', {
      done: formats.number(done),
      total: formats.number(total),
    });
    if (state !== 'running') return words;
    const first = this.firstSeen.get(id) ?? { at: Date.now(), done };
    this.firstSeen.set(id, first);
    const [seconds, rows] = [(Date.now() - first.at) / 1000, done - first.done];
    if (rows <= 0 || seconds < 2) return words;
    return `${words}, ${this.locale.translate('sentiment.quality.runs.left', { time: formats.duration(((total - done) * seconds) / rows) })}`;
  }

  protected outcome({ result, state, problem }: Evaluation): string {
    if (state === 'failed') return this.locale.translate(`sentiment.quality.runs.problem.${problem}`);
    if (state !== 'done' || !result) return this.locale.translate(`sentiment.quality.runs.state.${state}`);
    const { value } = result.accuracy;
    const formats = this.locale.formats();
    return value === null ? '–' : `${formats.percent(value)} (${intervalWords(result.accuracy, formats)})`;
  }

  private async tell(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.toasts.open(describeProblem(error, this.locale).message, undefined, { duration: 8_000 });
    }
  }
}
