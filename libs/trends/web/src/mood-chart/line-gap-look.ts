import { isLineGap } from '@moodline/trends/contract';

interface Between {
  readonly p0DataIndex: number;
  readonly p1DataIndex: number;
}

/** How a line of chart.js, and what is filled below it, looks where it breaks (see {@link isLineGap}): not at all. @param count points of the axis */
export function gapOf(count: number) {
  const hidden = ({ p0DataIndex, p1DataIndex }: Between) =>
    isLineGap(p0DataIndex, p1DataIndex, count) ? 'transparent' : undefined;
  return { borderColor: hidden, backgroundColor: hidden };
}
