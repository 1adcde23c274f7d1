import { Dialog } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injectable, Injector } from '@angular/core';
import type { CommentSelection } from '../comment-list/comment-list';
import { CommentDrawer, type CommentDrawerData } from './comment-drawer';

/** Opens the comments behind a number (`{ filter }`) or a citation (`{ ids }`) in a side sheet. The focus comes back on closing. */
@Injectable({ providedIn: 'root' })
export class CommentDrawerOpener {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);

  open(selection: CommentSelection, title: string): void {
    this.dialog.open<void, CommentDrawerData>(CommentDrawer, {
      data: { selection, title },
      ariaLabelledBy: 'comment-drawer-title',
      ariaModal: true,
      autoFocus: 'dialog',
      restoreFocus: true,
      panelClass: 'side-sheet',
      backdropClass: ['cdk-overlay-dark-backdrop', 'backdrop'],
      positionStrategy: createGlobalPositionStrategy(this.injector).top('0').right('0'),
    });
  }
}
