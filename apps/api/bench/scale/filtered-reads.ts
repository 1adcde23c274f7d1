import { COUNTED, MOOD, numbersOf, RAW_NUMBERS, type Total } from './raw-rows';
import type { Read } from './read';

/** What a person can narrow the overview and the list by, as the address says it and as a condition on raw rows. */
const FILTERS: readonly (readonly [string, string, string])[] = [
  ['complaints', 'label=negative', `${MOOD} = 'negative'`],
  ['anger', 'emotion=anger', `l.emotion = 'anger'`],
  ['questions', 'kind=question', `l.kind = 'question'`],
  ['opinions', 'kind=opinion', `l.kind = 'opinion'`],
  ['one star', 'stars=1', 'c.stars = 1'],
  ['a version', 'version=2.7', `c.version = '2.7'`],
  ['a tag', 'tag=1', taggedWith(1)],
  ['a rare tag', 'tag=2', taggedWith(2)],
  ['complaints of a monitor', 'monitor=1&label=negative', `${matchedBy(1)} AND ${MOOD} = 'negative'`],
  ['a frequent word', `q=${encodeURIComponent('电池')}`, `strpos(c.text, '电池') > 0`],
];

function taggedWith(tag: number): string {
  return `EXISTS (SELECT FROM comment_tag t WHERE t.workspace_id = 1 AND t.comment_id = c.id AND t.tag_id = ${tag})`;
}

function matchedBy(monitor: number): string {
  return `EXISTS (SELECT FROM comment_monitor m WHERE m.workspace_id = 1 AND m.comment_id = c.id AND m.monitor_id = ${monitor})`;
}

/** The curve and the list of comments under filters that the hourly counts do not know. */
export function filteredReads(span: string, period: string, from: string): Read[] {
  const inside = `c.published_at >= '${from}'::timestamp AT TIME ZONE 'Asia/Shanghai'`;
  return FILTERS.flatMap(([name, query, where]): Read[] => [
    {
      name: `filtered, ${span}: mood, ${name}`,
      path: `/api/mood?${period}&${query}`,
      answer: ({ total }: { total: Total }) => numbersOf(total),
      raw: `SELECT ${RAW_NUMBERS} FROM ${COUNTED} WHERE ${inside} AND ${where}`,
    },
    {
      name: `filtered, ${span}: list, ${name}`,
      path: `/api/comments?limit=50&${period}&${query}`,
      answer: ({ items }: { items: { readonly id: number }[] }) => items.map(({ id }) => Number(id)),
      raw: `SELECT jsonb_agg(id) FROM (SELECT c.id FROM ${COUNTED} WHERE ${inside} AND ${where} ORDER BY c.published_at DESC, c.id DESC LIMIT 50) found`,
    },
  ]);
}
