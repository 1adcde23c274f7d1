import { Clipboard } from '@angular/cdk/clipboard';
import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, ErrorHandler, inject, input, signal, type Type, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { HttpErrorResponse } from '@angular/common/http';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Comment, type CommentThread, LABELS, type WorkPerson, type WorkState } from '@moodline/comments/contract';
import { describeProblem, Icon, LocaleStore, ServerEvents } from '@moodline/shared/ui';
import { filter, merge, Subscription, throttleTime } from 'rxjs';
import { CommentRow } from '../comment-row/comment-row';
import { LABEL_SIGNS } from '../comment-row/label-signs';
import { safeLink } from '../comment-row/safe-link';
import { FacetCorrections } from '../facets/facet-corrections';
import { FilterStore } from '../filter/filter-store';
import { LabelCorrections } from '../correction/label-corrections';
import { Tagging } from '../tags/tagging';
import { WorkClient } from '../work/work.client';
import { Working } from '../work/working';
import { CommentNotes } from './comment-notes';
import { COMMENT_PAGE_PARTS } from './comment-page-parts';

const REFRESH_EVERY_MS = 4_000;

/** One comment with its thread, what the model and people say of it, and what the team does with it. */
@Component({
  selector: 'ml-comment-page',
  imports: [CommentNotes, CommentRow, Icon, NgComponentOutlet, RouterLink, TranslocoPipe],
  templateUrl: './comment-page.html',
  styleUrl: './comment-page.css',
})
export class CommentPage {
  private readonly client = inject(WorkClient);
  protected readonly locale = inject(LocaleStore);
  protected readonly working = inject(Working);
  protected readonly filters = inject(FilterStore);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(MatSnackBar);
  private readonly errors = inject(ErrorHandler);
  private loading = new Subscription();

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly thread = signal<CommentThread | null>(null);
  protected readonly gone = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly comment = signal<Comment | null>(null);
  /** What other domains show below the comment. */
  protected readonly parts = signal<readonly Type<unknown>[]>([]);
  protected readonly labels = LABELS;
  protected readonly signs = LABEL_SIGNS;
  protected readonly states: readonly (WorkState | null)[] = [null, 'open', 'done'];
  protected readonly original = computed(() => safeLink(this.comment()?.permalink ?? null));

  constructor() {
    effect(() => {
      this.id();
      untracked(() => {
        this.thread.set(null);
        this.load();
      });
    });
    const own = ({ id }: Comment) => id === Number(this.id());
    merge(
      inject(LabelCorrections).changed,
      inject(FacetCorrections).changed,
      inject(Tagging).changed,
      this.working.changed,
    )
      .pipe(filter(own), takeUntilDestroyed())
      .subscribe((comment) => this.comment.set(comment));
    this.working.news
      .pipe(
        filter((ids) => ids.includes(Number(this.id()))),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.load());
    inject(ServerEvents)
      .dataChanged.pipe(
        throttleTime(REFRESH_EVERY_MS, undefined, { leading: true, trailing: true }),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.load());
    void this.working.loadPeople();
    void Promise.all(inject(COMMENT_PAGE_PARTS).map((load) => load())).then((parts) => this.parts.set(parts));
  }

  protected load(): void {
    this.loading.unsubscribe();
    this.loading = this.client.thread(Number(this.id())).subscribe({
      next: (thread) => {
        this.thread.set(thread);
        this.comment.set(thread.comment);
        this.gone.set(false);
        this.problem.set(null);
      },
      error: (error: unknown) => this.fail(error),
    });
  }

  protected setState(state: WorkState | null): void {
    const comment = this.comment();
    if (comment && (comment.work?.state ?? null) !== state)
      void this.working.change([comment], { state }, `comments.work.told.${state ?? 'none'}`);
  }

  protected assign(id: string): void {
    const comment = this.comment();
    const person = this.working.people().find((one) => String(one.id) === id) ?? null;
    const key = person ? 'assigned' : 'free';
    if (comment) void this.working.change([comment], { assignee: person }, `comments.work.told.${key}`);
  }

  /** Whoever has it, also where they are not among the people any more. */
  protected readonly people = computed<readonly Pick<WorkPerson, 'id' | 'name' | 'me'>[]>(() => {
    const people = this.working.people();
    const has = this.comment()?.work?.assignee;
    return has && !people.some(({ id }) => id === has.id) ? [...people, { ...has, me: false }] : people;
  });

  protected copyAddress(): void {
    const { origin, pathname } = window.location;
    const copied = this.clipboard.copy(`${origin}${pathname}`);
    const words = `comments.work.page.${copied ? 'copied' : 'copyFailed'}`;
    this.toasts.open(this.locale.translate(words), undefined, { duration: 4_000 });
  }

  private fail(error: unknown): void {
    const missing = error instanceof HttpErrorResponse && [400, 404].includes(error.status);
    this.gone.set(missing);
    if (missing) return this.thread.set(null);
    this.problem.set(describeProblem(error, this.locale).message);
    if (!(error instanceof HttpErrorResponse)) this.errors.handleError(error);
  }
}
