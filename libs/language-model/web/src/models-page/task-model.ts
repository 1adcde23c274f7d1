import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ModelDownload, ModelTask, TaskStatus } from '@moodline/language-model/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { downloadWords } from '../download-words';
import { problemWords } from '../problem-words';

/** One task: the model that does it, and the one that is to take over. */
@Component({
  selector: 'ml-task-model',
  imports: [TranslocoPipe],
  templateUrl: './task-model.html',
  styleUrl: './task-model.css',
})
export class TaskModel {
  private readonly locale = inject(LocaleStore);

  readonly task = input.required<ModelTask>();
  readonly status = input.required<TaskStatus>();
  readonly downloads = input<readonly ModelDownload[]>([]);
  readonly editable = input(false);
  readonly choose = output();
  readonly again = output();
  readonly backToBundled = output();

  protected readonly inForce = computed(() => this.status().inForce);
  protected readonly next = computed(() => this.status().next);
  protected readonly trouble = computed(() => {
    const problem = this.next()?.problem;
    return problem ? problemWords(problem, this.locale) : null;
  });
  /** The download that the next model waits for. */
  protected readonly download = computed(() => {
    const next = this.next();
    if (next?.step !== 'downloading') return null;
    const download = this.downloads().find(
      ({ state, modelId, dtype }) => state === 'running' && next.model === `${modelId} ${dtype}`,
    );
    return download ? { ...download, words: downloadWords(download, this.locale.formats()) } : null;
  });
}
