import { COVERAGE_REASONS, WHOLE_SCOPE, type DraftOf, type Fact, type FactDraft } from '@moodline/narration/contract';
import { FactSheet } from '../fact-sheet';

const PERIOD = { from: '2026-10-28', to: '2026-11-26' };
const COMPARED = { from: '2026-09-28', to: '2026-10-27' };
const common = {
  n: 1105,
  period: PERIOD,
  scope: WHOLE_SCOPE,
  direction: null,
  citations: { commentIds: [], filter: PERIOD },
};

const net: DraftOf<'net'> = { ...common, kind: 'net', value: -27, unit: 'points' };
const change: DraftOf<'change'> = {
  ...common,
  kind: 'change',
  value: -23,
  unit: 'points',
  measure: 'net',
  label: null,
  before: -4,
  now: -27,
  nBefore: 467,
  clear: true,
  compared: COMPARED,
  margin: 9,
  direction: 'down',
};
const share: DraftOf<'share'> = { ...common, kind: 'share', value: 49, unit: 'percent', label: 'negative', count: 540 };
const count: DraftOf<'count'> = { ...common, kind: 'count', value: 1106, unit: 'comments', label: null };
const average: DraftOf<'average'> = {
  ...common,
  kind: 'average',
  value: 36.9,
  unit: 'comments',
  label: null,
  per: 'day',
  count: 1106,
  days: 30,
};
const ranking = (rank: number, name: string, value: number): DraftOf<'ranking'> => ({
  ...common,
  kind: 'ranking',
  by: 'source',
  order: 'least',
  measure: 'net',
  label: null,
  name,
  rank,
  of: 4,
  value,
  unit: 'points',
  n: 300 + rank,
});
const comparison: DraftOf<'comparison'> = {
  ...common,
  kind: 'comparison',
  measure: 'net',
  label: null,
  left: { name: 'Weibo', value: -37, n: 400 },
  right: { name: 'YouTube', value: -19, n: 223 },
  value: -18,
  unit: 'points',
  clear: true,
};
const theme: DraftOf<'theme'> = {
  ...common,
  kind: 'theme',
  themeId: 3,
  name: 'Akku',
  value: 123,
  unit: 'comments',
  before: 16,
  positive: 12,
  negative: 61,
  net: -49,
  netBefore: -10,
  rose: '2026-10-31',
};
const part = (name: string | null, value: number, percent: number): DraftOf<'share-of-change'> => ({
  ...common,
  kind: 'share-of-change',
  name,
  value,
  unit: 'points',
  total: -23,
  percent,
});
const claim: DraftOf<'claim'> = {
  ...common,
  kind: 'claim',
  theme: 'Akku',
  words: ['no day'],
  text: 'lasts no day',
  label: 'negative',
  value: 34,
  unit: 'comments',
};
const quote: DraftOf<'quote'> = {
  ...common,
  kind: 'quote',
  commentId: 77,
  text: 'it dies at lunch',
  label: 'negative',
  language: 'en',
  source: 'Weibo',
  about: 'Akku',
  value: 812,
  unit: 'comments',
};
const turn: DraftOf<'turning-point'> = {
  ...common,
  kind: 'turning-point',
  value: -43,
  unit: 'points',
  before: 5,
  now: -38,
  nBefore: 88,
  clear: true,
  at: '2026-10-31',
  since: '2026-10-28',
  until: '2026-11-10',
};
const event: DraftOf<'event'> = {
  ...common,
  kind: 'event',
  name: 'Letter',
  at: '2026-11-06',
  value: 7,
  unit: 'points',
  before: -39,
  now: -32,
  nBefore: 500,
  clear: true,
};
const peak: DraftOf<'peak'> = { ...common, kind: 'peak', at: '2026-11-02', value: 119, unit: 'comments', negative: 58 };
const coverage = (reason: DraftOf<'coverage'>['reason'], value = 14): DraftOf<'coverage'> => ({
  ...common,
  kind: 'coverage',
  reason,
  value,
  unit: 'comments',
  limit: 20,
  at: '2026-11-25',
});

const SCOPED = { ...WHOLE_SCOPE, sources: ['Weibo', 'YouTube'], languages: ['zh' as const], topic: 'sound' };

const MOODS: FactDraft[] = [
  net,
  change,
  share,
  { ...change, measure: 'share', label: 'negative', before: 37, now: 49, value: 12, direction: 'up' },
  count,
  {
    ...change,
    measure: 'count',
    unit: 'comments',
    before: 467,
    now: 1106,
    value: 639,
    margin: null,
    direction: 'up',
  },
  { ...change, clear: false, before: -25, value: -2, direction: 'same' },
  { ...count, label: 'negative', value: 69, n: 119, period: { from: '2026-11-02', to: '2026-11-02' } },
  { ...count, label: 'positive', value: 0, n: 119, period: { from: '2026-11-02', to: '2026-11-02' } },
  { ...net, scope: SCOPED, value: 45, n: 11 },
  {
    ...net,
    scope: {
      ...WHOLE_SCOPE,
      labels: ['negative'],
      stars: [1, 2],
      versions: ['ZX'],
      monitors: ['Pebblo'],
      theme: 'Akku',
    },
    value: -45,
    n: 61,
  },
  { ...net, period: { from: '2026-11-02T08:00:00+08:00', to: '2026-11-02T12:00:00+08:00' }, value: -58, n: 31 },
  ranking(1, 'Weibo', -37),
  ranking(2, 'App Store', -24),
  ranking(3, 'YouTube', -19),
  { ...ranking(1, 'Akku', 75), by: 'theme', measure: 'count', label: 'negative', order: 'most', unit: 'comments' },
  { ...ranking(1, 'Akku', 61), by: 'theme', measure: 'share', label: 'negative', order: 'most', unit: 'percent' },
  { ...ranking(1, 'Akku', -9), by: 'theme', measure: 'weight' },
  { ...ranking(1, '2026-11-02', 119), by: 'day', measure: 'count', order: 'most', unit: 'comments' },
  { ...ranking(1, '2', 24.1), by: 'weekday', measure: 'average', order: 'most', unit: 'comments', total: 193 },
  { ...ranking(2, '1', 18), by: 'weekday', measure: 'average', order: 'most', unit: 'comments', total: 144 },
  { ...ranking(1, '20', 90), by: 'hour', measure: 'count', order: 'most', label: 'negative', unit: 'comments' },
  average,
  { ...average, label: 'negative', per: 'week', value: 126, count: 540, scope: SCOPED },
  { ...average, scope: { ...SCOPED, emotions: ['anger'] }, value: 0.4, count: 12 },
  {
    ...comparison,
    measure: 'average',
    unit: 'comments',
    left: { name: 'A', value: 27.4, n: 900 },
    right: { name: 'B', value: 21, n: 300 },
    value: 6.4,
  },
  comparison,
  { ...comparison, clear: false, right: { name: 'Forum', value: -36, n: 40 } },
  { ...comparison, measure: 'share', label: 'negative', left: { name: 'Weibo', value: 55, n: 400 } },
  { ...comparison, measure: 'count', left: { name: 'Weibo', value: 400, n: 400 } },
];

const THEMES_AND_TIMES: FactDraft[] = [
  theme,
  part('Akku', -9, 39),
  claim,
  { ...claim, text: 'drops to none', value: 21 },
  { ...claim, text: 'one hour only', value: 1 },
  quote,
  { ...quote, text: 'no pun left', source: null, about: null },
  { ...quote, text: 'and so it goes' },
  { ...quote, text: 'that was new', at: '2026-11-02' },
  { ...theme, name: 'Laden', before: 0, rose: null, positive: 70, negative: 10, value: 31 },
  { ...theme, name: 'Klang', before: null, rose: null },
  { ...theme, name: 'Preis', before: 123 },
  part('Preis', 4, 17),
  part('Akku', -9, 39),
  part('Laden', -6, 26),
  part(null, -8, 35),
  turn,
  { ...turn, at: '2026-11-11', before: -38, now: -12, value: 26, until: '2026-11-26' },
  { ...turn, at: '2015-02-22', before: -12, now: -30, value: -18, until: '2015-02-24' },
  event,
  { ...event, clear: false, now: -38, value: 1, direction: 'same' },
  peak,
  { ...peak, at: '2026-11-03', value: 118 },
  ...COVERAGE_REASONS.map((reason) => coverage(reason)),
  coverage('too-few', 0),
  coverage('too-few-before', 0),
];

/** Facts of every kind, in all the ways in which they differ for a sentence; neighbours are told together where they belong together. */
export function sampleFacts(): Fact[] {
  const sheet = new FactSheet();
  [...MOODS, ...THEMES_AND_TIMES].forEach((draft) => sheet.add(draft));
  return [...sheet.facts];
}
