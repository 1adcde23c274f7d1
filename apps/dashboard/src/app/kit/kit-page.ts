import { Component, signal } from '@angular/core';
import {
  ChartFrame,
  type ChartState,
  Dropdown,
  Icon,
  ICON_NAMES,
  Sparkline,
  Tile,
  type Tone,
} from '@moodline/shared/ui';

/** The shared components in all states, light and dark: a page for development, in English, that is in no build for production. */
@Component({
  selector: 'ml-kit-page',
  imports: [ChartFrame, Dropdown, Icon, Sparkline, Tile],
  templateUrl: './kit-page.html',
  styleUrl: './kit-page.css',
})
export class KitPage {
  protected readonly schemes = ['light', 'dark'] as const;
  protected readonly icons = ICON_NAMES;
  protected readonly tones: readonly Tone[] = ['plain', 'good', 'bad'];
  protected readonly states: readonly ChartState[] = ['ready', 'loading', 'empty', 'error'];
  protected readonly line = [12, 4, null, -8, -20, 6, 11];
  protected readonly table = {
    columns: ['Day', 'Net mood'],
    rows: [
      ['4 May', '+32'],
      ['5 May', '\u221211'],
    ],
  };
  /** What was done last, so that each output is seen to arrive. */
  protected readonly last = signal('nothing yet');
}
