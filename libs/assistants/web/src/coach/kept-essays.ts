import { Component, inject, output } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EssaySummary, KeptEssay } from '@moodline/assistants/contract';
import { describeProblem, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { EssaysClient } from '../essays.client';

const TOAST_MS = 8_000;

/** The essays that somebody asked to keep. */
@Component({
  selector: 'ml-kept-essays',
  imports: [TranslocoPipe],
  templateUrl: './kept-essays.html',
  styleUrl: './kept-essays.css',
})
export class KeptEssays {
  private readonly client = inject(EssaysClient);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);

  readonly opened = output<KeptEssay>();
  readonly removed = output<number>();

  protected readonly list = keptAnswer(NO_QUESTION, () => this.client.all());

  reload(): void {
    this.list.reload();
  }

  protected async open({ id }: EssaySummary): Promise<void> {
    await this.attempt(async () => this.opened.emit(await firstValueFrom(this.client.one(id))));
  }

  protected async remove({ id }: EssaySummary): Promise<void> {
    await this.attempt(async () => {
      const essay = await firstValueFrom(this.client.one(id));
      await firstValueFrom(this.client.remove(id));
      this.removed.emit(id);
      this.reload();
      const said = this.locale.translate('coach.kept.removed', { title: essay.title });
      const toast = this.toasts.open(said, this.locale.translate('roles.editor.undo'), { duration: TOAST_MS });
      toast.onAction().subscribe(() => void this.bringBack(essay));
    });
  }

  private bringBack({ title, versions }: KeptEssay): Promise<void> {
    return this.attempt(async () => {
      await firstValueFrom(this.client.keep({ title, versions: versions.map(({ text }) => text) }));
      this.reload();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.toasts.open(describeProblem(error, this.locale).message, undefined, { duration: TOAST_MS });
    }
  }
}
