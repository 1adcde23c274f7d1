import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ChartLayout, LocaleStore } from '@moodline/shared/ui';
import { AnnotationActions } from './annotation-actions';
import { AnnotationItems } from './annotation-items';
import { turnWords } from './annotation-words';
import { type ChartMark, placesApart } from './chart-marks';
import { markWords, signOf } from './mark-words';

/** Marks are 20 px wide. */
const APART = 22;

const BELOW: ConnectedPosition[] = [
  { originX: 'center', originY: 'bottom', overlayX: 'center', overlayY: 'top', offsetY: 6 },
  { originX: 'center', originY: 'top', overlayX: 'center', overlayY: 'bottom', offsetY: -6 },
];

/**
 * What happened, marked above a chart over time: a button and a line down the chart for each interval with something in it. Between the
 * marks a pointer finds a plus, which writes a note of that interval. Lies over the chart's canvas.
 */
@Component({
  selector: 'ml-time-marks',
  imports: [AnnotationItems, CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, TranslocoPipe],
  templateUrl: './time-marks.html',
  styleUrl: './time-marks.css',
})
export class TimeMarks {
  protected readonly actions = inject(AnnotationActions);
  protected readonly locale = inject(LocaleStore);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly layout = input.required<ChartLayout | null>();
  readonly marks = input.required<readonly ChartMark[]>();
  /** The names of the intervals. */
  readonly names = input.required<readonly string[]>();
  /** Marks are shown, and no notes are written here. */
  readonly readOnly = input(false);
  /** Somebody wants to write a note of an interval. */
  readonly write = output<number>();

  protected readonly positions = BELOW;
  protected readonly turnWords = turnWords;
  protected readonly opened = signal<number | null>(null);
  protected readonly hovered = signal<number | null>(null);
  protected readonly placed = computed(() => {
    const layout = this.layout();
    if (!layout) return [];
    const placed = this.marks().flatMap((mark) => {
      const left = layout.places[mark.index];
      return left === undefined || Number.isNaN(left)
        ? []
        : [
            {
              mark,
              left,
              place: `${(100 * left) / layout.width}%`,
              label: markWords(mark, this.names()[mark.index] ?? '', this.locale),
              sign: signOf(mark),
            },
          ];
    });
    const apart = placesApart(
      placed.map(({ left }) => left),
      { apart: APART, start: layout.left, end: layout.right },
    );
    return placed.map((one, index) => ({ ...one, at: apart[index] ?? one.left }));
  });
  /** How far above the lower end of the canvas the x axis lies, as a share. */
  protected readonly foot = computed(() => {
    const { bottom, height } = this.layout() ?? { bottom: 0, height: 1 };
    return `${100 - (100 * bottom) / height}%`;
  });
  /** Where the plus stands: over an interval that has no mark. */
  protected readonly plus = computed(() => {
    const index = this.hovered();
    if (index === null || !this.mayWrite() || this.marks().some((mark) => mark.index === index)) return null;
    return { index, left: this.layout()?.places[index] ?? 0, name: this.names()[index] ?? '' };
  });

  protected readonly mayWrite = computed(() => !this.readOnly() && this.actions.mayWrite());

  protected hover(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    this.hovered.set(this.nearest(event));
  }

  protected tapStrip(event: PointerEvent): void {
    if (!this.mayWrite()) return;
    const index = this.nearest(event);
    if (index !== null && !this.marks().some((mark) => mark.index === index)) this.write.emit(index);
  }

  protected writeHere(index: number): void {
    this.opened.set(null);
    this.write.emit(index);
  }

  protected closeByEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.opened.set(null);
  }

  private nearest({ clientX }: PointerEvent): number | null {
    const x = clientX - this.host.getBoundingClientRect().left;
    const places = this.layout()?.places ?? [];
    let best: number | null = null;
    places.forEach((place, index) => {
      if (best === null || Math.abs(place - x) < Math.abs((places[best] ?? 0) - x)) best = index;
    });
    return best;
  }
}
