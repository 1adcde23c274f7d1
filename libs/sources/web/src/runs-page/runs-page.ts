import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, HeldPermissions, LocaleStore, ServerEvents } from '@moodline/shared/ui';
import type { Run } from '@moodline/sources/contract';
import { firstValueFrom, forkJoin, map } from 'rxjs';
import { runProblem } from '../run-problem';
import { SourcesClient } from '../sources.client';

/** What each run of a source brought, and taking an import back. */
@Component({
  selector: 'ml-runs-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './runs-page.html',
  styleUrl: './runs-page.css',
})
export class RunsPage {
  private readonly client = inject(SourcesClient);
  private readonly events = inject(ServerEvents);
  private readonly permissions = inject(HeldPermissions);
  private readonly toasts = inject(MatSnackBar);
  private readonly router = inject(Router);
  protected readonly locale = inject(LocaleStore);

  private readonly sourceId = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => Number(params.get('id')))), { requireSync: true });
  // A run that begins or ends changes the table; its progress in between does not.
  private readonly runState = computed(() => `${this.events.run()?.runId} ${this.events.run()?.status}`);
  private readonly loaded = rxResource({
    params: () => this.sourceId(),
    stream: ({ params: id }) =>
      forkJoin([this.client.list(), this.client.runs(id)]).pipe(map(([sources, runs]) => ({ source: sources.find((source) => source.id === id) ?? null, runs }))),
  });

  protected readonly history = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly problem = computed(() => (this.loaded.error() ? describeProblem(this.loaded.error(), this.locale).message : null));
  protected readonly editable = computed(() => this.permissions.has('sources.write'));
  protected readonly undoing = signal<number | null>(null);

  constructor() {
    effect(() => {
      this.runState();
      untracked(() => this.reload());
    });
  }

  protected reload(): void {
    this.loaded.reload();
  }

  protected duration({ startedAt, finishedAt }: Run): string {
    return finishedAt ? this.locale.formats().duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000) : '…';
  }

  protected problemOf(run: Run): string {
    return runProblem(run, this.locale);
  }

  protected async undo({ id, imported }: Run): Promise<void> {
    this.undoing.set(id);
    try {
      await firstValueFrom(this.client.undo(id));
      this.toast(this.locale.translate('sources.toast.undone', { count: this.locale.formats().number(imported) }));
      await this.showWhatIsLeft();
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    } finally {
      this.undoing.set(null);
    }
  }

  /** A source that held nothing but the undone import is gone with it, and its page as well. */
  private async showWhatIsLeft(): Promise<void> {
    const sources = await firstValueFrom(this.client.list());
    if (sources.some(({ id }) => id === this.sourceId())) this.reload();
    else await this.router.navigateByUrl('/sources');
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 6_000 });
  }
}
