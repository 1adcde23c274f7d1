import { InjectionToken } from '@angular/core';
import type { DrawableChart } from './chart-picture';
import type { PictureMark } from './picture-notes';

/** What a chart stands in: it is told how the chart is drawn, to take it along as a picture. */
export interface ChartHolder {
  hold(chart: () => DrawableChart | null): void;
}
export const CHART_HOLDER = new InjectionToken<ChartHolder>('CHART_HOLDER');

/** What marks a chart: it is asked what happened when, to be drawn on the picture. */
export interface ChartMarker {
  pictureMarks(): readonly PictureMark[];
}
export const CHART_MARKER = new InjectionToken<ChartMarker>('CHART_MARKER');
