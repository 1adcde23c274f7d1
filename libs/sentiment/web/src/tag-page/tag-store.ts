import { computed, inject, Injectable, signal } from '@angular/core';
import type { TagLearning, UseTag } from '@moodline/sentiment/contract';
import { keptAnswer, ServerEvents } from '@moodline/shared/ui';
import { filter, firstValueFrom, interval, merge } from 'rxjs';
import { TagLearningClient } from './tag-learning.client';

/** What is said of tags makes news each second. */
const RELOAD_EVERY_MS = 2_000;

/** What a tag has learned and where it is used, kept fresh. The page of the tag provides it. */
@Injectable()
export class TagStore {
  private readonly client = inject(TagLearningClient);
  private readonly tag = signal<{ readonly id: number } | undefined>(undefined);
  private readonly failed = signal<unknown>(null);
  private readonly working = signal(false);
  private readonly answer = keptAnswer(this.tag, ({ id }) => this.client.read(id), {
    // A worker in a process of its own tells nobody how far it is.
    on: merge(inject(ServerEvents).dataChanged, interval(RELOAD_EVERY_MS).pipe(filter(() => this.isAtWork()))),
    every: RELOAD_EVERY_MS,
  });

  readonly learning = computed<TagLearning | null>(() => {
    const learning = this.answer.value();
    return learning && learning.tag.id === this.tag()?.id ? learning : null;
  });
  readonly error = computed<unknown>(() => this.failed() ?? this.answer.failure() ?? null);
  readonly busy = this.working.asReadonly();
  /** The newest version; null before anything was learned. */
  readonly newest = computed(() => this.learning()?.versions[0] ?? null);
  /** The version that gives the tag, or would give it. */
  readonly used = computed(() => {
    const learning = this.learning();
    return learning?.versions.find(({ version }) => version === learning.inForce) ?? this.newest();
  });

  show(id: number): void {
    this.failed.set(null);
    this.tag.set({ id });
  }

  reload(): void {
    this.answer.reload();
  }

  /** @returns whether it went well; else `error` says why not */
  async use(wanted: UseTag): Promise<boolean> {
    const { id } = this.tag() ?? {};
    if (id === undefined || this.working()) return false;
    this.working.set(true);
    this.failed.set(null);
    try {
      await firstValueFrom(this.client.use(id, wanted));
      return true;
    } catch (error) {
      this.failed.set(error);
      return false;
    } finally {
      this.working.set(false);
      this.reload();
    }
  }

  private isAtWork(): boolean {
    const learning = this.learning();
    return Boolean(learning && (learning.state !== 'resting' || (learning.stored && learning.stored.state !== 'done')));
  }
}
