import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Comment } from '@moodline/comments/contract';
import { HeldPermissions } from '@moodline/shared/ui';
import { CommentCounting } from '../leaving-out/comment-counting';
import { Forgetting } from './forgetting';

/** What else can be done with a comment. Not there for people who may do none of it. */
@Component({
  selector: 'ml-comment-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, TranslocoPipe],
  template: `
    @if (useful()) {
      <button
        class="open"
        type="button"
        [cdkMenuTriggerFor]="menu"
        [attr.aria-label]="'comments.privacy.menu.open' | transloco"
        [title]="'comments.privacy.menu.open' | transloco"
      >
        <span aria-hidden="true">⋯</span>
      </button>
      <ng-template #menu>
        <div class="floating menu" cdkMenu>
          @if (counting.allowed() && comment().leftOut !== 'kind') {
            <button
              class="item"
              type="button"
              cdkMenuItem
              (cdkMenuItemTriggered)="counting.set(comment(), comment().leftOut ? null : 'own-account')"
            >
              {{ 'comments.leavingOut.' + (comment().leftOut ? 'countAfterAll' : 'leaveOut') | transloco }}
            </button>
          }
          @if (mayForget()) {
            <button class="item" type="button" cdkMenuItem (cdkMenuItemTriggered)="forgetting.ask(comment())">
              {{ 'comments.privacy.menu.forget' | transloco }}
            </button>
          }
        </div>
      </ng-template>
    }
  `,
  styleUrl: './comment-menu.css',
})
export class CommentMenu {
  protected readonly forgetting = inject(Forgetting);
  private readonly permissions = inject(HeldPermissions);

  readonly comment = input.required<Comment>();

  protected readonly counting = inject(CommentCounting);
  protected readonly mayForget = computed(() => this.permissions.has('comments.forget') && !this.comment().erasedAt);
  protected readonly useful = computed(() => this.mayForget() || this.counting.allowed());
}
