import { computed, inject, Injectable, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import {
  MOST_WORKED_AT_ONCE,
  workNewsSchema,
  type Comment,
  type WorkPerson,
  type WorkState,
} from '@moodline/comments/contract';
import { describeProblem, HeldPermissions, LocaleStore, ServerEvents } from '@moodline/shared/ui';
import { firstValueFrom, map, type Observable, Subject } from 'rxjs';
import { WorkClient } from './work.client';

const MESSAGE_MS = 8_000;

/** A change of what the team does with comments; what is left out stays. */
export interface WorkWish {
  readonly state?: WorkState | null;
  readonly assignee?: WorkPerson | null;
}

/** Takes comments up, gives them to people and marks them done. It is shown when the server has kept it, and can be taken back from the message. */
@Injectable({ providedIn: 'root' })
export class Working {
  private readonly client = inject(WorkClient);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly shown = new Subject<Comment>();
  private readonly known = signal<readonly WorkPerson[]>([]);

  readonly allowed = computed(() => this.permissions.has('labels.correct'));
  /** A comment as it is shown from now on. */
  readonly changed: Observable<Comment> = this.shown.asObservable();
  /** Ids of comments that anybody changed, or wrote a note about. */
  readonly news: Observable<readonly number[]> = inject(ServerEvents)
    .on('work', workNewsSchema)
    .pipe(map(({ ids }) => ids));
  /** Whom comments can be assigned to; empty before {@link loadPeople}. */
  readonly people = this.known.asReadonly();

  /** Asks once for the people; a failure leaves nobody to choose, and the next page asks again. */
  async loadPeople(): Promise<void> {
    if (this.known().length) return;
    this.known.set(await firstValueFrom(this.client.people()).catch(() => []));
  }

  /** @param key words that say what was done; `count` and `name` stand in them */
  async change(comments: readonly Comment[], wish: WorkWish, key: string): Promise<void> {
    const some = comments.filter(({ erasedAt }) => !erasedAt).slice(0, MOST_WORKED_AT_ONCE);
    if (!some.length) return;
    const { state, assignee } = wish;
    const change = { state, ...(assignee !== undefined && { assignee: assignee?.id ?? null }) };
    const answer = await this.keep(() => firstValueFrom(this.client.change(some.map(({ id }) => ({ id, ...change })))));
    if (!answer) return;
    const kept = new Set(answer.before.map(({ id }) => id));
    for (const comment of some) if (kept.has(comment.id)) this.shown.next({ ...comment, work: next(comment, wish) });
    const values = { count: this.locale.formats().number(kept.size), name: assignee?.name ?? '' };
    this.tell(`${key}${kept.size === 1 ? 'One' : ''}`, values, async () => {
      if (!(await this.keep(() => firstValueFrom(this.client.change(answer.before))))) return;
      for (const comment of some) if (kept.has(comment.id)) this.shown.next(comment);
    });
  }

  /** Does something, and says in words what went wrong. @returns null where it failed */
  async keep<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      const { message } = describeProblem(error, this.locale);
      const words = this.locale.translate('comments.work.failed', { problem: message });
      this.toasts.open(words, undefined, { duration: MESSAGE_MS });
      return null;
    }
  }

  /** Says what was done, with the way back. */
  tell(key: string, values: Record<string, unknown>, undo: () => Promise<void>): void {
    this.toasts
      .open(this.locale.translate(key, values), this.locale.translate('comments.correction.undo'), {
        duration: MESSAGE_MS,
      })
      .onAction()
      .subscribe(() => void undo());
  }
}

/** As the server does it: who is assigned has it open, and what is nobody's work any more is nobody's. */
function next({ work }: Comment, { state, assignee }: WorkWish): Comment['work'] {
  const whose =
    assignee === undefined ? (work?.assignee ?? null) : assignee && { id: assignee.id, name: assignee.name };
  const stands = state === undefined ? (work?.state ?? (whose ? 'open' : null)) : state;
  return stands ? { state: stands, assignee: whose } : undefined;
}
