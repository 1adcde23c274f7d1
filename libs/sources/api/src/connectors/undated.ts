import * as z from 'zod';
import { field } from './config-fields';

/** Setting: what becomes of comments whose date cannot be read. It is honoured for every connector that has it (see `page-reading.ts`). */
export const countUndatedField = field(z.boolean().default(false), {
  label: {
    zh: '日期无法识别的评论，按读取当天计入统计',
    en: 'Count comments without a readable date on the day they were read',
    ja: '日付を読み取れないコメントを、読み取った日のものとして数える',
  },
  hint: {
    zh: '关闭时这些评论仍会保存，标为“日期未知”，不计入图表和情绪。',
    en: 'Otherwise they are kept and marked “date unknown”, and stay out of charts and mood.',
    ja: 'オフの場合も保存し、「日付不明」と表示します。グラフと感情スコアには含めません。',
  },
});

/** Whether the settings of a source, of whichever kind, say so. */
export function countsUndated(config: unknown): boolean {
  return typeof config === 'object' && config !== null && 'countUndated' in config && config.countUndated === true;
}
