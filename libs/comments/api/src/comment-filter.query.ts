import { Prisma } from '@moodline/shared/db';
import type { ResolvedFilter } from './resolved-filter';
import { lookedAtCondition, searchCondition } from './search/search-condition.query';
import { hasTag } from './tags/tag-condition.query';
import { isInWork } from './work/work-condition.query';

/** What narrows a list of comments besides their own columns. */
export interface Narrowing {
  /** The search without its index: for comments that are read one after the other anyway. */
  readonly looking?: boolean;
}

/**
 * The filter as a condition over `comment c` with the label that counts (see {@link countedLabel}; not needed where
 * {@link readsLabels} says so). `source` takes ids or names.
 * What `unique` asks for is not a condition on a comment: see {@link filteredComments}.
 * Everything a person typed travels as a parameter.
 */
export function commentCondition(filter: ResolvedFilter, { looking = false }: Narrowing = {}): Prisma.Sql {
  const conditions = [Prisma.sql`c.workspace_id = ${filter.workspaceId}`];
  if (filter.from) conditions.push(Prisma.sql`c.published_at >= ${filter.from}`);
  if (filter.to) conditions.push(Prisma.sql`c.published_at < ${filter.to}`);
  if (needsLabel(filter)) conditions.push(...periodOfLabels(filter));
  if (filter.language?.length) conditions.push(Prisma.sql`c.language = ANY(${filter.language}::text[])`);
  if (filter.source?.length)
    conditions.push(Prisma.sql`c.source_id IN (${sourceIds(filter.workspaceId, filter.source)})`);
  if (filter.label?.length) conditions.push(labelCondition(filter.workspaceId, filter.label));
  if (filter.emotion?.length) conditions.push(Prisma.sql`l.emotion = ANY(${filter.emotion}::text[])`);
  if (filter.kind?.length) conditions.push(Prisma.sql`l.kind = ANY(${filter.kind}::text[])`);
  conditions.push(...givenConditions(filter));
  if (filter.monitor)
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM comment_monitor cm
      WHERE cm.workspace_id = c.workspace_id AND cm.monitor_id = ${filter.monitor} AND cm.comment_id = c.id
    )`);
  if (filter.tag) conditions.push(hasTag(filter.workspaceId, filter.tag));
  if (filter.state || filter.assignee) conditions.push(isInWork(filter.workspaceId, filter));
  if (filter.alike) conditions.push(alikeCondition(filter.workspaceId, filter.alike));
  if (filter.machine) conditions.push(Prisma.sql`l.machine_label = ${filter.machine}`);
  if (filter.human) conditions.push(Prisma.sql`l.human_label = ${filter.human}`);
  if (filter.undated) conditions.push(Prisma.sql`c.date_unknown`);
  if (filter.themeWords && !filter.themeWords.length) conditions.push(Prisma.sql`FALSE`);
  if (filter.q || filter.themeWords?.length)
    conditions.push(looking ? lookedAtCondition(filter) : searchCondition(filter));
  return Prisma.join(conditions, ' AND ');
}

/** Whether a filter asks for labels. Where it does not, no label is looked up for a comment that is passed over. */
function readsLabels(filter: ResolvedFilter): boolean {
  const { label, emotion, kind, machine, human, counted, leftOut, leftOutKinds } = filter;
  return Boolean(
    label?.length ||
    emotion?.length ||
    kind?.length ||
    machine ||
    human ||
    (leftOutKinds?.length && (counted || leftOut)),
  );
}

/** Whether each comment of a filter has a label that counts, or the reason why there is none. */
function needsLabel({ label, emotion, kind, machine, human }: ResolvedFilter): boolean {
  return Boolean((label?.length && !label.includes('pending')) || emotion?.length || kind?.length || machine || human);
}

/** The period once more: labels keep the time of their comment, and without it the database would read those of all times. */
function periodOfLabels({ from, to }: ResolvedFilter): Prisma.Sql[] {
  return [
    ...(from ? [Prisma.sql`l.published_at >= ${from}`] : []),
    ...(to ? [Prisma.sql`l.published_at < ${to}`] : []),
  ];
}

/** What the source said besides words, and whether the comment stands outside of the counts. */
function givenConditions(filter: ResolvedFilter): Prisma.Sql[] {
  const { stars, recommended, version, leftOut, leftOutKinds, counted } = filter;
  const conditions: Prisma.Sql[] = [];
  const isLeftOut = leftOutKinds?.length
    ? Prisma.sql`(c.left_out IS NOT NULL OR coalesce(l.kind = ANY(${leftOutKinds}::text[]), FALSE))`
    : Prisma.sql`(c.left_out IS NOT NULL)`;
  if (counted) conditions.push(Prisma.sql`NOT ${isLeftOut} AND NOT c.date_unknown`);
  // As the index says it: those that have stars, rounded.
  if (stars?.length)
    conditions.push(Prisma.sql`c.stars IS NOT NULL AND round(c.stars::numeric) = ANY(${stars}::numeric[])`);
  if (recommended) conditions.push(Prisma.sql`c.recommended = ${recommended === 'yes'}`);
  // Said twice, so that the planner sees that the index of those with a version suffices.
  if (version?.length) conditions.push(Prisma.sql`c.version IS NOT NULL AND c.version = ANY(${version}::text[])`);
  if (leftOut) conditions.push(leftOut === 'yes' ? isLeftOut : Prisma.sql`NOT ${isLeftOut}`);
  return conditions;
}

/** The label that counts as `l` beside `comment c`, with the machine's probabilities and what a person said (see `comment_mood`). */
export function countedLabel(workspaceId: number): Prisma.Sql {
  return Prisma.sql`LEFT JOIN comment_mood l ON l.workspace_id = ${workspaceId} AND l.comment_id = c.id`;
}

/** The probability of a class in the label `l` that counts, per mille: a whole number, so that sums do not depend on their order. */
export function perMille(name: 'positive' | 'neutral' | 'negative'): Prisma.Sql {
  const column = Prisma.raw(`l.${name}`);
  return Prisma.sql`CASE
    WHEN l.label IS NULL THEN 0
    WHEN l.human_label IS NULL AND ${column} IS NOT NULL THEN round(${column} * 1000)::int
    WHEN l.label = ${Prisma.raw(`'${name}'`)} THEN 1000
    ELSE 0 END`;
}

/** A review that is stars and no words. Its label follows the stars, so it says nothing about labels of texts, and nobody can quote it. */
export const STARS_ALONE = Prisma.sql`(c.text = '' AND c.erased_at IS NULL)`;

/** The group of nearly the same texts that `comment c` belongs to. */
const GROUP = Prisma.sql`coalesce(c.duplicate_of, c.id)`;

/** `comment c` with the label that counts, narrowed by the filter; with `unique`, of comments with nearly the same text the first. */
export function filteredComments(filter: ResolvedFilter, columns: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} ${commentsFrom(filter, countedLabel(filter.workspaceId))}`;
}

/** The same without the label, unless the filter asks for it: for columns of `c` alone. */
export function pickedComments(filter: ResolvedFilter, columns: Prisma.Sql, narrowing: Narrowing = {}): Prisma.Sql {
  const labels = readsLabels(filter) ? countedLabel(filter.workspaceId) : Prisma.empty;
  return Prisma.sql`SELECT ${columns} ${commentsFrom(filter, labels, narrowing)}`;
}

/**
 * `FROM` and `WHERE` over the comments of a filter, with a join of their label as `l`.
 * Of nearly the same texts the first one is looked up comment by comment: most stand alone, and a list that ends after a page looks
 * at few. As a value and not as a join, so that the planner cannot turn it into one over all comments.
 */
export function commentsFrom(filter: ResolvedFilter, labels: Prisma.Sql, narrowing: Narrowing = {}): Prisma.Sql {
  const condition = commentCondition(filter, narrowing);
  if (!filter.unique) return Prisma.sql`FROM comment c ${labels} WHERE ${condition}`;
  const label = readsLabels(filter) ? countedLabel(filter.workspaceId) : Prisma.empty;
  return Prisma.sql`
    FROM comment c
    CROSS JOIN LATERAL (SELECT c.id AS own_id, ${GROUP} AS own_group) own ${labels}
    WHERE ${condition} AND own.own_id = (
      SELECT c.id FROM comment c ${label}
      WHERE ${commentCondition(filter, { looking: true })} AND ${GROUP} = own.own_group
      ORDER BY c.published_at, c.id LIMIT 1
    )`;
}

/** Ids of sources that are given by id or by name, as a query. */
export function sourceIds(workspaceId: number, sources: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id FROM source s
    WHERE s.workspace_id = ${workspaceId} AND (s.id::text = ANY(${[...sources]}::text[]) OR s.name = ANY(${[...sources]}::text[]))`;
}

function alikeCondition(workspaceId: number, id: number): Prisma.Sql {
  return Prisma.sql`coalesce(c.duplicate_of, c.id) = (SELECT coalesce(d.duplicate_of, d.id) FROM comment d WHERE d.workspace_id = ${workspaceId} AND d.id = ${id})`;
}

function labelCondition(workspaceId: number, labels: NonNullable<ResolvedFilter['label']>): Prisma.Sql {
  const parts = [...new Set(labels)].map((label) => {
    // What has no label is found in the queue, not looked for among all comments.
    if (label === 'pending')
      return Prisma.sql`c.id IN (SELECT t.comment_id FROM label_task t WHERE t.workspace_id = ${workspaceId})`;
    if (label === 'unsure') return Prisma.sql`l.unsure`;
    if (label === 'unscored') return Prisma.sql`l.unscored_reason IS NOT NULL AND l.label IS NULL`;
    return Prisma.sql`l.label = ${label}`;
  });
  return parts.length === 1 ? (parts[0] ?? Prisma.sql`TRUE`) : Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}
