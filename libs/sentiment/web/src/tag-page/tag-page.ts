import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentTabs, TagDot } from '@moodline/comments/web';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { TagExampleList } from './tag-example-list/tag-example-list';
import { TagFigures } from './tag-figures/tag-figures';
import { TagJudging } from './tag-judging/tag-judging';
import { TagStore } from './tag-store';
import { TagSwitches } from './tag-switches/tag-switches';

/** Beyond this nobody counts. */
const COUNTED = 10_000;

/** A tag: what it learns from, how good it is, which comments may have it, and whether the machine puts it on comments. */
@Component({
  selector: 'ml-tag-page',
  imports: [CommentTabs, RouterLink, TagDot, TagExampleList, TagFigures, TagJudging, TagSwitches, TranslocoPipe],
  providers: [TagStore],
  templateUrl: './tag-page.html',
  styleUrl: './tag-page.css',
})
export class TagPage {
  protected readonly store = inject(TagStore);
  protected readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  /** Of the address. */
  readonly id = input.required<string>();

  protected readonly may = computed(() => this.permissions.has('labels.correct'));
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  protected readonly count = computed(() => {
    const { comments = 0 } = this.store.learning()?.tag ?? {};
    const { number } = { number: (value: number) => this.locale.formats().number(value) };
    if (comments === 1) return this.locale.translate('tags.one');
    const count =
      comments > COUNTED ? this.locale.translate('tags.more', { count: number(COUNTED) }) : number(comments);
    return this.locale.translate('tags.count', { count });
  });

  constructor() {
    effect(() => {
      const id = Number(this.id());
      untracked(() => this.store.show(id));
    });
  }
}
