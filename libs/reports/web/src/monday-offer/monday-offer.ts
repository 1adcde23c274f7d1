import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Report } from '@moodline/reports/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { ReportsClient } from '../reports.client';
import { MondayStarter, type MondayWay } from './monday-starter';

/** That somebody said no, in this browser. */
const KEY = 'moodline.no-monday-report';

/**
 * Offers the Monday report where there are comments and no report yet: one click, told where it will arrive, and taken back by another one. It
 * is shown to nobody who may not write reports, and not again to who said no.
 */
@Component({
  selector: 'ml-monday-offer',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './monday-offer.html',
  styleUrl: './monday-offer.css',
})
export class MondayOffer {
  private readonly client = inject(ReportsClient);
  private readonly starter = inject(MondayStarter);
  private readonly permissions = inject(HeldPermissions);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly locale = inject(LocaleStore);

  private readonly refused = signal(this.kept() !== null);
  /** The way that is offered; null where there are reports already. An offer that cannot be made is none. */
  private readonly loaded = rxResource({
    params: () => (this.permissions.has('reports.write') && !this.refused() ? true : undefined),
    stream: () => this.starter.offer(),
  });
  protected readonly way = computed(() => (this.loaded.hasValue() && !this.refused() ? this.loaded.value() : null));
  protected readonly started = signal<{ readonly report: Report; readonly way: MondayWay } | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected start(): Promise<void> {
    return this.tried(async () => this.started.set(await this.starter.start()));
  }

  protected undo({ id }: Report): Promise<void> {
    return this.tried(async () => {
      await firstValueFrom(this.client.remove(id), { defaultValue: null });
      this.started.set(null);
    });
  }

  protected refuse(): void {
    this.refused.set(true);
    try {
      this.window?.localStorage.setItem(KEY, 'yes');
    } catch {
      // A browser that keeps nothing offers it again with the next visit.
      return;
    }
  }

  private kept(): string | null {
    try {
      return this.window?.localStorage.getItem(KEY) ?? null;
    } catch {
      return null;
    }
  }

  private async tried(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      await act();
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }
}
