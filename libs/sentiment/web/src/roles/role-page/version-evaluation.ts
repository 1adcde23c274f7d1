import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Role, VersionEvaluation } from '@moodline/sentiment/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { EvaluationStore, type EvaluationSet } from './evaluation-store';

/** Measures the shown version beside the one in use on the same labelled texts. */
@Component({
  selector: 'ml-version-evaluation',
  imports: [TranslocoPipe],
  providers: [EvaluationStore],
  templateUrl: './version-evaluation.html',
  styleUrl: './version-evaluation.css',
})
export class VersionEvaluationCard {
  protected readonly store = inject(EvaluationStore);
  protected readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  readonly role = input.required<Role>();
  /** The shown version; null while an unsaved prompt is shown. */
  readonly version = input.required<number | null>();
  /** The role's evaluations have changed. */
  readonly finished = output<void>();

  protected readonly may = computed(() => this.permissions.has('evaluations.write'));
  protected readonly wanted = signal(0);
  protected readonly starting = signal(false);
  protected readonly set = computed<EvaluationSet | null>(() => this.store.sets()[this.wanted()] ?? null);
  protected readonly active = computed(() => this.role().role.activeVersion);
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  /** The version in use first, then the shown one where it is another. */
  protected readonly columns = computed(() => {
    const set = this.set();
    const shown = this.version();
    const versions = shown === null || shown === this.active() ? [this.active()] : [this.active(), shown];
    return versions.map((version) => ({
      version,
      inUse: version === this.active(),
      result: set && this.store.finished(this.role(), version, set),
    }));
  });
  protected readonly measured = computed(() => this.columns().some(({ result }) => result));

  constructor() {
    void this.store.load();
    effect(() => {
      const [before, after] = this.columns();
      untracked(() => void this.store.compare(before?.result ?? null, after?.result ?? null));
    });
  }

  protected setName({ kind, name, count }: EvaluationSet): string {
    const words = { 'built-in': 'builtIn', written: 'written', corrections: 'corrections', set: 'named' }[kind];
    return this.locale.translate(`roles.evaluation.${words}`, { name, count: this.locale.formats().number(count) });
  }

  protected interval({ accuracy: { low, high } }: VersionEvaluation): string {
    const percent = (share: number | null) => (share === null ? '–' : this.locale.formats().percent(share, 1));
    return this.locale.translate('roles.evaluation.interval', { low: percent(low), high: percent(high) });
  }

  /** Starts the shown version, and the one in use where it was not measured on this set yet. */
  async run(): Promise<void> {
    const set = this.set();
    const version = this.version();
    if (!set?.count || version === null || this.starting() || this.store.atWork()) return;
    const missing = this.columns().filter((column) => column.version !== version && !column.result);
    this.starting.set(true);
    await this.store.start(set, [...missing.map((column) => column.version), version], () => this.finished.emit());
    this.starting.set(false);
  }
}
