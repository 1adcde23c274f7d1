import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  numberAttribute,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Passage, StoredDocument } from '@moodline/assistants/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { DocumentsClient } from './documents.client';
import { markedText } from './marked-text';

/** Passages that are shown before the one that was opened, and loaded at once. */
const BEFORE = 3;
const AT_ONCE = 20;

/** The text of a document in its order, open at the passage that was quoted. */
@Component({
  selector: 'ml-document-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './document-page.html',
  styleUrl: './document-page.css',
})
export class DocumentPage {
  private readonly client = inject(DocumentsClient);
  protected readonly locale = inject(LocaleStore);

  readonly id = input(0, { transform: numberAttribute });
  readonly place = input(0, { transform: (value: unknown) => numberAttribute(value, 0) });
  readonly quote = input<string>();

  protected readonly document = signal<StoredDocument | null>(null);
  protected readonly passages = signal<readonly Passage[]>([]);
  protected readonly problem = signal('');
  protected readonly loading = signal(false);
  protected readonly first = computed(() => this.passages()[0]?.place ?? 0);
  protected readonly more = computed(() => (this.passages().at(-1)?.place ?? 0) + 1 < (this.document()?.passages ?? 0));
  private readonly opened = viewChild<ElementRef<HTMLElement>>('opened');

  constructor() {
    effect(() => {
      const from = Math.max(0, this.place() - BEFORE);
      this.id();
      untracked(() => {
        this.passages.set([]);
        void this.load(from, AT_ONCE);
      });
    });
    effect(() => this.opened()?.nativeElement.scrollIntoView({ block: 'center' }));
  }

  protected earlier(): void {
    const from = Math.max(0, this.first() - AT_ONCE);
    void this.load(from, this.first() - from);
  }

  protected later(): void {
    void this.load((this.passages().at(-1)?.place ?? -1) + 1, AT_ONCE);
  }

  /** The page or heading that begins with a passage; empty where it goes on. */
  protected beginsWith({ page, heading }: Passage, before: Passage | undefined): string {
    const pages = page !== null && page !== before?.page ? this.locale.translate('colleague.ask.page', { page }) : '';
    return [pages, heading !== (before?.heading ?? '') || pages ? heading : ''].filter(Boolean).join(' · ');
  }

  protected partsOf({ place, text }: Passage) {
    return markedText(text, place === this.place() ? (this.quote() ?? '') : '');
  }

  private async load(from: number, limit: number): Promise<void> {
    this.loading.set(true);
    this.problem.set('');
    try {
      const found = await firstValueFrom(this.client.passages(this.id(), { from, limit: Math.max(1, limit) }));
      this.document.set(found.document);
      this.passages.update((shown) => [
        ...found.passages.filter(({ place }) => place < (shown[0]?.place ?? Infinity)),
        ...shown,
        ...(shown.length ? found.passages.filter(({ place }) => place > (shown.at(-1)?.place ?? -1)) : []),
      ]);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.loading.set(false);
    }
  }
}
