import { Dialog, type DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/overlay';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injectable, Injector } from '@angular/core';

/** What a dialog is opened with. */
export interface DialogWish<Data> {
  readonly data?: Data;
  /** Id of the element that names it. */
  readonly labelledBy: string;
  /** A sheet at the end of the page instead of a box in its middle. */
  readonly side?: boolean;
}

/** Opens dialogs and side sheets that all look and behave alike. The focus comes back on closing. */
@Injectable({ providedIn: 'root' })
export class DialogOpener {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);

  open<Result, Data, C>(component: ComponentType<C>, wish: DialogWish<Data>): DialogRef<Result, C> {
    const config: DialogConfig<Data, DialogRef<Result, C>> = {
      data: wish.data,
      ariaLabelledBy: wish.labelledBy,
      ariaModal: true,
      restoreFocus: true,
      panelClass: wish.side ? 'side-sheet' : 'dialog',
      backdropClass: ['cdk-overlay-dark-backdrop', 'backdrop'],
      ...(wish.side
        ? { autoFocus: 'dialog', positionStrategy: createGlobalPositionStrategy(this.injector).top('0').right('0') }
        : {}),
    };
    return this.dialog.open<Result, Data, C>(component, config);
  }
}
