import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { keptAnswer, LocaleStore } from '@moodline/shared/ui';
import { AnnotationsClient } from '../annotations/annotations.client';
import { chartMarks } from '../annotations/chart-marks';
import { markWords } from '../annotations/mark-words';
import { intervalWords } from '../mood-chart/mood-drawing';
import { MoodLine } from '../mood-page/mood-line';
import { MoodWording } from '../mood-page/mood-wording';
import { wallLine } from './wall-line';

const WIDTH = 1_600;
const HEIGHT = 420;
/** What happened last, in words below the line: more is not read from across a room. */
const EVENTS = 3;

/** The mood of the filter in force for a screen on a wall: what is said of it, one number, one line, to be read from across the room. */
@Component({
  selector: 'ml-mood-wall',
  imports: [TranslocoPipe],
  providers: [MoodLine, MoodWording],
  templateUrl: './mood-wall.html',
  styleUrl: './mood-wall.css',
})
export class MoodWall {
  /** Of what it is the mood: the name of the view. */
  readonly name = input.required<string>();

  protected readonly store = inject(MoodLine);
  protected readonly wording = inject(MoodWording);
  private readonly locale = inject(LocaleStore);

  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly width = WIDTH;
  protected readonly line = computed(() => wallLine(this.store.series()?.points ?? [], WIDTH, HEIGHT));
  protected readonly net = computed(() => this.wording.tiles().find(({ key }) => key === 'net') ?? null);
  protected readonly others = computed(() => this.wording.tiles().filter(({ key }) => key !== 'net'));
  protected readonly marks = computed(() => {
    const { scale } = this.line();
    const formats = this.locale.formats();
    return {
      max: formats.signed(scale.max),
      min: formats.signed(scale.min),
      height: (100 * this.line().zero) / HEIGHT,
    };
  });
  /** Another object with each series: what happened is looked for whenever the line is drawn anew. */
  private readonly period = computed(() => this.store.series()?.period);
  private readonly annotations = inject(AnnotationsClient);
  private readonly happened = keptAnswer(this.period, (period) => this.annotations.list(period));
  /** The last things that happened: where on the line, and what. The number in both tells them apart. */
  protected readonly events = computed(() => {
    const series = this.store.series();
    if (!series) return [];
    const { points, timeZone } = series;
    const starts = points.map(({ start }) => start);
    return chartMarks({ starts, timeZone }, this.happened.value() ?? [], [])
      .slice(-EVENTS)
      .map((mark, place) => ({
        number: place + 1,
        left: points.length > 1 ? (100 * mark.index) / (points.length - 1) : 50,
        words: markWords(mark, intervalWords(starts[mark.index] ?? '', series, this.locale.formats()), this.locale),
      }));
  });
  /** What the ends of the line are called. */
  protected readonly ends = computed(() => {
    const series = this.store.series();
    const [first, last] = [series?.points[0], series?.points.at(-1)];
    if (!series || !first || !last) return null;
    const words = ({ start }: { start: string }) => intervalWords(start, series, this.locale.formats());
    return { first: words(first), last: words(last) };
  });
}
