import { Component, input } from '@angular/core';

/** Line icons on a 20 × 20 grid. They decorate; the words beside them or the control's aria-label name the thing. */
const PATHS = {
  overview: 'M2.5 12.5 7 8l3.5 3.5 7-7M2.5 17h15',
  comments: 'M3 4.5h14v9H9l-4 3v-3H3z',
  sources: 'M4 16a1 1 0 1 0 0-.01M4 10a6 6 0 0 1 6 6M4 4.5A11.5 11.5 0 0 1 15.5 16',
  quality: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM6.8 10.2l2.3 2.3 4.2-4.8',
  monitors: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 10v.1',
  themes: 'M3 4.5h8v5H6.5L4.5 11V9.5H3zM9 12.5h8v-5h-3M9 12.5h4.5l2 1.8v-1.8',
  compare: 'M2.5 13 7 9l3.5 2.5 7-7M2.5 17l4.5-2 3.5 1 7-4',
  triage: 'M3 4.5h14v11H3zM3 11h4l1.2 2h3.6L13 11h4',
  coach: 'M3.5 16.5l.8-3.8L13.2 3.8l3 3-8.9 8.9zM11.5 5.5l3 3M10.5 16.5h6',
  colleague: 'M4 3.5h9l3 3v10H4zM7 8h6M7 11h6M7 14h3',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 3.8v4.4M7 11.8v4.4',
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM12.5 12.5 17 17',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M5.5 8 10 12.5 14.5 8',
  check: 'M4.5 10.5 8.5 14.5 15.5 6',
  ask: 'M10 3.5c.6 3.6 2.9 5.9 6.5 6.5-3.6.6-5.9 2.9-6.5 6.5-.6-3.6-2.9-5.9-6.5-6.5 3.6-.6 5.9-2.9 6.5-6.5Z',
  theme: 'M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14',
  help: 'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M10 14.5v.1',
  report: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13.5h5',
  table: 'M3 4.5h14v11H3zM3 8.5h14M8 8.5v7',
  chart: 'M3 16.5h14M5.5 13V9M10 13V4.5M14.5 13V7',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  warning: 'M10 3.5 17.5 16h-15zM10 8v4M10 14v.1',
  external: 'M8 5H4.5v10.5H15V12M11 4h5v5M16 4l-7 7',
  more: 'M5.2 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0ZM10.7 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0ZM16.2 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0Z',
  plus: 'M10 4v12M4 10h12',
  language: 'M3 5h8M7 3v2M9.5 5c-1 3.2-3 5.5-6 7M5 8c1 1.8 2.6 3.2 4.6 4M10.5 17l3.5-8 3.5 8M11.8 14h4.4',
  signOut: 'M8 4H4v12h4M8 10h9M13.5 6.5 17 10l-3.5 3.5',
} as const;
export type IconName = keyof typeof PATHS;
export const ICON_NAMES = Object.keys(PATHS) as IconName[];

@Component({
  selector: 'ml-icon',
  template: `<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: 20px;
      height: 20px;
      fill: none;
      stroke: currentColor;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 1.6;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected path(): string {
    return PATHS[this.name()];
  }
}
