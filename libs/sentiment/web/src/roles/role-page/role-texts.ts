import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  LONGEST_TRIAL,
  TRIAL_TEXTS,
  writtenFlaws,
  type Role,
  type RoleAnswer,
  type WrittenFlaw,
} from '@moodline/sentiment/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, Subject, takeUntil } from 'rxjs';
import { RolesClient } from '../roles.client';

/** Texts of one comparison. */
const MOST_TEXTS = 10;
/** A choice that is less likely than this is called unsure. */
const SURE = 0.5;

/** What a check says of an answer: nothing, a flaw of what was written, or that a choice is unsure or none. */
type Verdict = WrittenFlaw | 'unsure' | 'none';
interface Tried {
  readonly text: string;
  readonly probability: number | null;
  readonly milliseconds: number;
  readonly verdicts: readonly Verdict[];
}
interface Row {
  readonly text: string;
  readonly answers: readonly (Tried | null)[];
}

/** Two versions of a role on ten texts, side by side: answers, times and what the checks say. Nothing is stored. */
@Component({
  selector: 'ml-role-texts',
  imports: [TranslocoPipe],
  templateUrl: './role-texts.html',
  styleUrl: './role-texts.css',
})
export class RoleTexts {
  private readonly client = inject(RolesClient);
  protected readonly locale = inject(LocaleStore);
  private readonly stopped = new Subject<void>();

  readonly role = input.required<Role>();
  /** The version that is shown on the page; null where it is not saved. */
  readonly shown = input.required<number | null>();

  protected readonly texts = signal('');
  protected readonly lines = computed(() =>
    this.texts()
      .split('\n')
      .map((line) => line.trim().slice(0, LONGEST_TRIAL))
      .filter(Boolean)
      .slice(0, MOST_TEXTS),
  );
  protected readonly versions = computed(() => this.role().versions.map(({ version }) => version));
  protected readonly first = linkedSignal(() => this.shown() ?? this.role().role.activeVersion);
  /** The version in use, or where that is the first one, the one before it. */
  protected readonly second = linkedSignal(() => {
    const { activeVersion } = this.role().role;
    return activeVersion !== this.first()
      ? activeVersion
      : (this.versions().find((one) => one !== this.first()) ?? null);
  });
  protected readonly compared = signal<readonly number[]>([]);
  protected readonly rows = signal<readonly Row[]>([]);
  protected readonly done = signal<number | null>(null);
  protected readonly total = computed(() => this.rows().length * this.compared().length);
  protected readonly problem = signal('');
  /** Of each version: how many answers passed, and the mean time. */
  protected readonly sums = computed(() =>
    this.compared().map((version, at) => {
      const answers = this.rows().flatMap((row) => row.answers[at] ?? []);
      const time = answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / (answers.length || 1);
      return { version, of: answers.length, passed: answers.filter(({ verdicts }) => !verdicts.length).length, time };
    }),
  );

  constructor() {
    effect(() => {
      const { language } = this.role().role;
      untracked(() => this.texts() || this.texts.set(TRIAL_TEXTS[language ?? this.locale.language()].join('\n')));
    });
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** One text after the other, in both versions. What was answered stays when it is stopped. */
  protected async run(): Promise<void> {
    const versions = [this.first(), this.second()].filter((one) => one !== null);
    if (!this.lines().length || this.done() !== null) return;
    this.compared.set(versions);
    this.rows.set(this.lines().map((text) => ({ text, answers: versions.map(() => null) })));
    this.problem.set('');
    this.done.set(0);
    try {
      for (const [at, { text }] of this.rows().entries())
        for (const [column, version] of versions.entries()) {
          const run = this.client.run(this.role().role.name, { texts: [text], version });
          const ran = await firstValueFrom(run.pipe(takeUntil(this.stopped)), { defaultValue: null });
          const [answer] = ran?.answers ?? [];
          if (!ran || !answer) return;
          this.keep(at, column, { ...this.tried(text, answer), milliseconds: ran.milliseconds });
          this.done.update((done) => (done ?? 0) + 1);
        }
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.done.set(null);
    }
  }

  protected stop(): void {
    this.stopped.next();
  }

  protected seconds(milliseconds: number): string {
    return this.locale.formats().number(milliseconds / 1000, 1);
  }

  private keep(at: number, column: number, tried: Tried): void {
    this.rows.update((rows) =>
      rows.map((row, index) =>
        index === at ? { ...row, answers: row.answers.map((one, place) => (place === column ? tried : one)) } : row,
      ),
    );
  }

  private tried(text: string, answer: RoleAnswer): Omit<Tried, 'milliseconds'> {
    const { language } = this.role().role;
    if (answer.text !== undefined) {
      const cut = answer.finish === 'length';
      const verdicts = writtenFlaws(answer.text, { text, language: language ?? 'und', cut });
      return { text: answer.text, probability: null, verdicts };
    }
    const probability = answer.probability ?? null;
    const verdict = probability === null ? 'none' : probability < SURE ? 'unsure' : null;
    return { text: answer.choice ?? '–', probability, verdicts: verdict ? [verdict] : [] };
  }
}
