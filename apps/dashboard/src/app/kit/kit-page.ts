import { Component, inject, signal, type TemplateRef } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import {
  ChartCanvas,
  ChartFrame,
  type ChartState,
  DialogOpener,
  Dropdown,
  Icon,
  ICON_NAMES,
  Reveal,
  Sparkline,
  Tile,
  type Tone,
} from '@moodline/shared/ui';
import { kitDrawing, kitTable } from './kit-chart';

/** The shared components in all states, light and dark: a page for development, in English, that is in no build for production. */
@Component({
  selector: 'ml-kit-page',
  imports: [ChartCanvas, ChartFrame, Dropdown, Icon, Reveal, Sparkline, Tile],
  templateUrl: './kit-page.html',
  styleUrl: './kit-page.css',
})
export class KitPage {
  private readonly toasts = inject(MatSnackBar);
  private readonly dialogs = inject(DialogOpener);

  protected readonly schemes = ['light', 'dark'] as const;
  protected readonly icons = ICON_NAMES;
  protected readonly tones: readonly Tone[] = ['plain', 'good', 'bad'];
  protected readonly states: readonly ChartState[] = ['loading', 'empty', 'error'];
  protected readonly line = [12, 4, null, -8, -20, 6, 11];
  protected readonly drawing = kitDrawing;
  protected readonly table = kitTable;
  protected readonly views = ['First', 'Second', 'Third'];
  protected readonly view = signal('First');
  /** What was done last, so that each output is seen to arrive. */
  protected readonly last = signal('nothing yet');

  /** Toasts and dialogs float above the page, in the scheme of the whole document. */
  protected toast(): void {
    const toast = this.toasts.open('The comment was hidden', 'Undo');
    toast.onAction().subscribe(() => this.last.set('undo'));
  }

  protected openDialog(content: TemplateRef<unknown>, place: 'middle' | 'side' | 'top'): void {
    this.dialogs.open(content, { name: `kit-${place}`, label: 'A dialog of the kit', place });
  }
}
