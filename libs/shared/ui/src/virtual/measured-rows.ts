import {
  type CdkVirtualScrollViewport,
  VIRTUAL_SCROLL_STRATEGY,
  type VirtualScrollStrategy,
} from '@angular/cdk/scrolling';
import { Directive, effect, forwardRef, input, untracked } from '@angular/core';
import { distinctUntilChanged, Subject } from 'rxjs';
import { RowOffsets } from './row-offsets';

/** Height of a row before any was seen (px). */
const FIRST_GUESS = 120;
/** Rows are drawn this far beyond what is in sight (px). */
const BEYOND = 600;

/** Heights outlive a list: whoever comes back finds every row in its place. */
const knownHeights = new WeakMap<object, number>();

/** Draws only the rows in sight of a long list whose rows differ in height: each is measured when it is drawn. */
class MeasuredRowsStrategy implements VirtualScrollStrategy {
  private readonly firstInSight = new Subject<number>();
  readonly scrolledIndexChange = this.firstInSight.pipe(distinctUntilChanged());
  private readonly offsets = new RowOffsets(FIRST_GUESS);
  private rows: readonly object[] = [];
  private viewport: CdkVirtualScrollViewport | null = null;
  private readonly resized =
    typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.onContentRendered());

  /** Takes the rows of the list, in their order. */
  setRows(rows: readonly object[]): void {
    this.rows = rows;
    this.offsets.reset(rows.map((row) => knownHeights.get(row) ?? 0));
    this.draw();
  }

  attach(viewport: CdkVirtualScrollViewport): void {
    this.viewport = viewport;
    this.resized?.observe(viewport._contentWrapper.nativeElement);
    this.draw();
  }

  detach(): void {
    this.resized?.disconnect();
    this.firstInSight.complete();
    this.viewport = null;
  }

  onContentScrolled(): void {
    this.draw();
  }

  onDataLengthChanged(): void {
    this.draw();
  }

  onRenderedOffsetChanged(): void {
    // The offset is set from here only.
  }

  onContentRendered(): void {
    const { viewport } = this;
    if (!viewport) return;
    const { start } = viewport.getRenderedRange();
    const firstInSight = this.offsets.at(viewport.measureScrollOffset());
    let grownAbove = 0;
    let changed = false;
    [...viewport._contentWrapper.nativeElement.children].forEach((element, place) => {
      const row = this.rows[start + place];
      const { height } = element.getBoundingClientRect();
      if (!row || height <= 0) return;
      knownHeights.set(row, height);
      const grown = this.offsets.measure(start + place, height);
      if (grown !== 0) changed = true;
      if (start + place < firstInSight) grownAbove += grown;
    });
    if (!changed) return;
    this.draw();
    // What a person reads stays where it is, although rows above turned out taller or lower.
    if (Math.abs(grownAbove) >= 1) {
      const top = viewport.scrollable.measureScrollOffset('top') + grownAbove;
      viewport.scrollable.scrollTo({ top });
    }
  }

  scrollToIndex(index: number, behavior: ScrollBehavior): void {
    const { viewport } = this;
    if (!viewport) return;
    const above = viewport.scrollable === viewport ? 0 : viewport.measureViewportOffset('top');
    viewport.scrollable.scrollTo({ top: this.offsets.of(index) + above, behavior });
  }

  private draw(): void {
    const { viewport } = this;
    if (!viewport) return;
    const count = Math.min(viewport.getDataLength(), this.offsets.length);
    const top = viewport.measureScrollOffset();
    const start = count ? this.offsets.at(top - BEYOND) : 0;
    const end = count ? Math.min(count, this.offsets.at(top + viewport.getViewportSize() + BEYOND) + 1) : 0;
    viewport.setTotalContentSize(this.offsets.of(count));
    viewport.setRenderedRange({ start, end });
    viewport.setRenderedContentOffset(this.offsets.of(start));
    this.firstInSight.next(this.offsets.at(top));
  }
}

/**
 * On a `cdk-virtual-scroll-viewport`: rows of different heights. Takes the same array as its `*cdkVirtualFor`; the rows have
 * to be the children that it draws, one element each.
 */
@Directive({
  selector: 'cdk-virtual-scroll-viewport[mlMeasuredRows]',
  providers: [
    {
      provide: VIRTUAL_SCROLL_STRATEGY,
      useFactory: (rows: MeasuredRows) => rows.strategy,
      deps: [forwardRef(() => MeasuredRows)],
    },
  ],
})
export class MeasuredRows {
  readonly mlMeasuredRows = input.required<readonly object[]>();
  /** @internal */
  readonly strategy = new MeasuredRowsStrategy();

  constructor() {
    effect(() => {
      const rows = this.mlMeasuredRows();
      untracked(() => this.strategy.setRows(rows));
    });
  }
}
