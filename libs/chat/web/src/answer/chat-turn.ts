import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Fact } from '@moodline/chat/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import type { Turn } from '../conversation/turn';
import { LineExhibit } from '../exhibits/line-exhibit';
import { TableExhibit } from '../exhibits/table-exhibit';
import { FactChip } from './fact-chip';
import { FactList } from './fact-list';
import { silenceOf, tooFew } from './silence';
import { sentenceWords } from './sentence-words';

/** A question and all that came back: exhibits, checked sentences, the draft being checked, or why there is no answer. */
@Component({
  selector: 'ml-chat-turn',
  imports: [FactChip, FactList, LineExhibit, TableExhibit, TranslocoPipe],
  templateUrl: './chat-turn.html',
  styleUrl: './chat-turn.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatTurn {
  private readonly locale = inject(LocaleStore);

  readonly turn = input.required<Turn>();
  /** Whether any answer is under way, so that nothing else can be asked. */
  readonly busy = input(false);
  /** A suggestion was picked. */
  readonly asked = output<string>();
  /** The question is to be asked again. */
  readonly retried = output<void>();

  protected readonly formats = this.locale.formats;
  protected readonly answer = computed(() => this.turn().answer);
  protected readonly working = computed(() => this.turn().state === 'asking');
  protected readonly draft = computed(() => sentenceWords(this.turn().draft));
  protected readonly sentences = computed(() =>
    (this.answer()?.sentences ?? []).map(({ text, citations }) => ({
      text: sentenceWords(text),
      facts: this.factsOf(citations),
    })),
  );
  protected readonly period = computed(() => {
    const period = this.answer()?.period;
    if (!period) return '';
    // The period ends before `to`, which is the first moment of the next day.
    return this.formats().days(period.from, new Date(Math.max(Date.parse(period.from), Date.parse(period.to) - 1)));
  });
  protected readonly silence = computed(() => {
    const { state, answer } = this.turn();
    return state === 'answered' && answer ? silenceOf(answer) : null;
  });
  /** Whether the same question may get an answer the next time. */
  protected readonly mayRetry = computed(
    () => ['stopped', 'failed'].includes(this.turn().state) || this.silence() === 'no-model',
  );
  /** Where nothing could be written, the facts are the answer. */
  protected readonly factsOnly = computed(() => this.silence() === 'nothing-held' || this.silence() === 'no-model');
  protected readonly n = computed(() => tooFew(this.answer()?.reason ?? null));
  protected readonly problem = computed(() =>
    this.turn().state === 'failed' ? describeProblem(this.turn().error, this.locale).message : '',
  );

  private factsOf(ids: readonly string[]): Fact[] {
    const facts = this.answer()?.facts ?? [];
    return [...new Set(ids)].flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
  }
}
