import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from './filter/filter-store';
import { LabelCorrections } from './correction/label-corrections';

/** The views of the comments: all of them, those that wait for a person's word, and what they are called by. For people who may correct labels. */
@Component({
  selector: 'ml-comment-tabs',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    @if (corrections.allowed()) {
      <nav class="tabs" [attr.aria-label]="'comments.tabs.title' | transloco">
        <a
          routerLink="/comments"
          [queryParams]="filters.queryParams()"
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
          >{{ 'comments.tabs.all' | transloco }}</a
        >
        <a
          routerLink="/review"
          [queryParams]="filters.queryParams()"
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
          >{{ 'comments.tabs.review' | transloco }}</a
        >
        <a routerLink="/tags" routerLinkActive="active" ariaCurrentWhenActive="page">{{
          'comments.tabs.tags' | transloco
        }}</a>
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--space-5);
      border-block-end: 1px solid var(--line);
    }
    a {
      padding-block: var(--space-2);
      margin-block-end: -1px;
      border-block-end: 2px solid transparent;
      color: var(--muted);
      text-decoration: none;
    }
    a:hover {
      color: var(--text);
    }
    .active {
      border-color: var(--accent);
      color: var(--text);
      font-weight: 600;
    }
  `,
})
export class CommentTabs {
  protected readonly corrections = inject(LabelCorrections);
  protected readonly filters = inject(FilterStore);
}
