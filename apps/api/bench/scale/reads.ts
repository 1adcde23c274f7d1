import { filteredReads } from './filtered-reads';
import { COUNTED, MOOD, numbersOf, RAW_NUMBERS, type Total } from './raw-rows';
import type { Read } from './read';

/** Days of the filled time, and a comment and run to look at. */
export interface Scene {
  readonly first: string;
  readonly last: string;
  /** First of the last 30 days. */
  readonly monthAgo: string;
  readonly comments: number;
  /** A comment with copies. */
  readonly copied: number;
  readonly nextPage: string;
  readonly nextReview: string;
}

interface Page {
  readonly items: { readonly id: number }[];
  readonly total: number;
}
const idsOf = ({ items }: Page) => items.map(({ id }) => Number(id));

/** All reads, in the order of the pages. */
export function reads(scene: Scene): Read[] {
  const month = `from=${scene.monthAgo}&to=${scene.last}`;
  const always = `from=${scene.first}&to=${scene.last}`;
  return [
    ...shell(),
    ...overview('30 days', month, scene.monthAgo),
    ...overview('two years', always, scene.first),
    ...commentLists(scene, month, always),
    ...search(month, always),
    ...filteredReads('30 days', month, scene.monthAgo),
    ...filteredReads('two years', always, scene.first),
    ...otherPages(month, always, scene),
    ...teamPages(month, scene),
  ];
}

function shell(): Read[] {
  return [
    { name: 'shell: session', path: '/api/session' },
    {
      name: 'shell: filter bar',
      path: '/api/filter-choices',
      answer: ({ first, last }: { first: string; last: string }) => [first, last],
      raw: `SELECT jsonb_build_array((min(published_at) AT TIME ZONE 'Asia/Shanghai')::date, (max(published_at) AT TIME ZONE 'Asia/Shanghai')::date) FROM comment WHERE NOT date_unknown`,
    },
    {
      name: 'shell: labelling progress',
      path: '/api/labelling',
      answer: ({ pending, labelled, unscored }: Record<'pending' | 'labelled' | 'unscored', number>) => [
        pending,
        labelled,
        unscored,
      ],
      raw: `SELECT jsonb_build_array(count(*) FILTER (WHERE l.comment_id IS NULL), count(${MOOD}), count(*) FILTER (WHERE l.comment_id IS NOT NULL AND ${MOOD} IS NULL)) FROM ${COUNTED}`,
    },
  ];
}

function overview(span: string, period: string, from: string): Read[] {
  const inside = `c.published_at >= '${from}'::timestamp AT TIME ZONE 'Asia/Shanghai'`;
  const name = (part: string) => `overview, ${span}: ${part}`;
  const grouped = (column: string, more = '') =>
    `SELECT jsonb_agg(numbers ORDER BY id) FROM (SELECT ${column} AS id, ${RAW_NUMBERS} AS numbers FROM ${COUNTED} ${more} WHERE ${inside} GROUP BY 1) groups`;
  return [
    {
      name: name('mood'),
      path: `/api/mood?${period}`,
      answer: ({ total }: { total: Total }) => numbersOf(total),
      raw: `SELECT ${RAW_NUMBERS} FROM ${COUNTED} WHERE ${inside}`,
    },
    {
      name: name('mood of Chinese in one source'),
      path: `/api/mood?${period}&language=zh&source=3`,
      answer: ({ total }: { total: Total }) => numbersOf(total),
      raw: `SELECT ${RAW_NUMBERS} FROM ${COUNTED} WHERE ${inside} AND c.language = 'zh' AND c.source_id = 3`,
    },
    {
      name: name('mood of a monitor'),
      path: `/api/mood?${period}&monitor=1`,
      answer: ({ total }: { total: Total }) => numbersOf(total),
      raw: `SELECT ${RAW_NUMBERS} FROM ${COUNTED} JOIN comment_monitor m ON m.workspace_id = 1 AND m.comment_id = c.id AND m.monitor_id = 1 WHERE ${inside}`,
    },
    {
      name: name('sources'),
      path: `/api/mood/sources?${period}`,
      answer: (all: { source: { id: number }; total: Total }[]) =>
        all.sort((a, b) => a.source.id - b.source.id).map(({ total }) => numbersOf(total)),
      raw: grouped('c.source_id'),
    },
    {
      name: name('share of voice'),
      path: `/api/mood/monitors?${period}`,
      answer: (all: { monitor: { id: number }; total: Total }[]) =>
        all.sort((a, b) => a.monitor.id - b.monitor.id).map(({ total }) => numbersOf(total)),
      raw: grouped('m.monitor_id', 'JOIN comment_monitor m ON m.workspace_id = 1 AND m.comment_id = c.id'),
    },
    ...loudest(name, period, inside),
  ];
}

function loudest(name: (part: string) => string, period: string, inside: string): Read[] {
  return [
    {
      name: name('loudest'),
      path: `/api/comments?${period}&sort=loudest&limit=5`,
      answer: idsOf,
      raw: `SELECT jsonb_agg(id) FROM (SELECT c.id FROM comment c WHERE ${inside} ORDER BY engagement DESC, id DESC LIMIT 5) found`,
    },
    {
      name: name('loudest complaints'),
      path: `/api/comments?${period}&sort=loudest&limit=5&label=negative`,
      answer: idsOf,
      raw: `SELECT jsonb_agg(id) FROM (SELECT c.id FROM ${COUNTED} WHERE ${inside} AND ${MOOD} = 'negative' ORDER BY engagement DESC, c.id DESC LIMIT 5) found`,
    },
  ];
}

function commentLists({ nextPage, copied }: Scene, month: string, always: string): Read[] {
  const list = (part: string, query: string, where: string, order = 'c.published_at DESC, c.id DESC'): Read => ({
    name: `comments: ${part}`,
    path: `/api/comments?limit=50&${query}`,
    answer: idsOf,
    raw: `SELECT jsonb_agg(id) FROM (SELECT c.id FROM ${COUNTED} WHERE ${where} ORDER BY ${order} LIMIT 50) found`,
  });
  const monitor = (id: number) =>
    `EXISTS (SELECT FROM comment_monitor m WHERE m.workspace_id = 1 AND m.comment_id = c.id AND m.monitor_id = ${id})`;
  return [
    list('first page', month, 'true'),
    { name: 'comments: next page', path: `/api/comments?limit=50&${month}&cursor=${nextPage}` },
    list('first page of two years', always, 'true'),
    list('oldest first', `${always}&sort=oldest`, 'true', 'c.published_at, c.id'),
    list('complaints', `${always}&label=negative`, `${MOOD} = 'negative'`),
    list('unsure', `${always}&label=unsure`, 'l.unsure AND h.label IS NULL'),
    list('without a label', `${always}&label=unscored`, 'l.comment_id IS NOT NULL AND l.unscored_reason IS NOT NULL'),
    list('pending', `${always}&label=pending`, 'l.comment_id IS NULL'),
    list('of the smallest source', `${always}&source=12`, 'c.source_id = 12'),
    list(
      'without a label in a small source',
      `${always}&source=11&label=unscored`,
      'c.source_id = 11 AND l.unscored_reason IS NOT NULL',
    ),
    list('Japanese', `${always}&language=ja`, `c.language = 'ja'`),
    list('of a monitor', `${always}&monitor=6`, monitor(6)),
    list(
      'complaints of a monitor in a source',
      `${always}&monitor=6&label=negative&source=5`,
      `${monitor(6)} AND ${MOOD} = 'negative' AND c.source_id = 5`,
    ),
    { name: 'comments: each text once', path: `/api/comments?limit=50&${month}&unique=true` },
    { name: 'comments: each text once, two years', path: `/api/comments?limit=50&${always}&unique=true` },
    {
      name: 'comments: one said neutral, a person negative',
      path: `/api/comments?limit=50&${always}&machine=neutral&human=negative`,
    },
    { name: 'drawer: a comment', path: `/api/comments/${copied}` },
    { name: 'drawer: its copies', path: `/api/comments?alike=${copied}&limit=50` },
    { name: 'drawer: what forgetting would take', path: `/api/comments/${copied}/forget` },
  ];
}

function search(month: string, always: string): Read[] {
  const wanted: readonly (readonly [string, string])[] = [
    ['2 signs, frequent', '电池'],
    ['2 signs, rare', '丐丑'],
    ['3 signs', '洗碗机'],
    ['6 signs', '经常断开，电池'],
    ['Japanese, 3 signs', '返金に'],
    ['Japanese, 6 signs', 'が三日で壊れ'],
    ['a word', 'overpriced'],
    ['a rare word', 'kamiro'],
    ['two words', 'robot vacuum'],
    ['not to be found', 'qqqqqq'],
  ];
  return wanted.flatMap(([kind, q]) =>
    (
      [
        ['30 days', month],
        ['two years', always],
      ] as const
    ).map(([span, period]) => ({
      name: `search, ${span}: ${kind} (${q})`,
      path: `/api/comments?limit=50&${period}&q=${encodeURIComponent(q)}`,
    })),
  );
}

function otherPages(month: string, always: string, { comments, nextReview }: Scene): Read[] {
  return [
    { name: 'review: first page', path: `/api/review?${month}` },
    { name: 'review: two years', path: `/api/review?${always}` },
    { name: 'review: next page', path: `/api/review?${always}&cursor=${nextReview}` },
    { name: 'quality: 30 days', path: `/api/quality?${month}` },
    {
      name: 'quality: two years',
      path: `/api/quality?${always}`,
      answer: ({ result }: { result: { rows: number } }) => result.rows,
      raw: 'SELECT to_jsonb(count(*)) FROM human_label h JOIN label l ON l.workspace_id = 1 AND l.comment_id = h.comment_id AND l.current',
    },
    { name: 'quality: evaluations', path: '/api/evaluations' },
    { name: 'quality: what can be evaluated', path: '/api/evaluations/choices' },
    { name: 'monitors: list', path: '/api/monitors' },
    {
      name: 'sources: list',
      path: '/api/sources',
      answer: (all: { id: number; comments: number }[]) =>
        all.sort((a, b) => a.id - b.id).map((source) => source.comments),
      raw: 'SELECT jsonb_agg(n ORDER BY id) FROM (SELECT s.id, count(c.id) AS n FROM source s LEFT JOIN comment c ON c.source_id = s.id GROUP BY 1) counts',
    },
    { name: 'sources: run history', path: '/api/sources/1/runs?limit=25' },
    { name: 'labelling again: list', path: '/api/relabellings' },
    { name: 'labelling again: scope', path: '/api/relabellings/scope?version=1&days=30' },
    { name: 'roles', path: '/api/roles' },
    {
      name: 'privacy: page',
      path: '/api/privacy',
    },
    {
      name: 'privacy: what retention would take',
      path: '/api/privacy/retention/preview?days=365',
      // Large numbers of it are estimates, and the page says so: compared to a twentieth.
      answer: (preview: { comments: number; waiting: number; kept: number }) =>
        Math.round(((preview.comments + preview.waiting + preview.kept) * 10) / comments) * 10,
      raw: `SELECT to_jsonb(count(*) * 100 / ${comments}) FROM comment`,
    },
  ];
}

function teamPages(month: string, { copied }: Scene): Read[] {
  return [
    { name: 'overview: kinds and emotions', path: `/api/mood/facets?${month}` },
    { name: 'overview: annotations', path: `/api/annotations?${month}` },
    { name: 'overview: alerts', path: '/api/alerts?limit=5' },
    { name: 'overview: is there demo data', path: '/api/demo' },
    { name: 'quality: stars', path: `/api/quality/stars?${month}` },
    { name: 'quality: judged', path: '/api/quality/judged' },
    { name: 'quality: learning', path: '/api/learning' },
    { name: 'quality: what learning takes', path: '/api/learning/effort' },
    { name: 'comment page: thread', path: `/api/comments/${copied}/thread` },
    { name: 'triage', path: '/api/triage?limit=50' },
    { name: 'triage: done', path: '/api/triage?show=answered&limit=50' },
    { name: 'tags', path: '/api/tags' },
    { name: 'tags: examples', path: '/api/tags/1/examples' },
    { name: 'tags: learning', path: '/api/tags/1/learning' },
    { name: 'tags: what use would take', path: '/api/tags/1/use/scope?days=30' },
    { name: 'settings: what is left out', path: '/api/left-out' },
    { name: 'settings: alert rules', path: '/api/alert-rules' },
    { name: 'reports', path: '/api/reports' },
  ];
}
