import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionStore } from '@moodline/accounts/web';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';

/** Zones that mean the same have several names: what counts is the clock, now and in half a year. */
const sameClock = (left: string, right: string): boolean =>
  [0, 182].every((days) => {
    const instant = new Date(Date.now() + days * 86_400_000);
    const [a, b] = [left, right].map((timeZone) => instant.toLocaleString('en-GB', { timeZone, timeStyle: 'short' }));
    return a === b;
  });

/** Asks who may decide it whether days are counted in the zone of the workspace, where the browser is in another one. */
@Component({
  selector: 'ml-zone-proposal',
  imports: [TranslocoPipe],
  template: `
    @if (asks()) {
      <section [attr.aria-label]="'shell.zone.title' | transloco">
        <p>{{ 'shell.zone.text' | transloco: { workspace: words(zone()), here: words(here) } }}</p>
        <div>
          <button type="button" class="button button-primary" [disabled]="busy()" (click)="take()">
            {{ 'shell.zone.take' | transloco: { here: words(here) } }}
          </button>
          <button type="button" class="button" [disabled]="busy()" (click)="keep()">
            {{ 'shell.zone.keep' | transloco: { workspace: words(zone()) } }}
          </button>
        </div>
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-5);
      border-block-end: 1px solid var(--line);
      background: var(--accent-soft);
    }

    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  `,
})
export class ZoneProposal {
  private readonly session = inject(SessionStore);
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  /** The zone of the browser. */
  protected readonly here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly zone = computed(() => this.session.workspace()?.timeZone ?? this.here);
  protected readonly busy = signal(false);
  private readonly kept = signal(0);
  protected readonly asks = computed(() => {
    this.kept();
    if (!this.session.can('workspace.write') || sameClock(this.zone(), this.here)) return false;
    return this.storage?.getItem(this.answer()) !== 'kept';
  });
  private readonly answer = computed(() => `moodline-zone:${this.zone()}:${this.here}`);

  protected words(zone: string): string {
    return zone.replaceAll('_', ' ');
  }

  protected async take(): Promise<void> {
    const workspace = this.session.workspace();
    if (!workspace) return;
    this.busy.set(true);
    try {
      await this.session.updateWorkspace({ name: workspace.name, timeZone: this.here });
    } catch (error) {
      this.toasts.open(describeProblem(error, this.locale).message, undefined, { duration: 8_000 });
    } finally {
      this.busy.set(false);
    }
  }

  protected keep(): void {
    this.storage?.setItem(this.answer(), 'kept');
    this.kept.update((count) => count + 1);
  }
}
