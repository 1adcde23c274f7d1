import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { TAG_COLORS, type Tag, type TagColor } from '@moodline/comments/contract';
import {
  describeProblem,
  HeldPermissions,
  keptAnswer,
  LocaleStore,
  NO_QUESTION,
  ServerEvents,
} from '@moodline/shared/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { CommentTabs } from '../comment-tabs';
import { FilterStore } from '../filter/filter-store';
import { TagDot } from './tag-dot';
import { TagsClient } from './tags.client';

const RELOAD_EVERY_MS = 3_000;
/** Beyond this nobody counts. */
const COUNTED = 10_000;

/** What people call comments by: make, rename, color and remove tags, and see how many comments have them. */
@Component({
  selector: 'ml-tags-page',
  imports: [CommentTabs, RouterLink, TagDot, TranslocoPipe],
  templateUrl: './tags-page.html',
  styleUrl: './tags-page.css',
})
export class TagsPage {
  private readonly client = inject(TagsClient);
  private readonly filters = inject(FilterStore);
  protected readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly failure = signal<unknown>(null);
  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.all(), {
    on: inject(ServerEvents).dataChanged,
    every: RELOAD_EVERY_MS,
  });

  protected readonly colors = TAG_COLORS;
  protected readonly may = computed(() => this.permissions.has('labels.correct'));
  protected readonly tags = computed(() => this.answer.value() ?? null);
  protected readonly problem = computed(() => {
    const error = this.failure() ?? this.answer.failure();
    return error ? describeProblem(error, this.locale).message : null;
  });
  protected readonly color = signal<TagColor>('blue');
  protected readonly busy = signal(false);
  /** The tag that is being renamed, and the one that is about to be removed. */
  protected readonly editing = signal<number | null>(null);
  protected readonly removing = signal<number | null>(null);

  protected count({ comments }: Tag): string {
    return comments > COUNTED
      ? this.locale.translate('tags.more', { count: this.locale.formats().number(COUNTED) })
      : this.locale.formats().number(comments);
  }

  protected async create(field: HTMLInputElement): Promise<void> {
    const name = field.value.trim();
    if (name && (await this.change(this.client.create({ name, color: this.color() })))) field.value = '';
  }

  protected async rename(tag: Tag, name: string): Promise<void> {
    const wanted = name.trim();
    if (!wanted || wanted === tag.name || (await this.change(this.client.update(tag.id, { name: wanted }))))
      this.editing.set(null);
  }

  protected async remove(tag: Tag): Promise<void> {
    if (await this.change(this.client.remove(tag.id))) this.removing.set(null);
  }

  private async change(work: Observable<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await firstValueFrom(work);
      // The filter bar and the menus of comments offer the tags by name.
      await this.filters.load();
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    } finally {
      this.busy.set(false);
      this.answer.reload();
    }
  }
}
