export { ChartCanvasHarness } from './chart-canvas.harness';
export { ChartExportHarness } from './chart-export.harness';
export { ChartFrameHarness } from './chart-frame.harness';
export { DropdownHarness } from './dropdown.harness';
export { RevealHarness } from './reveal.harness';
export { TileHarness } from './tile.harness';
