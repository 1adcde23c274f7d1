import type { Label } from '@moodline/comments/contract';

/** How people and programs write the labels, in small letters. */
const SYNONYMS: Readonly<Record<Label, readonly string[]>> = {
  positive: [
    'positive',
    'pos',
    'p',
    '+',
    '+1',
    '1',
    '1.0',
    'good',
    '正面',
    '正向',
    '积极',
    '積極',
    '好评',
    '好評',
    '正',
    '褒',
    '褒义',
    'ポジティブ',
    '肯定',
    '肯定的',
    '▲',
  ],
  neutral: [
    'neutral',
    'neu',
    'neut',
    'o',
    '=',
    '0',
    '0.0',
    'mixed',
    '中性',
    '中立',
    '中',
    '中评',
    'ニュートラル',
    '中立的',
    '±',
  ],
  negative: [
    'negative',
    'neg',
    'n',
    '-',
    '-1',
    '-1.0',
    'bad',
    '负面',
    '負面',
    '负向',
    '負向',
    '消极',
    '消極',
    '差评',
    '差評',
    '负',
    '贬',
    '贬义',
    'ネガティブ',
    '否定',
    '否定的',
    '▼',
  ],
};
const BY_WORD = new Map(
  Object.entries(SYNONYMS).flatMap(([label, words]) => words.map((word) => [word, label as Label] as const)),
);

/** The label that a cell means; null when it means none. */
export function readLabel(cell: string): Label | null {
  const plain = cell.normalize('NFKC').trim().toLowerCase().replace(/[−–]/gu, '-');
  return BY_WORD.get(plain) ?? null;
}

/**
 * Whether a column holds 0 and 1 alone. In some files 0 then means negative, in others neutral: nobody can tell, so such a
 * file is not read.
 */
export function isAmbiguous(cells: readonly string[]): boolean {
  const values = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
  return values.size === 2 && values.has('0') && values.has('1');
}
