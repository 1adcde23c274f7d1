import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject, type Type } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, HeldPermissions, Icon, LocaleStore } from '@moodline/shared/ui';
import type { Source } from '@moodline/sources/contract';
import { AddFeedDialog } from '../source-dialogs/add-feed-dialog';
import { EditSourceDialog } from '../source-dialogs/edit-source-dialog';
import { RemoveSourceDialog } from '../source-dialogs/remove-source-dialog';
import { SourcesStore } from '../sources-store';
import { SourceCard, type SourceAction } from './source-card';

/** All sources with their schedule and their last run; adding a feed and importing a file begin here. */
@Component({
  selector: 'ml-sources-page',
  imports: [Icon, RouterLink, SourceCard, TranslocoPipe],
  providers: [SourcesStore],
  templateUrl: './sources-page.html',
  styleUrl: './sources-page.css',
})
export class SourcesPage {
  protected readonly store = inject(SourcesStore);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  protected readonly editable = computed(() => this.permissions.has('sources.write'));
  protected readonly problem = computed(() => (this.store.error() ? describeProblem(this.store.error(), this.locale).message : null));

  constructor() {
    this.store.load();
  }

  protected addFeed(): void {
    this.open(AddFeedDialog, null, 'sources.toast.added');
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
        return this.open(EditSourceDialog, source, 'sources.toast.saved');
      case 'remove':
        return this.open(RemoveSourceDialog, source, 'sources.toast.removed');
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

  private open<C>(component: Type<C>, source: Source | null, done: string): void {
    const labels = { ariaLabelledBy: 'dialog-title', panelClass: 'dialog', backdropClass: ['cdk-overlay-dark-backdrop', 'backdrop'] };
    const dialog = this.dialog.open<string, Source | null, C>(component, { ...labels, data: source });
    dialog.closed.subscribe((name) => {
      if (name === undefined) return;
      this.store.load();
      this.toast(this.locale.translate(done, { name }));
    });
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 5_000 });
  }
}
