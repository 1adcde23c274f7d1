import {
  afterNextRender,
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
import { LocaleStore } from '../locale/locale-store';
import { ThemeStore } from '../theme/theme-store';
import { type ChartLook, loadChartFonts, readChartLook } from './chart-look';

/** Says what to draw in the colours and font of the moment. Called again on a change of theme. */
export type ChartDrawing = (look: ChartLook) => ChartConfiguration;

/** Draws with chart.js. What it shows must also stand in a table beside it (see ChartFrame): a canvas is one image to a screen reader. */
@Component({
  selector: 'ml-chart-canvas',
  template: `<canvas #canvas role="img" [attr.aria-label]="label()"></canvas>`,
  styles: `
    :host {
      display: block;
      position: relative;
      min-width: 0;
    }
    canvas {
      position: absolute;
      inset: 0;
    }
  `,
})
export class ChartCanvas {
  readonly drawing = input.required<ChartDrawing>();
  /** What the picture shows, in a sentence. */
  readonly label = input.required<string>();
  /** Index on the x axis of the point or bar that was clicked. */
  readonly pick = output<number>();

  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly theme = inject(ThemeStore);
  private readonly locale = inject(LocaleStore);
  private readonly ready = signal(false);
  private library: typeof Chart | undefined;
  private chart: Chart | undefined;
  private gone = false;

  constructor() {
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

  /** The library comes with the first chart. Canvas text does not wait for a font as a page does: it is loaded before the first drawing. */
  private async prepare(): Promise<void> {
    const look = readChartLook(this.host);
    const names = this.drawing()(look).data.datasets.map(({ label }) => label ?? '');
    const [{ Chart: library }] = await Promise.all([
      import('./chart-library'),
      loadChartFonts(look.fontFamily, ['0123456789−+% 月日年周时', this.label(), ...names].join(' ')),
    ]);
    this.library = library;
    this.ready.set(true);
  }

  private draw(drawing: ChartDrawing): void {
    const { library } = this;
    // The page may have gone while it was loaded.
    if (!library || this.gone) return;
    const look = readChartLook(this.host);
    library.defaults.font.family = look.fontFamily;
    library.defaults.font.size = 12;
    library.defaults.color = look.muted;
    const { type, data, options, plugins } = drawing(look) as ChartConfiguration & { type: 'line' };
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
      plugins,
      options: { ...options, ...this.behaviour() },
    });
  }

  private behaviour(): ChartConfiguration['options'] {
    return {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      onClick: (_event, elements) => {
        const [first] = elements;
        if (first) this.pick.emit(first.index);
      },
      onHover: (event, elements) => {
        const target = event.native?.target;
        if (target instanceof HTMLElement) target.style.cursor = elements.length > 0 ? 'pointer' : 'default';
      },
    };
  }
}
