import { computed, inject, Injectable, signal } from '@angular/core';
import {
  chosenAdvice,
  comparedParagraphs,
  followed,
  LONGEST_ESSAY,
  type Advice,
  type CoachedEssay,
  type ReadEssay,
} from '@moodline/assistants/contract';
import { firstValueFrom } from 'rxjs';
import { EssaysClient } from '../essays.client';
import { TextStream } from '../text-stream';

/** A version of an essay as it was read; `coached` is null until the model has written. */
export interface EssayReading {
  readonly text: string;
  readonly essay: ReadEssay;
  readonly coached: CoachedEssay | null;
}

/** One essay while it is worked on: its text, how it was read, and how its former version was. The page provides it, and the stream that it reads from. */
@Injectable()
export class CoachStore {
  private readonly client = inject(EssaysClient);
  private readonly writing = inject(TextStream);

  readonly text = signal('');
  readonly current = signal<EssayReading | null>(null);
  readonly former = signal<EssayReading | null>(null);
  /** What the model has written so far, unchecked. */
  readonly piece = this.writing.text.asReadonly();
  readonly problem = this.writing.problem.asReadonly();
  /** The number and title under which the essay is kept; null while it is not. */
  readonly kept = signal<{ readonly id: number; readonly title: string } | null>(null);

  readonly busy = this.writing.running;
  readonly tooLong = computed(() => this.text().trim().length > LONGEST_ESSAY);
  readonly possible = computed(() => this.text().trim() !== '' && !this.tooLong());
  /** Whether the text is another one than the one that was read. */
  readonly changed = computed(() => this.current() !== null && this.text().trim() !== this.current()?.text);
  readonly advice = computed(() => adviceOf(this.current()));
  /** The paragraphs of both versions side by side; null where there is one version only. */
  readonly pairs = computed(() => {
    const [before, after] = [this.former()?.essay, this.current()?.essay];
    if (!before || !after || after.language === 'und') return null;
    return comparedParagraphs(before.paragraphs, after.paragraphs, after.language);
  });
  /** What became of the advice for the former version. */
  readonly outcome = computed(() => {
    const [former, after, pairs] = [this.former(), this.current()?.essay, this.pairs()];
    if (!former || !after || !pairs || after.language === 'und') return [];
    const { language } = after;
    return adviceOf(former).map((advice) => ({
      advice,
      state: followed(advice, after.paragraphs, { pairs, language }),
    }));
  });

  /** Reads the text and asks for advice. A text that was read before becomes the former version. */
  async run(): Promise<void> {
    if (!this.possible()) return;
    const text = this.text().trim();
    const before = this.current();
    await this.writing.run(async (signal) => {
      const essay = await firstValueFrom(this.client.read(text));
      if (signal.aborted) return;
      if (before && before.text !== text) this.former.set(before);
      this.current.set({ text, essay, coached: null });
      await this.advise(text, signal);
    });
  }

  stop(): void {
    this.writing.stop();
  }

  /** Begins with another essay, of which a former version may be known. */
  async begin(text: string, former: string | null = null): Promise<void> {
    this.clear();
    this.text.set(text);
    if (former !== null)
      await this.writing.run(async (signal) => {
        const essay = await firstValueFrom(this.client.read(former));
        if (!signal.aborted) this.former.set({ text: former, essay, coached: null });
      });
    await this.run();
  }

  clear(): void {
    this.writing.clear();
    this.text.set('');
    this.current.set(null);
    this.former.set(null);
    this.kept.set(null);
  }

  private advise(text: string, signal: AbortSignal): Promise<void> {
    return this.writing.read(
      this.client.advise(text, signal),
      ({ coached }) => this.current.update((reading) => reading && { ...reading, coached }),
      signal,
    );
  }
}

/** The checked advice; before the model has written, what rules found. */
function adviceOf(reading: EssayReading | null): readonly Advice[] {
  return reading?.coached?.advice ?? chosenAdvice(reading?.essay.advice ?? [], []);
}
