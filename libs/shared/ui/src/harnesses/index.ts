export { ChartFrameHarness } from './chart-frame.harness';
export { DropdownHarness } from './dropdown.harness';
export { TileHarness } from './tile.harness';
