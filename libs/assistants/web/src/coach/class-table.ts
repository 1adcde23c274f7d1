import { Component, computed, DestroyRef, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MoodParagraph } from '@moodline/assistants/contract';
import { describeProblem, LocaleStore, saveFile } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { EssaysClient } from '../essays.client';
import { classCsv, firstAdvice, meanMood, type ClassRow } from './class-csv';
import { readClassFiles, type ClassEssay, type ClassFiles } from './class-files';

const COLUMNS = ['name', 'words', 'paragraphs', 'mood', 'positive', 'neutral', 'negative', 'moods', 'advice'] as const;

/** A class in one table: essays from files, each with its mood by paragraph and the weightiest advice. Nothing is stored. */
@Component({
  selector: 'ml-class-table',
  imports: [TranslocoPipe],
  templateUrl: './class-table.html',
  styleUrl: './class-table.css',
})
export class ClassTable {
  private readonly client = inject(EssaysClient);
  protected readonly locale = inject(LocaleStore);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  /** An essay that is to be coached alone. */
  readonly opened = output<ClassEssay>();

  protected readonly rows = signal<readonly ClassRow[]>([]);
  protected readonly leftOut = signal<ClassFiles['leftOut']>([]);
  protected readonly progress = signal<{ readonly done: number; readonly total: number } | null>(null);
  protected readonly problem = signal('');
  protected readonly dragging = signal(false);
  protected readonly shown = computed(() =>
    this.rows().map((row) => ({ ...row, mean: meanMood(row.essay), advice: firstAdvice(row.essay) })),
  );
  private stopped = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.dragging.set(false);
    void this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected picked(): void {
    const input = this.picker().nativeElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    void this.take(files);
  }

  protected stop(): void {
    this.stopped = true;
  }

  protected download(): void {
    const headings = COLUMNS.map((column) => this.locale.translate(`coach.class.column.${column}`));
    const content = new Blob([classCsv(this.rows(), headings)], { type: 'text/csv;charset=utf-8' });
    saveFile(content, `moodline-${this.locale.translate('coach.class.file')}.csv`);
  }

  protected points(net: number | null): string {
    if (net === null) return '–';
    const points = this.locale.formats().number(Math.abs(net) * 100, 0);
    return net < 0 ? `−${points}` : `+${points}`;
  }

  protected tells({ label, probabilities }: MoodParagraph, at: number): string {
    const words = this.locale.translate(label ? `filter.label.${label}` : 'coach.noMood');
    const share = label && probabilities ? ` ${this.locale.formats().percent(probabilities[label], 0)}` : '';
    return `${at + 1}: ${words}${share}`;
  }

  /** Reads the essays one after the other; what was read stays when it is stopped or fails. */
  private async take(files: readonly File[]): Promise<void> {
    if (!files.length || this.progress()) return;
    this.stopped = false;
    this.problem.set('');
    this.progress.set({ done: 0, total: 0 });
    try {
      const { essays, leftOut } = await readClassFiles(files);
      this.leftOut.set(leftOut);
      this.rows.set([]);
      for (const [done, { name, text }] of essays.entries()) {
        this.progress.set({ done, total: essays.length });
        const essay = await firstValueFrom(this.client.read(text));
        if (this.stopped) return;
        this.rows.update((rows) => [...rows, { name, text, essay }]);
      }
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.progress.set(null);
    }
  }
}
