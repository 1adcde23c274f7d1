import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SaveSnippet, Snippet } from '@moodline/assistants/contract';
import { Working } from '@moodline/comments/web';
import { LANGUAGES, type Language } from '@moodline/shared/contract';
import { firstValueFrom } from 'rxjs';
import { TriageClient } from '../triage.client';

/** Answers that are written once for what comes again: shown, added, changed and removed. */
@Component({
  selector: 'ml-snippet-list',
  imports: [TranslocoPipe],
  templateUrl: './snippet-list.html',
  styleUrl: './snippet-list.css',
})
export class SnippetList {
  private readonly client = inject(TriageClient);
  private readonly working = inject(Working);

  readonly snippets = input.required<readonly Snippet[]>();
  readonly changed = output<void>();

  protected readonly languages = LANGUAGES.filter((language) => language !== 'und');
  /** The one that is written; null: none, an id of null: a new one. */
  protected readonly edited = signal<({ readonly id: number | null } & SaveSnippet) | null>(null);

  protected begin(snippet?: Snippet): void {
    this.edited.set(snippet ?? { id: null, title: '', language: 'en', words: [], text: '' });
  }

  protected async save(given: { title: string; language: string; words: string; text: string }): Promise<void> {
    const { title, language, words, text } = given;
    const edited = this.edited();
    const split = words.split(/[,，、\n]+/u).map((word) => word.trim());
    const snippet = { title, language: language as Language, words: split.filter(Boolean), text };
    if (edited && (await this.keep(() => firstValueFrom(this.client.saveSnippet(edited.id, snippet)))))
      this.edited.set(null);
  }

  protected async remove({ id, ...snippet }: Snippet): Promise<void> {
    if (!(await this.keep(() => firstValueFrom(this.client.removeSnippet(id))))) return;
    this.working.tell('triage.snippets.removed', {}, async () => {
      await this.keep(() => firstValueFrom(this.client.saveSnippet(null, snippet)));
    });
  }

  private async keep(work: () => Promise<unknown>): Promise<boolean> {
    const kept = await this.working.keep(async () => {
      await work();
      return true;
    });
    if (kept) this.changed.emit();
    return kept ?? false;
  }
}
