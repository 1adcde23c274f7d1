import { InjectionToken } from '@angular/core';
import type { DrawableChart } from './chart-picture';

/** What a chart stands in: it is told how the chart is drawn, to take it along as a picture. */
export interface ChartHolder {
  hold(chart: () => DrawableChart | null): void;
}
export const CHART_HOLDER = new InjectionToken<ChartHolder>('CHART_HOLDER');
