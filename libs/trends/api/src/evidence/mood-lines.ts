import { netChange, shareChange, type MoodTotal } from '@moodline/trends/contract';
import { directionWords } from './fact-line';

/** A net mood as people read it: whole points with their sign. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

/** Net mood in whole points; 0 where nothing is labelled. */
export const wholeNet = ({ n, positive, negative }: Pick<MoodTotal, 'n' | 'positive' | 'negative'>): number =>
  n ? Math.round((100 * (positive - negative)) / n) + 0 : 0;

/** Share in whole percent; 0 where nothing is labelled. */
export const wholeShare = (part: number, n: number): number => (n ? Math.round((100 * part) / n) : 0);

export interface MoodOfPeriod {
  /** Days as `2026-05-03..2026-05-09`. */
  readonly days: string;
  readonly total: MoodTotal;
  readonly previous: MoodTotal;
}

/** `net mood | 2026-05-03..2026-05-09 | -11 | down from +32 | n=412` (without the id in front). */
export function netMoodLine({ days, total, previous }: MoodOfPeriod): string {
  const change = netChange(total, previous)?.clear ? [directionWords(wholeNet(total), wholeNet(previous), signed)] : [];
  return ['net mood', days, signed(wholeNet(total)), ...change, `n=${total.n}`].join(' | ');
}

/** `negative share | 2026-05-03..2026-05-09 | 46% | up from 21% | n=412` (without the id in front). */
export function shareLine(mood: 'negative' | 'positive', { days, total, previous }: MoodOfPeriod): string {
  const [now, before] = [wholeShare(total[mood], total.n), wholeShare(previous[mood], previous.n)];
  const change = shareChange(mood, total, previous)?.clear ? [directionWords(now, before, (share) => `${share}%`)] : [];
  return [`${mood} share`, days, `${now}%`, ...change, `n=${total.n}`].join(' | ');
}
