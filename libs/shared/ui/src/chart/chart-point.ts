import type { Chart } from 'chart.js';

/** The point that a key leads to from another one (null: from none); null where the key leads nowhere. */
export function pointAfter(key: string, point: number | null, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return point === null ? 0 : Math.min(last, point + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return point === null ? last : Math.max(0, point - 1);
    case 'PageUp':
      return Math.min(last, (point ?? 0) + 7);
    case 'PageDown':
      return Math.max(0, (point ?? last) - 7);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Shows the tooltip of a point as if the pointer were there; of none, takes it away. */
export function showPoint(chart: Chart, index: number | null): void {
  const elements =
    index === null
      ? []
      : chart.data.datasets.flatMap((_, datasetIndex) =>
          isShown(chart.getDatasetMeta(datasetIndex).data[index]) ? [{ datasetIndex, index }] : [],
        );
  chart.setActiveElements(elements);
  const x = index === null ? 0 : (chart.getDatasetMeta(0).data[index]?.x ?? 0);
  chart.tooltip?.setActiveElements(elements, { x, y: (chart.chartArea.top + chart.chartArea.bottom) / 2 });
  chart.update('none');
}

/** A line has an element also where it has no value. */
const isShown = (element: object | undefined): boolean =>
  element !== undefined && !(element as { readonly skip?: boolean }).skip;

/** What the tooltip says, in one line. */
export function pointWords({ tooltip }: Chart): string {
  if (!tooltip) return '';
  return [...tooltip.title, ...tooltip.body.flatMap(({ lines }) => lines), ...tooltip.footer].join(', ');
}
