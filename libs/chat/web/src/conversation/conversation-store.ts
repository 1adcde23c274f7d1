import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Question, TypedQuestion } from '@moodline/chat/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { HeldPermissions } from '@moodline/shared/ui';
import { typedOf } from '../answer/scope-parts';
import { ChatClient } from '../chat.client';
import type { Conversation } from './conversation';
import { ConversationStorage } from './conversation-storage';
import { isOpen, newTurn, withEvent, type Turn } from './turn';

/**
 * The conversations of this tab. They live longer than the panel, so an answer is finished while the panel is closed,
 * and end with the session: the next person to sign in may not read it.
 */
@Injectable({ providedIn: 'root' })
export class ConversationStore {
  private readonly client = inject(ChatClient);
  private readonly storage = inject(ConversationStorage);
  private readonly permissions = inject(HeldPermissions);
  private readonly kept = signal<readonly Conversation[]>(this.storage.load());
  // The one that was last spoken in is open again after a reload.
  private readonly openId = signal(this.kept().at(-1)?.id ?? 0);
  private request: AbortController | null = null;
  // Never used twice, not even after clearing: an aborted answer still ends its own turn and no other.
  private lastId = Math.max(0, ...this.kept().flatMap(({ turns }) => turns.map(({ id }) => id)));
  private lastConversation = Math.max(0, ...this.kept().map(({ id }) => id));

  /** All conversations, the one that was last spoken in first. */
  readonly conversations = computed(() =>
    this.kept()
      .filter(({ turns }) => turns.length > 0)
      .toReversed(),
  );
  /** The one that is shown; null before the first question. */
  readonly current = computed(() => this.kept().find(({ id }) => id === this.openId()) ?? null);
  private readonly all = computed<readonly Turn[]>(() => this.current()?.turns ?? []);
  /** Those of the conversation that is shown, oldest first. */
  readonly turns = this.all;
  /** Whether an answer is under way. One question is asked at a time. */
  readonly busy = computed(() => this.kept().some(({ turns }) => turns.some(isOpen)));

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
    const turns = [...this.all(), newTurn(id, question, filter, typed)];
    const { id: conversation, name } = this.current() ?? { id: ++this.lastConversation, name: null };
    this.openId.set(conversation);
    // Whichever was spoken in last stands last.
    this.kept.update((kept) => [...kept.filter((one) => one.id !== conversation), { id: conversation, name, turns }]);
    await this.answer(id);
  }

  /** Asks another question in the place of an ended turn. What came after it rested on the old one, and is gone. */
  async askInstead(id: number, question: string, filter: CommentFilter): Promise<void> {
    if (this.busy()) return;
    const turns = this.all().filter((turn) => turn.id < id);
    this.changeConversation(this.openId(), (conversation) => ({ ...conversation, turns }));
    await this.ask(question, filter);
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

  /** Begins a new conversation; the others stay. */
  start(): void {
    if (!this.busy()) this.openId.set(0);
  }

  /** Shows another conversation. */
  open(id: number): void {
    if (!this.busy()) this.openId.set(id);
  }

  /** @param name empty gives back the first question as its name */
  rename(id: number, name: string): void {
    this.changeConversation(id, (conversation) => ({ ...conversation, name: name.trim() || null }));
    this.storage.save(this.kept());
  }

  /** Forgets a conversation. @returns how to take that back */
  remove(id: number): () => void {
    const before = this.kept();
    const wasOpen = this.openId() === id;
    if (wasOpen) this.stop();
    this.kept.update((kept) => kept.filter((one) => one.id !== id));
    if (wasOpen) this.openId.set(0);
    this.storage.save(this.kept());
    return () => {
      const removed = before.find((one) => one.id === id);
      if (!removed || this.kept().some((one) => one.id === id)) return;
      this.kept.update((kept) => [removed, ...kept]);
      if (wasOpen && !this.busy()) this.openId.set(id);
      this.storage.save(this.kept());
    };
  }

  /** What the asker thinks of an answer; null takes it back. It stays in this tab, with the answer. */
  rate(id: number, rating: Turn['rating']): void {
    this.change(id, (turn) => ({ ...turn, rating }));
    this.storage.save(this.kept());
  }

  /** Forgets everything, also what is kept for a reload. */
  clear(): void {
    this.stop();
    this.kept.set([]);
    this.openId.set(0);
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
    this.storage.save(this.kept());
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
    this.kept.update((kept) =>
      kept.map((one) => ({ ...one, turns: one.turns.map((turn) => (turn.id === id ? next(turn) : turn)) })),
    );
  }

  private changeConversation(id: number, next: (conversation: Conversation) => Conversation): void {
    this.kept.update((kept) => kept.map((one) => (one.id === id ? next(one) : one)));
  }
}
