import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Comment, CommentFilter, Label } from '@moodline/comments/contract';
import { LabelCorrections } from '@moodline/comments/web';
import type { ReviewPage } from '@moodline/sentiment/contract';
import { Subscription } from 'rxjs';
import { SentimentClient } from '../sentiment.client';

/** So many a day show within a week how far the labels can be trusted. */
export const DAILY_GOAL = 40;
/** Comments in hand below which the next page is asked for. */
const FEW = 5;
/** Comments judged last that stay in sight. */
const SHOWN = 5;

/** Something that was done with a comment, to be taken back. */
interface Step {
  readonly before: Comment;
  readonly skipped: boolean;
}

/** The queue as a person works through it: one comment in front, those behind it, and what was done so far. */
@Injectable()
export class ReviewStore {
  private readonly client = inject(SentimentClient);
  private readonly corrections = inject(LabelCorrections);

  private readonly waiting = signal<readonly Comment[]>([]);
  private readonly steps = signal<readonly Step[]>([]);
  private readonly done = signal<readonly Comment[]>([]);
  private readonly counts = signal<{ left: number; today: number } | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly seen = new Set<number>();
  private filter: CommentFilter = {};
  private cursor: string | null = null;
  private loading = new Subscription();

  /** The comment in front; null while loading and when nothing is left. */
  readonly current = computed(() => this.waiting()[0] ?? null);
  /** Comments judged in this sitting, the last one first. */
  readonly judged = computed(() => this.done().slice(0, SHOWN));
  readonly error = this.failure.asReadonly();
  readonly state = computed<'loading' | 'ready' | 'empty' | 'failed'>(() => {
    if (this.current()) return 'ready';
    if (this.failure()) return 'failed';
    return this.counts() && this.cursor === null ? 'empty' : 'loading';
  });
  readonly left = computed(() => this.counts()?.left ?? 0);
  readonly today = computed(() => this.counts()?.today ?? 0);
  /** What to reach today: fewer where fewer are left. */
  readonly goal = computed(() => Math.min(DAILY_GOAL, this.today() + this.left()));
  readonly canUndo = computed(() => this.steps().length > 0);

  constructor() {
    const destroyed = inject(DestroyRef);
    destroyed.onDestroy(() => this.corrections.context.clear());
    // However a comment is judged, by the keys, the large buttons or those in its row, it comes out here.
    this.corrections.changed.pipe(takeUntilDestroyed(destroyed)).subscribe((comment) => this.follow(comment));
  }

  /** Begins with what waits in a filter. */
  show(filter: CommentFilter): void {
    this.filter = filter;
    this.cursor = null;
    this.seen.clear();
    this.corrections.context.clear();
    this.waiting.set([]);
    this.steps.set([]);
    this.done.set([]);
    this.counts.set(null);
    this.load();
  }

  /** Asks for the next page, or for the one again that failed. */
  load(): void {
    this.loading.unsubscribe();
    this.failure.set(null);
    this.loading = this.client.review(this.filter, this.cursor).subscribe({
      next: (page) => this.take(page),
      error: (error: unknown) => this.failure.set(error),
    });
  }

  label(label: Label): void {
    const comment = this.current();
    if (comment) this.corrections.correct(comment, label);
  }

  skip(): void {
    const comment = this.current();
    if (!comment) return;
    this.steps.update((steps) => [...steps, { before: comment, skipped: true }]);
    this.advance(comment.id);
  }

  /** Takes the last step back and lays its comment in front again. */
  undo(): void {
    const step = this.steps().at(-1);
    if (!step) return;
    if (!step.skipped) return this.corrections.restore(step.before);
    this.steps.update((steps) => steps.slice(0, -1));
    this.waiting.update((waiting) => [step.before, ...waiting]);
  }

  private take({ items, nextCursor, left, today }: ReviewPage): void {
    const fresh = items.filter(({ id }) => !this.seen.has(id));
    for (const { id, asked } of fresh) {
      this.seen.add(id);
      this.corrections.context.set(id, { asked });
    }
    this.cursor = nextCursor;
    // Counted on from the first page: a later one may not know yet what is still on its way to the server.
    this.counts.update((counts) => counts ?? { left, today });
    this.waiting.update((waiting) => [...waiting, ...fresh]);
    if (!fresh.length && nextCursor !== null) this.load();
  }

  private follow(comment: Comment): void {
    const current = this.current();
    if (current?.id === comment.id && comment.correction && !current.correction) return this.judge(current, comment);
    const step = this.steps().find(({ before, skipped }) => !skipped && before.id === comment.id);
    if (step && !comment.correction) return this.takeBack(step);
    this.done.update((done) => done.map((known) => (known.id === comment.id ? comment : known)));
  }

  private judge(before: Comment, now: Comment): void {
    this.steps.update((steps) => [...steps, { before, skipped: false }]);
    this.done.update((done) => [now, ...done]);
    this.counts.update((counts) => counts && { left: Math.max(0, counts.left - 1), today: counts.today + 1 });
    this.advance(before.id);
  }

  private takeBack(step: Step): void {
    this.steps.update((steps) => steps.filter((other) => other !== step));
    this.done.update((done) => done.filter(({ id }) => id !== step.before.id));
    this.counts.update((counts) => counts && { left: counts.left + 1, today: Math.max(0, counts.today - 1) });
    this.waiting.update((waiting) => [step.before, ...waiting]);
  }

  private advance(id: number): void {
    this.waiting.update((waiting) => waiting.filter((comment) => comment.id !== id));
    if (this.waiting().length < FEW && this.cursor !== null && this.loading.closed) this.load();
  }
}
