import { Component, computed, inject, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@moodline/shared/ui';
import { FilterStore } from '../filter/filter-store';
import { TagDot } from './tag-dot';

/** All comments, or those with one tag. */
@Component({
  selector: 'ml-tag-choice',
  imports: [Icon, TagDot, TranslocoPipe],
  template: `
    <div role="group" [attr.aria-label]="'filter.tag.title' | transloco">
      <button type="button" [attr.aria-pressed]="!current()" (click)="choose(undefined)">
        <span>{{ 'filter.tag.all' | transloco }}</span>
        @if (!current()) {
          <ml-icon name="check" />
        }
      </button>
      @for (tag of store.tags(); track tag.id) {
        <button type="button" [attr.aria-pressed]="current() === tag.id" (click)="choose(tag.id)">
          <span><ml-tag-dot [color]="tag.color" /> {{ tag.name }}</span>
          @if (current() === tag.id) {
            <ml-icon name="check" />
          }
        </button>
      }
    </div>
  `,
  styleUrl: '../filter/one-choice.css',
})
export class TagChoice {
  protected readonly store = inject(FilterStore);
  readonly chosen = output();
  protected readonly current = computed(() => this.store.filter().tag);

  protected choose(tag: number | undefined): void {
    void this.store.patch({ tag });
    this.chosen.emit();
  }
}
