import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Comment, Tag } from '@moodline/comments/contract';
import { CommentRow, TagsClient } from '@moodline/comments/web';
import { describeProblem, HeldPermissions, keptAnswer, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { TagLearningClient } from '../tag-learning.client';
import { TagStore } from '../tag-store';

const SIDES = ['yes', 'no'] as const;
const PAGE = 20;

/** What people said of comments and the tag: those that have it, and those that have it not. */
@Component({
  selector: 'ml-tag-example-list',
  imports: [CommentRow, TranslocoPipe],
  templateUrl: './tag-example-list.html',
  styleUrl: './tag-example-list.css',
})
export class TagExampleList {
  private readonly client = inject(TagLearningClient);
  private readonly tags = inject(TagsClient);
  private readonly store = inject(TagStore);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);

  readonly tag = input.required<Tag>();

  protected readonly sides = SIDES;
  protected readonly side = signal<(typeof SIDES)[number]>('yes');
  protected readonly offset = linkedSignal({ source: this.side, computation: () => 0 });
  protected readonly may = computed(() => this.permissions.has('labels.correct'));
  private readonly failed = signal<unknown>(null);
  /** Asked again whenever somebody has said something more. */
  private readonly question = computed(
    () => {
      const { id, yes, no } = this.tag();
      return { id, said: this.side(), offset: this.offset(), numbers: `${yes} ${no}` };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly answer = keptAnswer(this.question, ({ id, said, offset }) =>
    this.client.examples(id, said, offset),
  );
  protected readonly problem = computed(() => {
    const error = this.failed() ?? this.answer.failure();
    return error ? describeProblem(error, this.locale).message : null;
  });

  protected count(side: (typeof SIDES)[number]): string {
    return this.locale.formats().number(this.tag()[side]);
  }

  /** The tag itself says nothing here: every comment of the list has it. */
  protected bare(comment: Comment): Comment {
    return { ...comment, tags: comment.tags?.filter(({ id }) => id !== this.tag().id) };
  }

  protected turn(pages: number): void {
    this.offset.update((offset) => Math.max(0, offset + pages * PAGE));
  }

  protected async takeBack({ id }: Comment): Promise<void> {
    this.failed.set(null);
    try {
      await firstValueFrom(this.tags.say(this.tag().id, [id], null));
    } catch (error) {
      this.failed.set(error);
    } finally {
      this.store.reload();
    }
  }
}
