import { computed, inject, Injectable, signal } from '@angular/core';
import type { Comment } from '@moodline/comments/contract';
import { TagsClient } from '@moodline/comments/web';
import type { SuggestionKind, TagSuggestion } from '@moodline/sentiment/contract';
import { firstValueFrom, Subscription } from 'rxjs';
import { TagLearningClient } from '../tag-learning.client';

/** Suggestions in hand below which more are asked for. */
const FEW = 4;
/** Comments judged last that stay in sight. */
const SHOWN = 4;

/** What was said of a suggestion, or that it was passed over (null). */
export interface Judged {
  readonly suggestion: TagSuggestion;
  readonly tagged: boolean | null;
}

/** Suggestions of a tag as a person works through them: one in front, those behind it, and what was said so far. */
@Injectable()
export class TagJudgingStore {
  private readonly client = inject(TagLearningClient);
  private readonly tags = inject(TagsClient);

  private readonly waiting = signal<readonly TagSuggestion[]>([]);
  private readonly steps = signal<readonly Judged[]>([]);
  private readonly failed = signal<unknown>(null);
  private readonly loaded = signal(false);
  private readonly seen = new Set<number>();
  private loading = new Subscription();
  /** What is on its way to the server, one after the other. */
  private saving: Promise<unknown> = Promise.resolve();
  private tag = 0;

  readonly kind = signal<SuggestionKind>('likely');
  /** The suggestion in front; null while loading and when nothing is left. */
  readonly current = computed(() => this.waiting()[0] ?? null);
  readonly judged = computed(() => this.steps().filter(({ tagged }) => tagged !== null));
  /** Judged in this sitting, the last one first. */
  readonly shown = computed(() => this.judged().slice(-SHOWN).reverse());
  readonly error = this.failed.asReadonly();
  readonly canUndo = computed(() => this.steps().length > 0);
  readonly state = computed<'loading' | 'ready' | 'empty'>(() =>
    this.current() ? 'ready' : this.loaded() ? 'empty' : 'loading',
  );

  show(tag: number, kind: SuggestionKind): void {
    if (tag !== this.tag) this.steps.set([]);
    this.tag = tag;
    this.kind.set(kind);
    this.seen.clear();
    for (const { suggestion } of this.steps()) this.seen.add(suggestion.comment.id);
    this.waiting.set([]);
    this.load();
  }

  /** Asks for suggestions; those that were seen stay away. */
  load(): void {
    this.loading.unsubscribe();
    this.loaded.set(false);
    this.loading = this.client.suggestions(this.tag, this.kind()).subscribe({
      next: (items) => {
        const fresh = items.filter(({ comment }) => !this.seen.has(comment.id));
        for (const { comment } of fresh) this.seen.add(comment.id);
        this.waiting.update((waiting) => [...waiting, ...fresh]);
        this.loaded.set(true);
      },
      error: (error: unknown) => {
        this.failed.set(error);
        this.loaded.set(true);
      },
    });
  }

  /** Says whether the comment in front has the tag, or passes over it (null). */
  judge(tagged: boolean | null): void {
    const suggestion = this.current();
    if (!suggestion) return;
    this.steps.update((steps) => [...steps, { suggestion, tagged }]);
    this.waiting.update((waiting) => waiting.slice(1));
    if (tagged !== null) this.save(suggestion, tagged);
    if (this.waiting().length < FEW && this.loaded()) this.load();
  }

  /** Takes the last step back and lays its comment in front again. */
  undo(): void {
    const step = this.steps().at(-1);
    if (!step) return;
    this.steps.update((steps) => steps.slice(0, -1));
    this.waiting.update((waiting) => [step.suggestion, ...waiting]);
    if (step.tagged !== null) this.save(step.suggestion, null);
  }

  /** The comment as it is shown while it waits: the tag in question is not among its chips. */
  bare({ comment }: TagSuggestion): Comment {
    return { ...comment, tags: comment.tags?.filter(({ id }) => id !== this.tag) };
  }

  private save({ comment, drawn }: TagSuggestion, tagged: boolean | null): void {
    const tag = this.tag;
    this.failed.set(null);
    this.saving = this.saving
      .then(() => firstValueFrom(this.tags.say(tag, [comment.id], tagged, drawn)))
      .catch((error: unknown) => this.failed.set(error));
  }
}
