import {
  afterNextRender,
  ApplicationRef,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Chart, ChartConfiguration } from 'chart.js';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '../locale/locale-store';
import { ThemeStore } from '../theme/theme-store';
import { CHART_HOLDER, CHART_MARKER } from './chart-holder';
import { type ChartLayout, readLayout, sameLayout } from './chart-layout';
import { type ChartLook, loadChartFonts, readChartLook } from './chart-look';
import type { DrawableCanvas } from './chart-picture';
import { pointAfter, pointWords, showPoint } from './chart-point';

/** Says what to draw in the colours and font of the moment. Called again on a change of theme. */
export type ChartDrawing = (look: ChartLook) => ChartConfiguration;

/** A picture that is taken along has at least this size, however small the chart is on the page (or hidden behind its table). */
const LEAST_PICTURE = { width: 912, height: 320 };
/** About the room of a chart on A4: its words keep their size there. */
const PAPER_WIDTH = 640;

/**
 * Draws with chart.js. What it shows must also stand in a table beside it (see ChartFrame): a canvas is one image to a screen reader.
 * The arrow keys go from point to point, which is told like the value of a slider; Enter opens it. A finger shows a point first and opens
 * it when it taps there again.
 */
@Component({
  selector: 'ml-chart-canvas',
  imports: [TranslocoPipe],
  template: `
    <canvas #canvas role="img" [attr.aria-label]="label()" (pointerdown)="pointer = $event.pointerType"></canvas>
    @if (points() > 1) {
      <div
        class="points"
        role="slider"
        tabindex="0"
        [attr.aria-label]="'ui.chart.points' | transloco"
        aria-valuemin="1"
        [attr.aria-valuemax]="points()"
        [attr.aria-valuenow]="(point() ?? 0) + 1"
        [attr.aria-valuetext]="said()"
        (keydown)="byKey($event)"
        (blur)="leave()"
      ></div>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      min-width: 0;
    }
    canvas,
    .points {
      position: absolute;
      inset: 0;
    }
    .points {
      border-radius: var(--radius);
      pointer-events: none;
    }
  `,
  host: { '(window:beforeprint)': 'print(true)', '(window:afterprint)': 'print(false)' },
})
export class ChartCanvas {
  readonly drawing = input.required<ChartDrawing>();
  /** What the picture shows, in a sentence. */
  readonly label = input.required<string>();
  /** Index on the x axis of the point or bar that was chosen. */
  readonly pick = output<number>();
  /** Where things stand, whenever that changes. */
  readonly layout = output<ChartLayout | null>();

  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly app = inject(ApplicationRef);
  private readonly theme = inject(ThemeStore);
  private readonly locale = inject(LocaleStore);
  private readonly marker = inject(CHART_MARKER, { optional: true });
  private readonly ready = signal(false);
  protected readonly points = signal(0);
  /** The point that the keys have gone to. */
  protected readonly point = signal<number | null>(null);
  protected readonly said = signal('');
  protected pointer = 'mouse';
  /** The point that a finger has tapped. */
  private tapped: number | null = null;
  private told: ChartLayout | null = null;
  private library: typeof Chart | undefined;
  private chart: Chart | undefined;
  private gone = false;
  /** Paper is white, whatever the page is. */
  private printing = false;

  constructor() {
    inject(CHART_HOLDER, { optional: true })?.hold(() => this.drawable());
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.chart?.destroy();
    });
    afterNextRender(() => void this.prepare());
    effect(() => {
      this.theme.shown();
      this.locale.language();
      const drawing = this.drawing();
      if (this.ready()) untracked(() => this.draw(drawing));
    });
  }

  protected byKey(event: KeyboardEvent): void {
    const { chart } = this;
    if (!chart) return;
    const point = this.point();
    if (event.key === 'Escape' && point !== null) {
      event.stopPropagation();
      return this.leave();
    }
    if ((event.key === 'Enter' || event.key === ' ') && point !== null) {
      event.preventDefault();
      return this.pick.emit(point);
    }
    const next = pointAfter(event.key, point, this.points());
    if (next === null) return;
    event.preventDefault();
    this.point.set(next);
    showPoint(chart, next);
    this.said.set(pointWords(chart));
  }

  protected leave(): void {
    if (this.point() === null) return;
    this.point.set(null);
    if (this.chart) showPoint(this.chart, null);
  }

  protected print(printing: boolean): void {
    this.printing = printing;
    if (!this.chart) return;
    if (printing)
      this.chart.resize(Math.min(PAPER_WIDTH, this.host.clientWidth || PAPER_WIDTH), this.host.clientHeight);
    else this.chart.resize();
    this.draw(this.drawing());
    // The paper is filled as soon as this is through: what lies over the chart has to follow it now.
    this.app.tick();
  }

  /** The library comes with the first chart. Canvas text does not wait for a font as a page does: it is loaded before the first drawing. */
  private async prepare(): Promise<void> {
    const look = readChartLook(this.host);
    const names = this.drawing()(look).data.datasets.map(({ label }) => label ?? '');
    const [{ Chart: library }] = await Promise.all([
      import('./chart-library'),
      loadChartFonts(this.host, ['0123456789−+%', this.label(), ...names].join(' ')),
    ]);
    this.library = library;
    this.ready.set(true);
  }

  private draw(drawing: ChartDrawing): void {
    const { library } = this;
    // The page may have gone while it was loaded.
    if (!library || this.gone) return;
    const look = readChartLook(this.host, this.printing ? 'light' : undefined);
    library.defaults.font.family = look.fontFamily;
    library.defaults.font.size = 12;
    library.defaults.color = look.muted;
    const { type, data, options, plugins } = drawing(look) as ChartConfiguration & { type: 'line' };
    this.points.set(data.labels?.length || (data.datasets[0]?.data.length ?? 0));
    this.tapped = null;
    if (this.chart) {
      // Kept rather than made anew, so that a tooltip under the pointer survives fresh numbers.
      this.chart.data = data;
      this.chart.options = { ...options, ...this.behaviour() };
      this.chart.update('none');
      return;
    }
    this.chart = new library(this.canvas().nativeElement, {
      type,
      data,
      plugins: [...(plugins ?? []), { id: 'layoutTeller', afterDraw: (chart) => this.tell(chart as Chart) }],
      options: { ...options, ...this.behaviour() },
    });
  }

  /** What draws the same chart elsewhere, in light colours: it goes onto white pages. Null before it is there. */
  private drawable(): DrawableCanvas | null {
    const { library } = this;
    if (!library) return null;
    const look = readChartLook(this.host, 'light');
    const width = Math.max(LEAST_PICTURE.width, this.host.clientWidth);
    const height = Math.max(LEAST_PICTURE.height, this.host.clientHeight);
    const marks = this.marker?.pictureMarks() ?? [];
    return { library, look, configuration: this.drawing()(look), width, height, marks };
  }

  private tell(chart: Chart): void {
    const layout = readLayout(chart);
    if (sameLayout(layout, this.told)) return;
    this.told = layout;
    this.layout.emit(layout);
  }

  private behaviour(): ChartConfiguration['options'] {
    return {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      onClick: (_event, elements) => {
        const [first] = elements;
        if (first) this.choose(first.index);
      },
      onHover: (event, elements) => {
        const target = event.native?.target;
        if (target instanceof HTMLElement) target.style.cursor = elements.length > 0 ? 'pointer' : 'default';
      },
    };
  }

  private choose(index: number): void {
    const shownBefore = this.pointer !== 'touch' || this.tapped === index;
    this.tapped = index;
    if (shownBefore) this.pick.emit(index);
  }
}
