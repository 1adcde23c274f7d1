import { Component, inject, signal } from '@angular/core';
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
  /** Comments that would go, in words; null before the person asked to remove them. */
  protected readonly asked = signal<string | null>(null);

  protected ask(): Promise<void> {
    return this.attempt(async () => this.asked.set(this.locale.formats().number(await this.store.demoComments())));
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
