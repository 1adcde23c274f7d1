import { netOf, type Advice, type ReadEssay } from '@moodline/assistants/contract';
import { LABELS } from '@moodline/comments/contract';
import { csvCell } from '@moodline/shared/contract';

/** An essay of a class as it was read. */
export interface ClassRow {
  readonly name: string;
  readonly text: string;
  readonly essay: ReadEssay;
}

/** Mean mood of the paragraphs from -1 to 1; null where none has one. */
export function meanMood({ paragraphs }: ReadEssay): number | null {
  const nets = paragraphs.flatMap((one) => netOf(one) ?? []);
  return nets.length ? nets.reduce((sum, net) => sum + net, 0) / nets.length : null;
}

/** The piece of advice that a class is shown: the weightiest of the rules. */
export const firstAdvice = ({ advice }: ReadEssay): Advice | null => advice[0] ?? null;

/** Excel reads a file as UTF-8 only with this. */
const BOM = '\uFEFF';
const END = '\r\n';

/**
 * A class as CSV (RFC 4180), in which no text is taken for a formula. Moods are points from -100 to 100.
 * @param headings of the columns name, words, paragraphs, mood, paragraphs by label, mood by paragraph, advice
 */
export function classCsv(rows: readonly ClassRow[], headings: readonly string[]): string {
  const lines = rows.map(({ name, essay }) => {
    const mean = meanMood(essay);
    const labels = LABELS.map((label) => essay.paragraphs.filter((one) => one.label === label).length);
    const moods = essay.paragraphs.map((one) => points(netOf(one)) ?? '–').join(' | ');
    return [name, essay.words, essay.paragraphs.length, points(mean), ...labels, moods, firstAdvice(essay)?.text ?? ''];
  });
  return BOM + [headings, ...lines].map((line) => line.map(csvCell).join()).join(END) + END;
}

const points = (net: number | null) => net && Math.round(net * 100);
