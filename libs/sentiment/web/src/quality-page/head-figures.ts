import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Evaluation, HeadResult, JudgedHeads } from '@moodline/sentiment/contract';
import type { CountedShare } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { intervalWords } from './measurement';

const HEADS = ['mood', 'emotion', 'kind'] as const;
type Head = (typeof HEADS)[number];

/** How right mood, emotion and kind are: by people's words on the workspace's own comments, and on the written set. */
@Component({
  selector: 'ml-head-figures',
  imports: [TranslocoPipe],
  templateUrl: './head-figures.html',
  styleUrl: './head-figures.css',
})
export class HeadFigures {
  private readonly locale = inject(LocaleStore);

  readonly judged = input<JudgedHeads | null>(null);
  /** The newest evaluation of the written set that has ended. */
  readonly written = input<Evaluation | null>(null);
  readonly mayMeasure = input(false);
  readonly measuring = input(false);
  readonly measure = output();

  protected readonly rows = computed(() =>
    HEADS.map((head) => ({
      head,
      judged: this.cell(this.judged()?.[head] ?? null),
      written: this.cell(this.writtenOf(head)),
    })),
  );

  private writtenOf(head: Head): HeadResult | null {
    const result = this.written()?.result;
    if (!result) return null;
    if (head !== 'mood') return result.heads?.[head] ?? null;
    const byLanguage = Object.entries(result.byLanguage).map(
      ([language, { accuracy }]) => [language, accuracy] as const,
    );
    return { accuracy: result.accuracy, byLanguage: Object.fromEntries(byLanguage) };
  }

  private cell(result: HeadResult | null) {
    if (!result?.accuracy.n) return null;
    const formats = this.locale.formats();
    return {
      share: this.share(result.accuracy),
      basis: `${intervalWords(result.accuracy, formats)} · n = ${formats.number(result.accuracy.n)}`,
      languages: Object.entries(result.byLanguage)
        .filter(([, { n }]) => n > 0)
        .map(([language, accuracy]) => ({
          name: this.locale.translate(`filter.language.${language}`),
          share: this.share(accuracy),
          n: formats.number(accuracy.n),
        })),
    };
  }

  private share({ value }: CountedShare): string {
    return value === null ? '–' : this.locale.formats().percent(value);
  }
}
