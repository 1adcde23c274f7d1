import { ErrorHandler, inject, Injectable, Injector, type Type } from '@angular/core';
import { DialogOpener, OverlayHistory } from '@moodline/shared/ui';
import {
  readSelection,
  type CommentSelection,
  type TitledSelection,
  writeSelection,
} from '../comment-list/comment-selection';
import { COMMENT_DRAWER } from './comment-drawer-token';

/** Name of the drawer in the address. */
const DRAWER = 'comments';

/** What the drawer is opened with. */
export type CommentDrawerData = TitledSelection;

/** Opens the comments behind a number (`{ filter }`) or a citation (`{ ids }`) in a side sheet. The focus comes back on closing. */
@Injectable({ providedIn: 'root' })
export class CommentDrawerOpener {
  private readonly dialogs = inject(DialogOpener);
  private readonly injector = inject(Injector);
  private readonly errors = inject(ErrorHandler);

  constructor() {
    inject(OverlayHistory).openFromAddress(DRAWER, ({ of }) => {
      const titled = readSelection(of ?? '');
      if (titled) this.open(titled.selection, titled.title);
    });
  }

  /** Opens the sheet once its code is loaded; that it could not be loaded goes to the app's error handler. */
  open(selection: CommentSelection, title: string): void {
    const load = this.injector.get(COMMENT_DRAWER);
    load().then(
      (drawer) => this.show(drawer, { selection, title }),
      (error: unknown) => this.errors.handleError(error),
    );
  }

  private show(drawer: Type<unknown>, data: CommentDrawerData): void {
    this.dialogs.open<void, CommentDrawerData, unknown>(drawer, {
      name: DRAWER,
      params: { of: writeSelection(data) },
      data,
      labelledBy: 'comment-drawer-title',
      place: 'side',
    });
  }
}
