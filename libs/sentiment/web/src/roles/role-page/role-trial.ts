import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LONGEST_TRIAL, type RoleSummary, type TrialAnswer } from '@moodline/sentiment/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { RolesClient } from '../roles.client';

/** A prompt that is tried: a version, or text that is not saved. */
export type TriedPrompt = { readonly version: number } | { readonly system: string };

/** One column of answers. `text` grows while a role writes. */
interface TrialColumn {
  readonly activeVersion: number | null;
  readonly text: string;
  readonly answer: TrialAnswer | null;
}

/** What a prompt answers to a text, beside what the one in use answers. */
@Component({
  selector: 'ml-role-trial',
  imports: [TranslocoPipe],
  templateUrl: './role-trial.html',
  styleUrl: './role-trial.css',
})
export class RoleTrial {
  private readonly client = inject(RolesClient);
  protected readonly locale = inject(LocaleStore);

  readonly role = input.required<RoleSummary>();
  readonly prompt = input.required<TriedPrompt>();

  protected readonly longest = LONGEST_TRIAL;
  protected readonly text = signal('');
  protected readonly columns = signal<readonly TrialColumn[]>([]);
  protected readonly problem = signal<string | null>(null);
  protected readonly running = signal<AbortController | null>(null);
  protected readonly possible = computed(() => this.text().trim() !== '');

  constructor() {
    effect(() => {
      const { sample } = this.role();
      untracked(() => this.text.set(sample));
    });
    // An answer belongs to the prompt that gave it.
    effect(() => {
      this.prompt();
      untracked(() => this.columns.set([]));
    });
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected async run(): Promise<void> {
    if (!this.possible() || this.running()) return;
    const prompt = this.prompt();
    const { activeVersion } = this.role();
    const control = new AbortController();
    this.running.set(control);
    this.problem.set(null);
    this.columns.set([]);
    try {
      await this.ask(prompt, null, control.signal);
      if (!('version' in prompt) || prompt.version !== activeVersion)
        await this.ask({ version: activeVersion }, activeVersion, control.signal);
    } catch (error) {
      if (!control.signal.aborted) this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.running.set(null);
    }
  }

  protected stop(): void {
    this.running()?.abort();
  }

  protected press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.run();
  }

  private async ask(prompt: TriedPrompt, activeVersion: number | null, signal: AbortSignal): Promise<void> {
    const at = this.columns().length;
    this.columns.update((columns) => [...columns, { activeVersion, text: '', answer: null }]);
    const change = (next: (column: TrialColumn) => TrialColumn) =>
      this.columns.update((columns) => columns.map((column, index) => (index === at ? next(column) : column)));
    for await (const event of this.client.try(this.role().name, { ...prompt, text: this.text().trim() }, signal)) {
      if ('piece' in event) change((column) => ({ ...column, text: column.text + event.piece }));
      else
        change((column) => ({
          ...column,
          answer: event.answer,
          text: event.answer.kind === 'text' ? event.answer.text : '',
        }));
    }
  }
}
