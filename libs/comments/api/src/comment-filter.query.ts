import { Prisma } from '@moodline/shared/db';
import type { ResolvedFilter } from './resolved-filter';

/**
 * The filter as a condition over `comment c LEFT JOIN label l` (see {@link activeLabel}). `source` takes ids or names.
 * Everything a person typed travels as a parameter.
 */
export function commentCondition(filter: ResolvedFilter): Prisma.Sql {
  const conditions = [Prisma.sql`c.workspace_id = ${filter.workspaceId}`];
  if (filter.from) conditions.push(Prisma.sql`c.published_at >= ${filter.from}`);
  if (filter.to) conditions.push(Prisma.sql`c.published_at < ${filter.to}`);
  if (filter.language?.length) conditions.push(Prisma.sql`c.language = ANY(${filter.language}::text[])`);
  if (filter.source?.length) conditions.push(sourceCondition(filter.workspaceId, filter.source));
  if (filter.label?.length) conditions.push(labelCondition(filter.label));
  if (filter.q) conditions.push(Prisma.sql`c.text ILIKE ${`%${escapeLike(filter.q)}%`}`);
  return Prisma.join(conditions, ' AND ');
}

/** Joins the label that counts: the one of the active version of the label role. */
export function activeLabel(workspaceId: number): Prisma.Sql {
  return Prisma.sql`
  LEFT JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
    AND l.role_version = (SELECT active_version FROM role WHERE role.workspace_id = ${workspaceId} AND role.name = 'label')`;
}

/** Sources given by id or by name, as a condition on a column that holds the source's id. */
export function sourceCondition(workspaceId: number, sources: readonly string[], column = Prisma.sql`c.source_id`): Prisma.Sql {
  return Prisma.sql`${column} IN (SELECT s.id FROM source s WHERE s.workspace_id = ${workspaceId} AND (s.id::text = ANY(${[...sources]}::text[]) OR s.name = ANY(${[...sources]}::text[])))`;
}

function labelCondition(labels: NonNullable<ResolvedFilter['label']>): Prisma.Sql {
  const parts = [Prisma.sql`l.label = ANY(${labels}::text[])`];
  if (labels.includes('pending')) parts.push(Prisma.sql`l.comment_id IS NULL`);
  if (labels.includes('unscored')) parts.push(Prisma.sql`l.unscored_reason IS NOT NULL`);
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}

/** `%`, `_` and `\` stand for themselves. */
const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');
