import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Question, TypedQuestion } from '@moodline/chat/contract';
import type { CommentFilter } from '@moodline/shared/contract';
import { HeldPermissions } from '@moodline/shared/ui';
import { typedOf } from '../answer/scope-parts';
import { ChatClient } from '../chat.client';
import { ConversationStorage } from './conversation-storage';
import { isOpen, newTurn, withEvent, type Turn } from './turn';

/**
 * The conversation of this tab. It lives longer than the panel, so an answer is finished while the panel is closed,
 * and ends with the session: the next person to sign in may not read it.
 */
@Injectable({ providedIn: 'root' })
export class ConversationStore {
  private readonly client = inject(ChatClient);
  private readonly storage = inject(ConversationStorage);
  private readonly permissions = inject(HeldPermissions);
  private readonly all = signal<readonly Turn[]>(this.storage.load());
  private request: AbortController | null = null;
  // Never used twice, not even after clearing: an aborted answer still ends its own turn and no other.
  private lastId = this.all().at(-1)?.id ?? 0;

  /** Oldest first. */
  readonly turns = this.all.asReadonly();
  /** Whether an answer is under way. One question is asked at a time. */
  readonly busy = computed(() => this.all().some(isOpen));

  constructor() {
    let mayAsk = false;
    effect(() => {
      const might = mayAsk;
      mayAsk = this.permissions.has('chat.ask');
      if (might && !mayAsk) untracked(() => this.clear());
    });
  }

  /** Asks in a new turn; does nothing while an answer is under way. Resolves when the turn has ended, however it ended. */
  async ask(question: string, filter: CommentFilter, typed?: TypedQuestion): Promise<void> {
    if (this.busy()) return;
    const id = ++this.lastId;
    this.all.update((turns) => [...turns, newTurn(id, question, filter, typed)]);
    await this.answer(id);
  }

  /** Asks the question of an ended turn again, in its place. */
  async retry(id: number): Promise<void> {
    if (this.busy()) return;
    this.change(id, ({ question, filter, typed }) => newTurn(id, question, filter, typed));
    await this.answer(id);
  }

  /** Stops the answer under way. What was checked until then stays. */
  stop(): void {
    this.request?.abort();
  }

  /** Forgets everything, also what is kept for a reload. */
  clear(): void {
    this.stop();
    this.all.set([]);
    this.storage.save([]);
  }

  private async answer(id: number): Promise<void> {
    const turn = this.all().find((one) => one.id === id);
    if (!turn) return;
    const request = new AbortController();
    this.request = request;
    try {
      for await (const event of this.client.ask(this.questionOf(turn), request.signal)) {
        if (request.signal.aborted) break;
        this.change(id, (before) => withEvent(before, event));
      }
      if (request.signal.aborted) this.end(id, { state: 'stopped' });
    } catch (error) {
      this.end(id, request.signal.aborted ? { state: 'stopped' } : { state: 'failed', error });
    }
    this.storage.save(this.all());
  }

  /** The question with what it may go on from: the last answer before it. */
  private questionOf({ id, question, filter, typed }: Turn): Question {
    const before = this.all().findLast((turn) => turn.id < id && turn.answer !== null && !turn.answer.declined)?.answer;
    return { question, filter, ...(typed ? { typed } : {}), ...(before ? { previous: typedOf(before) } : {}) };
  }

  private end(id: number, how: Partial<Turn>): void {
    this.change(id, (turn) => ({ ...turn, ...how }));
  }

  private change(id: number, next: (turn: Turn) => Turn): void {
    this.all.update((turns) => turns.map((turn) => (turn.id === id ? next(turn) : turn)));
  }
}
