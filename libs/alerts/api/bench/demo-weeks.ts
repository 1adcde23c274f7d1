import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HourSeries, NO_COMMENTS, type HourCounts } from '../src/detection/hour-series';

/** The hour of the demo in which its first complaint about the update stands. */
export const DEMO_CRISIS = 33 * 24 + 10;
/** Its hours: sixty days. */
const HOURS = 60 * 24;

/**
 * The demo by the hour, with the labels of the bundled model: `demo-hours.csv`, which `GET /api/mood?step=hour` of a labelled demo gave on
 * 2026-11-27. Hours without comments are left out.
 */
export function demoWeeks(): HourSeries {
  const [, ...lines] = readFileSync(join(__dirname, 'demo-hours.csv'), 'utf8').trim().split('\n');
  const hours = new Array<HourCounts>(HOURS).fill(NO_COMMENTS);
  for (const line of lines) {
    const [hour = 0, positive = 0, neutral = 0, negative = 0] = line.split(',').map(Number);
    hours[hour] = { ...NO_COMMENTS, positive, neutral, negative };
  }
  return new HourSeries(0, hours);
}
