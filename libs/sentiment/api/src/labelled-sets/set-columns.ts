import type { FileRecords } from './file-records';
import { readLabel } from './label-synonyms';

/** Names of columns, in small letters without spaces and characters; the best first. */
const TEXT_NAMES = [
  'text',
  'comment',
  'content',
  'review',
  'tweet',
  'sentence',
  'body',
  'message',
  'post',
  '文本',
  '评论',
  '评论内容',
  '内容',
  '正文',
  '评价',
  '留言',
  '微博',
  '句子',
  'テキスト',
  'コメント',
  '本文',
  'レビュー',
  '文',
  '口コミ',
];
const LABEL_NAMES = [
  'label',
  'sentiment',
  'gold',
  'polarity',
  'class',
  'target',
  'mood',
  'emotion',
  'airlinesentiment',
  '标签',
  '标注',
  '情感',
  '情绪',
  '情感倾向',
  '情感极性',
  '极性',
  '类别',
  'ラベル',
  '感情',
  '極性',
  'センチメント',
];
/** Rows looked at where names say nothing. */
const SAMPLE = 200;
/** Share of cells that must mean a label for a column to be the one of labels. */
const MOSTLY = 0.8;

/** Which columns hold text and label, and whether the first record holds names and no example. */
export interface SetColumns {
  readonly text: number;
  readonly label: number;
  readonly header: boolean;
}

/** Finds the two columns by their names, else by what stands in them. @returns null when there are no such columns */
export function findColumns({ columns, records }: FileRecords): SetColumns | null {
  const first = records[0]?.cells ?? [];
  const named = byName(columns.length ? columns : first);
  // A name is not enough: a column `polarity` of numbers between -1 and 1 holds no labels, though some of them look like it.
  const rows = columns.length ? records : records.slice(1);
  if (named && holdsLabels(rows.slice(0, SAMPLE).map(({ cells }) => (cells[named.label] ?? '').trim())))
    return { ...named, header: !columns.length };
  const found = byContent(records.slice(0, SAMPLE).map(({ cells }) => cells));
  // A first row whose label means nothing, while those below do, is a header in words we do not know.
  return found && { ...found, header: !columns.length && !readLabel(first[found.label] ?? '') };
}

/** Whether a column with a telling name holds labels. Cells that mean none are named one by one, unless they are shares. */
function holdsLabels(cells: readonly string[]): boolean {
  return !cells.some((cell) => /^[+-]?\d*[.,]\d+$/.test(cell) && !/^[+-]?\d+[.,]0+$/.test(cell));
}

function byName(names: readonly string[]): { text: number; label: number } | null {
  const plain = names.map((name) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\-.:()]/gu, ''),
  );
  const place = (wanted: readonly string[]) => plain.indexOf(wanted.find((name) => plain.includes(name)) ?? '\0');
  const [text, label] = [place(TEXT_NAMES), place(LABEL_NAMES)];
  return text >= 0 && label >= 0 ? { text, label } : null;
}

function byContent(rows: readonly (readonly string[])[]): { text: number; label: number } | null {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const places = Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / rows.length;
    return {
      column,
      length,
      labels: holdsLabels(cells) ? cells.filter((cell) => readLabel(cell)).length / rows.length : 0,
    };
  });
  const label = places.filter(({ labels }) => labels >= MOSTLY).sort((a, b) => b.labels - a.labels)[0];
  const text = places.filter((place) => place !== label && place.length > 3).sort((a, b) => b.length - a.length)[0];
  return label && text ? { text: text.column, label: label.column } : null;
}
