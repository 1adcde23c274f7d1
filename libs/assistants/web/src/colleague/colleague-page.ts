import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StoredDocument } from '@moodline/assistants/contract';
import { SummaryCard } from '@moodline/reports/web';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { Subscription } from 'rxjs';
import { AskDocumentsPanel } from '../documents/ask-panel';
import { DocumentList } from '../documents/document-list';
import { DocumentsClient } from '../documents/documents.client';
import { NotePanel } from './note-panel';

const VIEWS = ['ask', 'mail', 'day'] as const;
type View = (typeof VIEWS)[number];

/** A colleague for small work: answers from documents, short mails from notes, and what a day was. */
@Component({
  selector: 'ml-colleague-page',
  imports: [AskDocumentsPanel, DocumentList, NotePanel, SummaryCard, TranslocoPipe],
  templateUrl: './colleague-page.html',
  styleUrl: './colleague-page.css',
})
export class ColleaguePage {
  private readonly client = inject(DocumentsClient);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  private loading = new Subscription();

  /** Which of the three is shown, from the address. */
  readonly view = input<string>();

  protected readonly views = VIEWS;
  protected readonly shown = computed<View>(() => VIEWS.find((one) => one === this.view()) ?? 'ask');
  protected readonly documents = signal<readonly StoredDocument[] | null>(null);
  protected readonly problem = signal('');
  /** The day before today, where the browser is. */
  protected readonly yesterday = computed(() => {
    const day = new Date();
    day.setDate(day.getDate() - 1);
    const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
      .map((part) => `${part}`.padStart(2, '0'))
      .join('-');
    return { from: date, to: date };
  });

  constructor() {
    this.load();
  }

  protected choose(view: View): void {
    void this.router.navigate([], {
      queryParams: { view: view === 'ask' ? null : view },
      queryParamsHandling: 'merge',
    });
  }

  protected load(): void {
    this.loading.unsubscribe();
    this.loading = this.client.list().subscribe({
      next: (documents) => {
        this.documents.set(documents);
        this.problem.set('');
      },
      error: (error: unknown) => this.problem.set(describeProblem(error, this.locale).message),
    });
  }
}
