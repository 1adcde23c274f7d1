import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { FilterStore, MonitorsClient } from '@moodline/comments/web';
import { monitorRulesSchema } from '@moodline/comments/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import type { Theme } from '@moodline/trends/contract';
import { firstValueFrom } from 'rxjs';
import { ThemesClient } from './themes.client';

/** How long a change can be taken back from the message about it, in milliseconds. */
const UNDO_MS = 15_000;
const PROBLEM_MS = 8_000;
const LONGEST_MONITOR_NAME = 80;

/** Renames, hides, merges and follows a theme, says so, and offers to take it back. What could not be done is told, too. */
@Injectable({ providedIn: 'root' })
export class ThemeActions {
  private readonly client = inject(ThemesClient);
  private readonly monitors = inject(MonitorsClient);
  private readonly filters = inject(FilterStore);
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);

  /** @param name null gives back the one that the theme was found with. @returns whether it was done */
  rename({ id, name: before, named }: Theme, name: string | null, changed: () => void): Promise<boolean> {
    return this.done(
      () => firstValueFrom(this.client.change(id, { name })),
      name === null ? this.say('nameBack') : this.say('renamed', { name }),
      { changed, undo: () => firstValueFrom(this.client.change(id, { name: named ? before : null })) },
    );
  }

  setHidden({ id, name }: Pick<Theme, 'id' | 'name'>, hidden: boolean, changed: () => void): Promise<boolean> {
    const set = (value: boolean) => firstValueFrom(this.client.change(id, { hidden: value }));
    return this.done(() => set(hidden), this.say(hidden ? 'hidden' : 'shown', { name }), {
      changed,
      undo: () => set(!hidden),
    });
  }

  /** What was merged into `theme` goes along, and comes back with it. */
  merge(theme: Theme, into: Pick<Theme, 'id' | 'name'>, changed: () => void): Promise<boolean> {
    const { id, name, merged } = theme;
    return this.done(
      () => firstValueFrom(this.client.change(id, { mergedInto: into.id })),
      this.say('merged', { name, into: into.name }),
      { changed, undo: () => this.split(id, merged) },
    );
  }

  /** Takes a theme out of the one that it was merged into. */
  takeOut(part: Pick<Theme, 'id' | 'name'>, from: Pick<Theme, 'id' | 'name'>, changed: () => void): Promise<boolean> {
    return this.done(
      () => firstValueFrom(this.client.change(part.id, { mergedInto: null })),
      this.say('takenOut', { name: part.name, from: from.name }),
      { changed, undo: () => firstValueFrom(this.client.change(part.id, { mergedInto: from.id })) },
    );
  }

  /** Watches the words of a theme as a monitor of the kind topic. */
  async follow({ name, words }: Theme): Promise<boolean> {
    const rules = monitorRulesSchema.safeParse({ any: { words } });
    if (!rules.success) {
      this.tell(rules.error.issues[0]?.message ?? this.say('failed'));
      return false;
    }
    let id = 0;
    return this.done(
      async () => {
        const monitor = { name: name.slice(0, LONGEST_MONITOR_NAME), kind: 'topic' as const, rules: rules.data };
        ({ id } = await firstValueFrom(this.monitors.create(monitor)));
      },
      this.say('followed', { name }),
      { changed: () => void this.filters.load(), undo: () => firstValueFrom(this.monitors.remove(id)) },
    );
  }

  private async split(id: number, merged: Theme['merged']): Promise<void> {
    await firstValueFrom(this.client.change(id, { mergedInto: null }));
    for (const part of merged) await firstValueFrom(this.client.change(part.id, { mergedInto: id }));
  }

  private async done(
    act: () => Promise<unknown>,
    message: string,
    { changed, undo }: { readonly changed: () => void; readonly undo: () => Promise<unknown> },
  ): Promise<boolean> {
    try {
      await act();
    } catch (error) {
      this.tell(describeProblem(error, this.locale).message);
      return false;
    }
    changed();
    const toast = this.toasts.open(message, this.say('undo'), { duration: UNDO_MS });
    toast.onAction().subscribe(() => void this.takeBack(undo, changed));
    return true;
  }

  private async takeBack(undo: () => Promise<unknown>, changed: () => void): Promise<void> {
    await undo().catch((error: unknown) => this.tell(describeProblem(error, this.locale).message));
    changed();
  }

  private tell(message: string): void {
    this.toasts.open(message, undefined, { duration: PROBLEM_MS });
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.locale.translate(`themes.toast.${key}`, values);
  }
}
