import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { SessionStore } from '../session/session-store';

/** The demo data: removing them says first how much goes, and they can be brought back. */
@Component({
  selector: 'ml-demo-settings',
  imports: [TranslocoPipe],
  templateUrl: './demo-settings.html',
  styleUrl: './settings-page.css',
})
export class DemoSettings {
  protected readonly store = inject(SessionStore);
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);

  protected readonly busy = signal(false);
  /** Comments that would go, and those of them that hold work of people, in words; null before the person asked to remove them. */
  protected readonly asked = signal<{ readonly count: string; readonly worked: string | null } | null>(null);
  protected readonly typed = signal('');
  /** What people did with the comments does not come back: whoever takes it away types a word first. */
  protected readonly confirmed = computed(
    () =>
      !this.asked()?.worked ||
      this.typed().trim().toLowerCase() === this.locale.translate('accounts.demo.word').toLowerCase(),
  );

  protected ask(): Promise<void> {
    return this.attempt(async () => {
      const { comments, worked } = await this.store.demoLoss();
      const number = (count: number) => this.locale.formats().number(count);
      this.typed.set('');
      this.asked.set({ count: number(comments), worked: worked ? number(worked) : null });
    });
  }

  protected keep(): void {
    this.asked.set(null);
  }

  protected remove(): Promise<void> {
    return this.attempt(async () => {
      await this.store.removeDemo();
      this.asked.set(null);
      this.toast(this.locale.translate('accounts.demo.removed'));
    });
  }

  protected restore(): Promise<void> {
    return this.attempt(async () => {
      await this.store.restoreDemo();
      this.toast(this.locale.translate('accounts.demo.restored'));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 6_000 });
  }
}
