import { Component, computed, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Monitor } from '@moodline/comments/contract';
import { FilterStore } from '@moodline/comments/web';
import { dayIn } from '@moodline/shared/i18n';
import { describeProblem, HeldPermissions, Icon, keptAnswer, LocaleStore } from '@moodline/shared/ui';
import { AnnotationActions } from '../../annotations/annotation-actions';
import { AnnotationList } from '../../annotations/annotation-list';
import { AnnotationsClient } from '../../annotations/annotations.client';
import { chartMarks } from '../../annotations/chart-marks';
import { MonitorCard } from './monitor-card';
import { MonitorsStore } from '../monitors-store';
import { ShareOfVoice } from '../share-of-voice/share-of-voice';

/** How long a removal can be taken back, in milliseconds. */
const UNDO_MS = 10_000;

/** All monitors with volume and mood in the period of the filter, and whose voice is how loud. */
@Component({
  selector: 'ml-monitors-page',
  imports: [AnnotationList, Icon, MonitorCard, RouterLink, ShareOfVoice, TranslocoPipe],
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
  /** One brand alone has no share worth a chart; topics are no voices. */
  protected readonly voices = computed(() => {
    const heard = this.store
      .moods()
      .filter(({ monitor, total }) => monitor.kind !== 'topic' && total.n + total.unlabelled > 0);
    return heard.length > 1 ? this.store.moods() : null;
  });

  /** The sources of the filter, or all. */
  protected readonly sources = computed(() => {
    const chosen = this.filters.filter().source;
    const shown = this.filters.sources().filter(({ id }) => !chosen?.length || chosen.includes(String(id)));
    return shown.map(({ name }) => name);
  });

  private readonly annotationsClient = inject(AnnotationsClient);
  private readonly annotationActions = inject(AnnotationActions);
  private readonly period = computed(() => {
    const { from, to } = this.filters.filter();
    return { from, to };
  });
  private readonly happened = keptAnswer(this.period, (period) => this.annotationsClient.list(period), {
    on: this.annotationsClient.changed,
    every: 0,
  });
  protected readonly annotations = computed(() => this.happened.value() ?? []);
  /** Places of the lines where something happened: all lines have the same intervals. */
  protected readonly marks = computed(() => {
    const starts = (this.store.moods()[0]?.points ?? []).map(({ start }) => start);
    const axis = { starts, timeZone: this.locale.timeZone() };
    return chartMarks(axis, this.annotations(), []).map(({ index }) => index);
  });

  protected writeNote(): void {
    const today = dayIn(this.locale.timeZone());
    const { to } = this.filters.filter();
    this.annotationActions.write({ at: to && to.slice(0, 10) < today ? to.slice(0, 10) : today });
  }

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
