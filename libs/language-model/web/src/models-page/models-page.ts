import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { MODEL_TASKS, type ModelDownload, type ModelTask } from '@moodline/language-model/contract';
import { describeProblem, HeldPermissions, Icon, LocaleStore } from '@moodline/shared/ui';
import { downloadWords } from '../download-words';
import { ModelForm } from '../model-form/model-form';
import { ModelsStore } from '../models-store';
import { problemWords } from '../problem-words';
import { TaskModel } from './task-model';

/** Which model labels and which one writes, with what goes on until another takes over. */
@Component({
  selector: 'ml-models-page',
  imports: [Icon, ModelForm, RouterLink, TaskModel, TranslocoPipe],
  templateUrl: './models-page.html',
  styleUrl: './models-page.css',
})
export class ModelsPage {
  protected readonly store = inject(ModelsStore);
  protected readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly toasts = inject(MatSnackBar);

  protected readonly tasks = MODEL_TASKS;
  /** The task another model is being chosen for. */
  protected readonly choosing = signal<ModelTask | null>(null);
  protected readonly editable = computed(() => this.permissions.has('workspace.write'));
  protected readonly hosts = computed(() => this.store.hosts().join(', '));
  protected readonly problem = computed(() =>
    this.store.error() && !this.store.status() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  protected readonly downloads = computed(() =>
    this.store.downloads().map((download) => ({
      ...download,
      words: downloadWords(download, this.locale.formats()),
      trouble: this.trouble(download),
    })),
  );
  protected readonly anyRunning = computed(() => this.downloads().some(({ state }) => state === 'running'));

  constructor() {
    void this.store.load();
  }

  /** The form has been left; where the model was changed, the card of the task tells how it goes on. */
  protected close(changed: boolean): void {
    this.choosing.set(null);
    if (changed) this.toast(this.locale.translate('models.saved'));
  }

  protected async again(task: ModelTask): Promise<void> {
    const choice = this.store.settings()?.[task].choice;
    if (choice) await this.attempt(() => this.store.change({ [task]: choice }));
  }

  protected async backToBundled(task: ModelTask): Promise<void> {
    await this.attempt(() => this.store.change({ [task]: { kind: 'bundled' } }));
  }

  protected async cancel(id: number): Promise<void> {
    await this.attempt(() => this.store.cancelDownload(id));
  }

  private trouble({ problem }: ModelDownload): string | null {
    return problem ? problemWords(problem, this.locale) : null;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    }
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 6_000 });
  }
}
