import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { RouterLink } from '@angular/router';
import type { DocumentAnswer, DocumentQuote, StoredDocument } from '@moodline/assistants/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { Subscription } from 'rxjs';
import { DocumentsClient } from './documents.client';

/** A question to the documents, and what they say: quotes that open where they stand, or that they do not say. */
@Component({
  selector: 'ml-ask-documents',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './ask-panel.html',
  styleUrl: './ask-panel.css',
})
export class AskDocumentsPanel {
  private readonly client = inject(DocumentsClient);
  protected readonly locale = inject(LocaleStore);
  private asking = new Subscription();

  readonly documents = input.required<readonly StoredDocument[] | null>();

  protected readonly question = signal('');
  /** Id of the one document that is asked; empty for all. */
  protected readonly only = signal('');
  /** What the answer belongs to: the question may have been changed since. */
  protected readonly asked = signal('');
  protected readonly answer = signal<DocumentAnswer | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected ask(): void {
    const document = this.documents()?.find(({ id }) => `${id}` === this.only())?.id;
    const question = this.question().trim();
    if (!question) return;
    this.asking.unsubscribe();
    this.busy.set(true);
    this.problem.set('');
    this.asking = this.client.ask({ question, ...(document && { document }) }).subscribe({
      next: (answer) => {
        this.answer.set(answer);
        this.asked.set(question);
        this.busy.set(false);
      },
      error: (error: unknown) => {
        this.problem.set(describeProblem(error, this.locale).message);
        this.busy.set(false);
      },
    });
  }

  /** Where a quote is opened. */
  protected linkOf({ place, text }: DocumentQuote): Record<string, string | number> {
    return { place, quote: text.slice(0, 400) };
  }
}
