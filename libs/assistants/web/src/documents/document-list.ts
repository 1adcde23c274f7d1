import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DOCUMENT_ENDINGS, DOCUMENT_LIMITS, type StoredDocument } from '@moodline/assistants/contract';
import { Working } from '@moodline/comments/web';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { DocumentsClient } from './documents.client';

/** A file that could not be added, and why. */
interface Refusal {
  readonly name: string;
  readonly problem: string;
}

/** The documents of a workspace: added by choosing or dropping files, listed, and removed. */
@Component({
  selector: 'ml-document-list',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './document-list.html',
  styleUrl: './document-list.css',
})
export class DocumentList {
  private readonly client = inject(DocumentsClient);
  private readonly working = inject(Working);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);

  /** Null while they are loaded. */
  readonly documents = input.required<readonly StoredDocument[] | null>();
  readonly changed = output<void>();

  protected readonly accepted = DOCUMENT_ENDINGS.join(',');
  protected readonly limits = { megabytes: DOCUMENT_LIMITS.bytes / 1e6, pages: DOCUMENT_LIMITS.pages };
  protected readonly mayWrite = computed(() => this.permissions.has('documents.write'));
  protected readonly over = signal(false);
  /** The file that is added now, and the part of it that was sent, in percent. */
  protected readonly adding = signal<{ readonly name: string; readonly sent: number } | null>(null);
  protected readonly said = signal('');
  protected readonly refused = signal<readonly Refusal[]>([]);

  protected hover(event: DragEvent): void {
    // Without this the browser opens the file instead.
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    void this.add([...(event.dataTransfer?.files ?? [])]);
  }

  protected pick(picker: HTMLInputElement): void {
    const files = [...(picker.files ?? [])];
    // Choosing the same file again, after it was corrected, is a choice too.
    picker.value = '';
    void this.add(files);
  }

  protected async remove({ id, name }: StoredDocument): Promise<void> {
    if (!(await this.keep(() => firstValueFrom(this.client.remove(id))))) return;
    this.working.tell('colleague.documents.removed', { name }, async () => {
      await this.keep(() => firstValueFrom(this.client.keep(id)));
    });
  }

  protected size(bytes: number): string {
    const large = bytes >= 1e6;
    return `${this.locale.formats().number(large ? bytes / 1e6 : Math.ceil(bytes / 1e3), large ? 1 : 0)} ${large ? 'MB' : 'kB'}`;
  }

  /** One after the other: each is read on the server, which takes its time. */
  private async add(files: readonly File[]): Promise<void> {
    if (this.adding() || !files.length || !this.mayWrite()) return;
    this.refused.set([]);
    this.said.set('');
    for (const file of files) {
      this.adding.set({ name: file.name, sent: 0 });
      await this.addOne(file);
    }
    this.adding.set(null);
  }

  private addOne(file: File): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.client.add(file).subscribe({
      next: (event) => {
        if ('sent' in event) return this.adding.set({ name: file.name, sent: Math.round(100 * event.sent) });
        const { already, document } = event.uploaded;
        this.said.set(
          this.locale.translate(`colleague.documents.${already ? 'already' : 'added'}`, { name: document.name }),
        );
        this.changed.emit();
      },
      error: (error: unknown) => {
        const { message } = describeProblem(error, this.locale);
        this.refused.update((list) => [...list, { name: file.name, problem: message }]);
        resolve();
      },
      complete: resolve,
    });
    return promise;
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
