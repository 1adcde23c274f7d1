import { Component, computed, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Monitor } from '@moodline/comments/contract';
import { FilterStore } from '@moodline/comments/web';
import { describeProblem, HeldPermissions, Icon, LocaleStore } from '@moodline/shared/ui';
import { MonitorCard } from './monitor-card';
import { MonitorsStore } from '../monitors-store';
import { ShareOfVoice } from '../share-of-voice/share-of-voice';

/** How long a removal can be taken back, in milliseconds. */
const UNDO_MS = 10_000;

/** All monitors with volume and mood in the period of the filter, and whose voice is how loud. */
@Component({
  selector: 'ml-monitors-page',
  imports: [Icon, MonitorCard, RouterLink, ShareOfVoice, TranslocoPipe],
  providers: [MonitorsStore],
  templateUrl: './monitors-page.html',
  styleUrl: './monitors-page.css',
})
export class MonitorsPage {
  protected readonly store = inject(MonitorsStore);
  private readonly filters = inject(FilterStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  protected readonly editable = computed(() => this.permissions.has('monitors.write'));
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  /** One voice alone has no share worth a chart. */
  protected readonly voices = computed(() => {
    const heard = this.store.moods().filter(({ total }) => total.n + total.unlabelled > 0);
    return heard.length > 1 ? this.store.moods() : null;
  });

  /** The overview of what a monitor takes. */
  protected open(id: number): void {
    void this.router.navigate(['/'], { queryParams: this.filters.queryParams({ monitor: id }) });
  }

  protected async remove({ id, name }: Monitor): Promise<void> {
    try {
      await this.store.remove(id);
    } catch (error) {
      return this.toast(describeProblem(error, this.locale).message);
    }
    // Whoever looks at it would see what nobody can choose any more.
    if (this.filters.filter().monitor === id) await this.filters.patch({ monitor: undefined });
    const toast = this.toasts.open(
      this.locale.translate('monitors.toast.removed', { name }),
      this.locale.translate('monitors.undo'),
      { duration: UNDO_MS },
    );
    toast.onAction().subscribe(() => void this.restore(id));
  }

  private async restore(id: number): Promise<void> {
    await this.store.restore(id).catch((error: unknown) => this.toast(describeProblem(error, this.locale).message));
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 5_000 });
  }
}
