import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Component, ElementRef, input, signal, viewChild } from '@angular/core';
import { Icon, type IconName } from '../icon/icon';

const BELOW: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 4 },
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 4 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -4 },
];

/** A button that opens a small floating panel with whatever it wraps. Escape and a click outside close it; the focus comes back. */
@Component({
  selector: 'ml-dropdown',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon],
  templateUrl: './dropdown.html',
  styleUrl: './dropdown.css',
})
export class Dropdown {
  /** What the button shows. */
  readonly label = input.required<string>();
  /** What the panel is called for screen readers; the button's words where it is not given. */
  readonly panelLabel = input<string>();
  readonly icon = input<IconName>();
  /** Drawn as chosen: something other than the default is set. */
  readonly active = input(false);

  protected readonly positions = BELOW;
  protected readonly opened = signal(false);
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');

  protected toggle(): void {
    this.opened.update((opened) => !opened);
  }

  /** Closes the panel and gives the focus back to the button. */
  close(): void {
    if (!this.opened()) return;
    this.opened.set(false);
    this.button().nativeElement.focus();
  }

  protected closeByClickOutside(event: MouseEvent): void {
    if (!this.button().nativeElement.contains(event.target as Node)) this.opened.set(false);
  }

  protected closeByEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
  }
}
