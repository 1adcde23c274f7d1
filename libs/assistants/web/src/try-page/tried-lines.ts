import { LONGEST_TRIED, MOST_TRIED } from '@moodline/assistants/contract';

/** What is tried of what was typed: one text a line. `over`: lines that are too many, `cut`: lines that are too long and cut. */
export interface TriedLines {
  readonly texts: readonly string[];
  readonly over: number;
  readonly cut: number;
}

/** Every line that is not empty is a text of its own. */
export function triedLines(typed: string): TriedLines {
  const lines = typed
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean);
  const texts = lines.slice(0, MOST_TRIED).map((line) => line.slice(0, LONGEST_TRIED).trim());
  return {
    texts,
    over: Math.max(0, lines.length - MOST_TRIED),
    cut: lines.slice(0, MOST_TRIED).filter((line) => line.length > LONGEST_TRIED).length,
  };
}
