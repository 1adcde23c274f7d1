import { maskPersonalData } from '@moodline/comments/api';
import type { ImportOffer } from '@moodline/sources/contract';
import type { ColumnLook } from './column-look';
import type { FileReading } from './file-reading';

const SOURCES =
  /source|site|platform|channel|brand|airline|network|outlet|store|product|来源|平台|渠道|媒体|品牌|店铺|网站|サイト|媒体|ブランド/iu;
const LABELS =
  /^(?:pos|neg|neu|neut|positive|negative|neutral|mixed|积极|消极|中性|正面|负面|正向|负向|好评|中评|差评|ポジティブ|ネガティブ|ニュートラル)$/iu;
const MOST_SOURCES = 50;
const EXAMPLES = 4;

/** Columns that are not used and could be: names of sources, and labels that people gave. */
export function offersOf({ recognised, recognition, template }: FileReading): ImportOffer[] {
  if (template) return [];
  const free = recognition.looks.filter(({ column }) => !recognised.some((entry) => entry.column === column));
  const labels = free.filter(holdsLabels).slice(0, 1);
  const sources = free.filter((look) => !labels.includes(look) && namesSources(look)).slice(0, 1);
  return [
    ...sources.map((look) => ({ code: 'source' as const, column: look.column, examples: examplesOf(look) })),
    ...labels.map((look) => ({ code: 'labels' as const, column: look.column, examples: examplesOf(look) })),
  ];
}

/** A few names that come again and again, in a column whose name says so. */
function namesSources(look: ColumnLook): boolean {
  return (
    SOURCES.test(look.column) &&
    look.filled >= 4 &&
    look.distinct >= 2 &&
    look.distinct <= MOST_SOURCES &&
    look.distinctShare <= 0.5 &&
    look.wordShare > 0.8 &&
    look.values.every((value) => value.length <= 40)
  );
}

const holdsLabels = (look: ColumnLook) =>
  look.distinct >= 2 &&
  look.filled >= 4 &&
  look.values.filter((value) => LABELS.test(value)).length >= look.filled * 0.8;

const examplesOf = ({ values }: ColumnLook) =>
  [...new Set(values.filter(Boolean))].slice(0, EXAMPLES).map((value) => maskPersonalData(value));
