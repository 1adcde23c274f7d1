import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of a line; `changed` where it differs from the line that it replaces or that replaces it. */
export interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}

/** One line of a comparison. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly parts: readonly DiffPart[];
}

/** Chinese has no spaces: without this a changed word would mark its whole sentence. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Compares two prompts line by line; lines that replace each other show which words changed. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const blocks = diffLines(ended(before), ended(after)).map(
    ({ value, added, removed }) =>
      ({ kind: added ? 'added' : removed ? 'removed' : 'same', lines: value.replace(/\n$/, '').split('\n') }) as const,
  );
  const lines: DiffLine[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    const next = blocks[index + 1];
    if (!block) continue;
    if (block.kind === 'removed' && next?.kind === 'added') {
      lines.push(...replaced(block.lines, next.lines));
      index++;
    } else lines.push(...block.lines.map((text) => whole(block.kind, text)));
  }
  return lines;
}

function replaced(before: readonly string[], after: readonly string[]): DiffLine[] {
  if (before.length !== after.length)
    return [...before.map((text) => whole('removed', text)), ...after.map((text) => whole('added', text))];
  const pairs = before.map((text, index) => diffWordsWithSpace(text, after[index] ?? '', { intlSegmenter: WORDS }));
  const side = (kind: 'removed' | 'added') =>
    pairs.map((parts) => ({
      kind,
      parts: parts
        .filter(({ added, removed }) => (kind === 'added' ? !removed : !added))
        .map(({ value, added, removed }) => ({ text: value, changed: added || removed })),
    }));
  return [...side('removed'), ...side('added')];
}

const whole = (kind: DiffLine['kind'], text: string): DiffLine => ({ kind, parts: [{ text, changed: false }] });

/** Without it a last line would differ by the missing line end alone. */
const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
