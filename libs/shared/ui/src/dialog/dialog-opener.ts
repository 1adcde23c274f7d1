import { Dialog, type DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy, type ComponentType } from '@angular/cdk/overlay';
import { inject, Injectable, Injector, type TemplateRef } from '@angular/core';
import { OverlayHistory, type OverlayParams } from './overlay-history';

/** How a dialog is opened. */
export interface DialogSettings<Data> {
  /** Its name in the address. */
  readonly name: string;
  readonly data?: Data;
  /** Id of the element that names it, or else its name in words. */
  readonly labelledBy?: string;
  readonly label?: string;
  /** `side`: a sheet at the end of the page; `top`: a box that grows downwards. */
  readonly place?: 'middle' | 'side' | 'top';
  /** What the address needs beside the name to open it again. */
  readonly params?: OverlayParams;
}

/** Opens dialogs and side sheets that all look and behave alike: the focus comes back on closing, and going back closes them. */
@Injectable({ providedIn: 'root' })
export class DialogOpener {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  private readonly history = inject(OverlayHistory);

  open<Result, Data, C>(
    content: ComponentType<C> | TemplateRef<C>,
    settings: DialogSettings<Data>,
  ): DialogRef<Result, C> {
    const config: DialogConfig<Data, DialogRef<Result, C>> = {
      data: settings.data,
      ariaLabelledBy: settings.labelledBy,
      ariaLabel: settings.label,
      ariaModal: true,
      restoreFocus: true,
      closeOnNavigation: false,
      panelClass: settings.place === 'side' ? 'side-sheet' : 'dialog',
      backdropClass: ['cdk-overlay-dark-backdrop', 'backdrop'],
      ...(settings.place === 'side' ? { autoFocus: 'dialog' } : {}),
      positionStrategy: this.position(settings.place),
    };
    const opened = this.dialog.open<Result, Data, C>(content, config);
    const leave = this.history.push({
      name: settings.name,
      params: settings.params,
      close: () => opened.close(),
    });
    opened.closed.subscribe(leave);
    return opened;
  }

  private position(place: DialogSettings<unknown>['place']) {
    const position = createGlobalPositionStrategy(this.injector);
    if (place === 'side') return position.top('0').right('0');
    // From the top, so that a field stays where it is while a list below it grows and shrinks.
    if (place === 'top') return position.top('14vh').centerHorizontally();
    return position.centerHorizontally().centerVertically();
  }
}
