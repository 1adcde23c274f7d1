import { Component, computed, effect, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from '@moodline/comments/web';
import { keptAnswer, LocaleStore } from '@moodline/shared/ui';
import type { Theme } from '@moodline/trends/contract';
import { ThemeActions } from '../theme-actions';
import { ThemesClient } from '../themes.client';

const LONGEST_NAME = 60;

/** The forms that rename a theme, merge it into another one, and take out what was merged into it. */
@Component({
  selector: 'ml-theme-editor',
  imports: [TranslocoPipe],
  templateUrl: './theme-editor.html',
  styleUrl: './theme-editor.css',
})
export class ThemeEditor {
  private readonly actions = inject(ThemeActions);
  private readonly client = inject(ThemesClient);
  private readonly filters = inject(FilterStore);
  private readonly locale = inject(LocaleStore);

  readonly theme = input.required<Theme>();
  /** Something was changed or taken back. */
  readonly changed = output();

  private readonly nameField = viewChild<ElementRef<HTMLInputElement>>('nameField');
  private readonly mergeField = viewChild<ElementRef<HTMLSelectElement>>('mergeField');
  protected readonly longest = LONGEST_NAME;
  protected readonly form = signal<'name' | 'merge' | null>(null);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  // Only whoever merges needs the others.
  private readonly question = computed(() =>
    this.form() === 'merge'
      ? { filter: { ...this.filters.filter(), theme: undefined }, locale: this.locale.language() }
      : undefined,
  );
  private readonly answer = keptAnswer(this.question, ({ filter, locale }) => this.client.list(filter, locale));
  protected readonly others = computed(() => this.answer.value()?.themes.filter(({ id }) => id !== this.theme().id));
  protected readonly listFailed = computed(() => this.answer.failure() !== undefined);

  constructor() {
    effect(() => this.nameField()?.nativeElement.select());
    effect(() => this.mergeField()?.nativeElement.focus());
  }

  protected toggle(form: 'name' | 'merge'): void {
    this.tried.set(false);
    this.form.update((open) => (open === form ? null : form));
  }

  protected reloadList(): void {
    this.answer.reload();
  }

  protected async rename(written: string): Promise<void> {
    const name = written.trim();
    this.tried.set(!name);
    if (name === this.theme().name) return this.form.set(null);
    if (name) await this.close(this.actions.rename(this.theme(), name, () => this.changed.emit()));
  }

  protected async nameBack(): Promise<void> {
    await this.close(this.actions.rename(this.theme(), null, () => this.changed.emit()));
  }

  protected async merge(chosen: string): Promise<void> {
    const into = this.others()?.find(({ id }) => String(id) === chosen);
    this.tried.set(!into);
    if (into) await this.close(this.actions.merge(this.theme(), into, () => this.changed.emit()));
  }

  protected async takeOut(part: Theme['merged'][number]): Promise<void> {
    await this.close(this.actions.takeOut(part, this.theme(), () => this.changed.emit()));
  }

  /** A form stays open, with what was typed, where the change failed. */
  private async close(done: Promise<boolean>): Promise<void> {
    this.busy.set(true);
    if (await done) this.form.set(null);
    this.busy.set(false);
  }
}
