import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AsksBack, TypedQuestion } from '@moodline/chat/contract';
import type { Fact } from '@moodline/narration/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import type { Turn } from '../conversation/turn';
import { LineExhibit } from '../exhibits/line-exhibit';
import { TableExhibit } from '../exhibits/table-exhibit';
import { FactChip } from './fact-chip';
import { FactList } from './fact-list';
import { scopeParts } from './scope-parts';
import { TurnActions } from './turn-actions';

/** A question and all that came back: what it is about, sentences, exhibits, or why there is no answer. */
@Component({
  selector: 'ml-chat-turn',
  imports: [FactChip, FactList, LineExhibit, TableExhibit, TranslocoPipe, TurnActions],
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
  /** The question is to be changed and asked again. */
  readonly edited = output();
  /** The question is to be asked again. */
  readonly retried = output<void>();
  /** The question is to be answered as it is given here: a part was changed, or one of the ways to go on was picked. */
  readonly changed = output<{ readonly words: string; readonly typed: TypedQuestion }>();

  protected readonly answer = computed(() => this.turn().answer);
  protected readonly working = computed(() => this.turn().state === 'asking');
  protected readonly sentences = computed(() =>
    (this.answer()?.sentences ?? []).map(({ text, citations }) => ({ text, facts: this.factsOf(citations) })),
  );
  protected readonly parts = computed(() => {
    const answer = this.answer();
    return answer && !answer.declined && !answer.asksBack ? scopeParts(answer, this.locale) : [];
  });
  protected readonly mayRetry = computed(() => ['stopped', 'failed'].includes(this.turn().state));
  protected readonly problem = computed(() =>
    this.turn().state === 'failed' ? describeProblem(this.turn().error, this.locale).message : '',
  );

  protected choose(option: AsksBack['options'][number]): void {
    this.changed.emit({ words: `${this.turn().question} (${option.text})`, typed: option.typed });
  }

  protected leaveOut(typed: TypedQuestion): void {
    this.changed.emit({ words: this.turn().question, typed });
  }

  private factsOf(ids: readonly string[]): Fact[] {
    const facts = this.answer()?.facts ?? [];
    return [...new Set(ids)].flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
  }
}
