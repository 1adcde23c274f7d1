import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LONGEST_ESSAY, type KeptEssay } from '@moodline/assistants/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { EssaysClient } from '../essays.client';
import type { ClassEssay } from './class-files';
import { ClassTable } from './class-table';
import { TextStream } from '../text-stream';
import { CoachStore } from './coach-store';
import { EssayChanges } from './essay-changes';
import { EssayReadingView } from './essay-reading';
import { KeptEssays } from './kept-essays';

const TOAST_MS = 6_000;
const LONGEST_TITLE = 60;

/** The essay coach: one essay with its moods, advice and versions, or a class in a table. */
@Component({
  selector: 'ml-coach-page',
  imports: [ClassTable, EssayChanges, EssayReadingView, KeptEssays, RouterLink, TranslocoPipe],
  providers: [CoachStore, TextStream],
  templateUrl: './coach-page.html',
  styleUrl: './coach-page.css',
})
export class CoachPage {
  private readonly client = inject(EssaysClient);
  private readonly toasts = inject(MatSnackBar);
  private readonly router = inject(Router);
  protected readonly store = inject(CoachStore);
  protected readonly locale = inject(LocaleStore);
  private readonly keptList = viewChild(KeptEssays);

  /** Of the address: `class` shows the table. */
  readonly view = input<string>();

  protected readonly isClass = computed(() => this.view() === 'class');
  protected readonly longest = LONGEST_ESSAY;
  protected readonly title = signal('');
  protected readonly keeping = signal(false);
  protected readonly count = computed(() => this.locale.formats().number(this.store.text().trim().length));

  protected async read(): Promise<void> {
    await this.store.run();
    if (!this.store.kept() && !this.title()) this.title.set(titleOf(this.store.text()));
  }

  protected press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.read();
  }

  protected sample(): void {
    this.title.set('');
    void this.store.begin(this.locale.translate('coach.sampleText'));
  }

  protected clear(): void {
    this.store.clear();
    this.title.set('');
  }

  /** Keeps the essay under its title, or its text as a new version. */
  protected async keep(): Promise<void> {
    const text = this.store.text().trim();
    const kept = this.store.kept();
    if (!text || this.keeping()) return;
    this.keeping.set(true);
    try {
      if (kept) await firstValueFrom(this.client.keepVersion(kept.id, text));
      else {
        const title = this.title().trim() || titleOf(text);
        const id = await firstValueFrom(this.client.keep({ title, versions: [text] }));
        this.store.kept.set({ id, title });
      }
      this.keptList()?.reload();
      this.toasts.open(this.locale.translate('coach.keep.done'), undefined, { duration: TOAST_MS });
    } catch (error) {
      this.toasts.open(describeProblem(error, this.locale).message, undefined, { duration: TOAST_MS });
    } finally {
      this.keeping.set(false);
    }
  }

  protected async open({ id, title, versions }: KeptEssay): Promise<void> {
    const [last, former] = [versions.at(-1), versions.at(-2)];
    if (!last) return;
    const begun = this.store.begin(last.text, former?.text ?? null);
    this.store.kept.set({ id, title });
    this.title.set(title);
    await begun;
  }

  protected forget(id: number): void {
    if (this.store.kept()?.id === id) this.store.kept.set(null);
  }

  protected async openOfClass({ name, text }: ClassEssay): Promise<void> {
    await this.router.navigate([], { queryParams: {} });
    const begun = this.store.begin(text);
    this.title.set(name);
    await begun;
  }
}

const titleOf = (text: string) => [...(text.trim().split('\n')[0] ?? '')].slice(0, LONGEST_TITLE).join('');
