import { type CommentFilter, commentFilterSchema } from '@moodline/comments/contract';
import { PERIODS, type PeriodPreset } from './period';

/** What the address bar says: a preset or days, and the rest of the filter. */
export interface FilterQuery {
  readonly period: PeriodPreset | null;
  readonly filter: CommentFilter;
}

/** Keys of the query string that belong to the filter, as null: merged into a link they clear it. */
const NO_FILTER: Readonly<Record<string, null>> = {
  period: null,
  from: null,
  to: null,
  source: null,
  label: null,
  emotion: null,
  kind: null,
  language: null,
  stars: null,
  recommended: null,
  version: null,
  leftOut: null,
  undated: null,
  monitor: null,
  theme: null,
  tag: null,
  unique: null,
  q: null,
};

/** Reads the query string. A field that makes no sense is left out, the others hold: links are typed and cut by hand. */
export function readFilterQuery(params: Readonly<Record<string, unknown>>): FilterQuery {
  const filter: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(commentFilterSchema.shape)) {
    const value = params[key];
    if (value === undefined || value === null || value === '') continue;
    const read = field.safeParse(Array.isArray(value) ? value.join(',') : value);
    if (read.success && !(Array.isArray(read.data) && read.data.length === 0)) filter[key] = read.data;
  }
  const period = PERIODS.find((preset) => preset === params['period']) ?? null;
  return { period, filter: filter as CommentFilter };
}

/** The query string of a filter: lists joined by commas, empty fields as null so that merging removes them. */
export function writeFilterQuery({ period, filter }: FilterQuery): Record<string, string | null> {
  const params: Record<string, string | null> = { ...NO_FILTER, period };
  for (const [key, value] of Object.entries(filter)) {
    params[key] = (value && String(value)) || null;
  }
  return params;
}
