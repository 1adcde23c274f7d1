import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SavedView } from '@moodline/accounts/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { SavedViews } from './saved-views';

/** A page to save, or a view that is saved already. */
export type ViewToSave = { readonly path: string } | SavedView;

/** Saves a page under a name, or says of a saved one who sees it and whether the dashboard opens with it. */
@Component({
  selector: 'ml-view-dialog',
  imports: [TranslocoPipe],
  templateUrl: './view-dialog.html',
  styleUrl: './view-dialog.css',
})
export class ViewDialog {
  private readonly views = inject(SavedViews);
  private readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  private readonly locale = inject(LocaleStore);
  private readonly data = inject<ViewToSave>(DIALOG_DATA);

  protected readonly saved: SavedView | null = 'id' in this.data ? this.data : null;
  protected readonly name = signal(this.saved?.name ?? '');
  protected readonly shared = signal(this.saved?.shared ?? false);
  protected readonly isStart = signal(this.saved !== null && this.views.start() === this.saved.id);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected save(): Promise<void> {
    const { saved } = this;
    const [shared, isStart, name] = [this.shared(), this.isStart(), this.name().trim()];
    if (!name) return Promise.resolve();
    return this.done(() =>
      saved
        ? this.views.change(saved, { shared, isStart })
        : this.views.save({ name, path: this.data.path, shared }, isStart),
    );
  }

  protected remove(): Promise<void> {
    const { saved } = this;
    return saved ? this.done(() => this.views.remove(saved.id)) : Promise.resolve();
  }

  protected cancel(): void {
    this.dialog.close(false);
  }

  private async done(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      await act();
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
      this.busy.set(false);
    }
  }
}
