import { Component, input, output } from '@angular/core';
import { Sparkline } from '../sparkline/sparkline';

/** Whether a change is good news: decides its colour, never its sign. */
export type Tone = 'good' | 'bad' | 'plain';

/** A number with its name, its change and its course. The whole tile is one button. */
@Component({
  selector: 'ml-tile',
  imports: [Sparkline],
  templateUrl: './tile.html',
  styleUrl: './tile.css',
})
export class Tile {
  readonly name = input.required<string>();
  readonly value = input.required<string>();
  /** Short, with its sign: `▼ 43`. */
  readonly change = input('');
  /** The same as a sentence for screen readers: "43 points lower than the 30 days before". */
  readonly changeWords = input('');
  readonly tone = input<Tone>('plain');
  readonly values = input<readonly (number | null)[]>([]);
  /** Across how many places at most, from one value to the next, the line of values is drawn. */
  readonly bridge = input(1);
  /** What the number means, shown below it. */
  readonly hint = input('');
  readonly pressed = output();
}
