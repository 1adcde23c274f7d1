import { Component, computed, inject, type Type } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, DialogOpener, HeldPermissions, Icon, LocaleStore } from '@moodline/shared/ui';
import type { Source } from '@moodline/sources/contract';
import { BackfillDialog, type BackfillDialogData } from '../backfill-dialog/backfill-dialog';
import { HookSecretDialog } from '../hook-secret-dialog/hook-secret-dialog';
import { RemoveSourceDialog } from '../source-dialogs/remove-source-dialog';
import { RenameSourceDialog } from '../source-dialogs/rename-source-dialog';
import { SourcesStore } from '../sources-store';
import { SourceCard, type SourceAction } from './source-card';

/** All sources with their state, their schedule and their last run; adding a source and importing a file begin here. */
@Component({
  selector: 'ml-sources-page',
  imports: [Icon, RouterLink, SourceCard, TranslocoPipe],
  providers: [SourcesStore],
  templateUrl: './sources-page.html',
  styleUrl: './sources-page.css',
})
export class SourcesPage {
  protected readonly store = inject(SourcesStore);
  private readonly dialog = inject(DialogOpener);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly router = inject(Router);
  private readonly permissions = inject(HeldPermissions);

  protected readonly editable = computed(() => this.permissions.has('sources.write'));
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );

  constructor() {
    this.store.load();
  }

  protected async act(action: SourceAction, source: Source): Promise<void> {
    switch (action) {
      case 'run':
        return this.tell(this.store.runNow(source.id), 'sources.toast.started', source);
      case 'pause':
        return this.tell(this.store.update(source.id, { paused: true }), 'sources.toast.paused', source);
      case 'resume':
        return this.tell(this.store.update(source.id, { paused: false }), 'sources.toast.resumed', source);
      case 'edit':
        if (!this.store.kinds().has(source.kind)) return this.open(RenameSourceDialog, source, 'sources.toast.saved');
        await this.router.navigate(['/sources', source.id, 'edit']);
        return;
      case 'backfill':
        return this.openBackfill(source.id);
      case 'hook':
        this.dialog.open<void, Source, HookSecretDialog>(HookSecretDialog, {
          name: 'hook-secret',
          labelledBy: 'dialog-title',
          data: source,
        });
        return;
      case 'remove':
        return this.remove(source);
      case 'keep':
        return this.tell(this.store.keep(source.id), 'sources.toast.kept', source);
    }
  }

  private async tell(work: Promise<void>, done: string, { name }: Source): Promise<void> {
    try {
      await work;
      this.toast(this.locale.translate(done, { name }));
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    }
  }

  /** @param keep takes it back, offered by the toast */
  private open<C>(component: Type<C>, source: Source, done: string, keep?: () => void): void {
    const dialog = this.dialog.open<string, Source, C>(component, {
      name: 'source',
      labelledBy: 'dialog-title',
      data: source,
    });
    dialog.closed.subscribe((name) => {
      if (name === undefined) return;
      this.store.load();
      const words = this.locale.translate(done, { name });
      if (!keep) return this.toast(words);
      const toast = this.toasts.open(words, this.locale.translate('sources.leaving.keep'), { duration: 10_000 });
      toast.onAction().subscribe(keep);
    });
  }

  /** What leaves can be kept by the toast, too. */
  private remove(source: Source): void {
    if (source.removeAt) return this.open(RemoveSourceDialog, source, 'sources.toast.removed');
    this.open(RemoveSourceDialog, source, 'sources.toast.leaving', () => void this.act('keep', source));
  }

  private openBackfill(id: number): void {
    const source = computed(() => this.store.sources()?.find((one) => one.id === id) ?? null);
    this.dialog.open<void, BackfillDialogData, BackfillDialog>(BackfillDialog, {
      name: 'backfill',
      labelledBy: 'dialog-title',
      data: { source, changed: () => this.store.load() },
    });
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 5_000 });
  }
}
