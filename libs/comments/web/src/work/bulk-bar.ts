import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MOST_TAGGED_AT_ONCE, type Comment, type WorkPerson, type WorkState } from '@moodline/comments/contract';
import { Icon, LocaleStore } from '@moodline/shared/ui';
import type { TagName } from '../filter/filter.client';
import { TagDot } from '../tags/tag-dot';
import { Tagging } from '../tags/tagging';
import { Working } from './working';

/** What is done with several comments at once. */
@Component({
  selector: 'ml-bulk-bar',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, TagDot, TranslocoPipe],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.css',
})
export class BulkBar {
  protected readonly locale = inject(LocaleStore);
  protected readonly tagging = inject(Tagging);
  protected readonly working = inject(Working);

  /** Comments of the list that can be picked, and those that are. */
  readonly shown = input.required<readonly Comment[]>();
  readonly picked = input.required<ReadonlySet<number>>();
  readonly pickedChange = output<ReadonlySet<number>>();
  readonly finished = output<void>();

  /** As many as can be changed at once. */
  protected readonly useful = computed(() =>
    this.shown()
      .filter(({ erasedAt }) => !erasedAt)
      .slice(0, MOST_TAGGED_AT_ONCE),
  );
  private readonly chosen = computed(() => this.shown().filter(({ id }) => this.picked().has(id)));
  protected readonly all = computed(() => this.picked().size > 0 && this.picked().size === this.useful().length);

  protected pickAll(): void {
    this.pickedChange.emit(this.all() ? new Set() : new Set(this.useful().map(({ id }) => id)));
  }

  protected setState(state: WorkState): void {
    void this.working.change(this.chosen(), { state }, `comments.work.told.${state}`);
  }

  protected assign(person: WorkPerson | null): void {
    const key = person ? 'assigned' : 'free';
    void this.working.change(this.chosen(), { assignee: person }, `comments.work.told.${key}`);
  }

  protected putTag(tag: TagName): void {
    void this.tagging.putOnAll(this.chosen().slice(0, MOST_TAGGED_AT_ONCE), tag);
  }
}
