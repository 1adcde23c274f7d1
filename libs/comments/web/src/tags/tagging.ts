import { computed, inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Comment } from '@moodline/comments/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, type Observable, Subject } from 'rxjs';
import { FilterStore } from '../filter/filter-store';
import type { TagName } from '../filter/filter.client';
import { TagsClient } from './tags.client';

const MESSAGE_MS = 8_000;

type TagOfComment = NonNullable<Comment['tags']>[number];

/** Puts tags on comments and takes them off. It is shown when the server has kept it, and can be taken back from the message. */
@Injectable({ providedIn: 'root' })
export class Tagging {
  private readonly client = inject(TagsClient);
  private readonly filters = inject(FilterStore);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly shown = new Subject<Comment>();

  readonly allowed = computed(() => this.permissions.has('labels.correct'));
  /** A comment as it is shown from now on. */
  readonly changed: Observable<Comment> = this.shown.asObservable();
  readonly tags = this.filters.tags;

  /** The tags of a comment by their names; those that are gone meanwhile are left out. */
  of({ tags = [] }: Comment): (TagName & TagOfComment)[] {
    return tags.flatMap((one) => {
      const known = this.tags().find((tag) => tag.id === one.id);
      return known ? [{ ...known, ...one }] : [];
    });
  }

  has({ tags = [] }: Comment, tag: number): boolean {
    return tags.some(({ id }) => id === tag);
  }

  /** Puts a tag on a comment, or takes it off. */
  async toggle(comment: Comment, tag: TagName): Promise<void> {
    const tagged = !this.has(comment, tag.id);
    const others = (comment.tags ?? []).filter(({ id }) => id !== tag.id);
    const now = { ...comment, tags: tagged ? [...others, bySomebody(tag)] : others };
    const kept = await this.keep(() => firstValueFrom(this.client.say(tag.id, [comment.id], tagged)));
    if (kept === null) return;
    this.shown.next(now);
    this.tell(`comments.tags.${tagged ? 'put' : 'off'}`, { tag: tag.name }, async () => {
      const back = comment.tags?.find(({ id }) => id === tag.id)?.said || null;
      await this.keep(() => firstValueFrom(this.client.say(tag.id, [comment.id], back)));
      this.shown.next(comment);
    });
  }

  /** Puts a tag on many comments at once. */
  async putOnAll(comments: readonly Comment[], tag: TagName): Promise<void> {
    const without = comments.filter((comment) => !this.has(comment, tag.id));
    if (!without.length) return;
    const ids = without.map(({ id }) => id);
    const kept = await this.keep(() => firstValueFrom(this.client.say(tag.id, ids, true)));
    if (kept === null) return;
    for (const comment of without) this.shown.next({ ...comment, tags: [...(comment.tags ?? []), bySomebody(tag)] });
    const values = { tag: tag.name, count: this.locale.formats().number(kept) };
    this.tell('comments.tags.putOnAll', values, async () => {
      await this.keep(() => firstValueFrom(this.client.say(tag.id, ids, null)));
      for (const comment of without) this.shown.next(comment);
    });
  }

  private async keep<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      const { message } = describeProblem(error, this.locale);
      this.toasts.open(this.locale.translate('comments.tags.failed', { problem: message }), undefined, {
        duration: MESSAGE_MS,
      });
      return null;
    }
  }

  private tell(key: string, values: Record<string, unknown>, undo: () => Promise<void>): void {
    this.toasts
      .open(this.locale.translate(key, values), this.locale.translate('comments.correction.undo'), {
        duration: MESSAGE_MS,
      })
      .onAction()
      .subscribe(() => void undo());
  }
}

const bySomebody = ({ id }: TagName): TagOfComment => ({ id, said: true, probability: null });
