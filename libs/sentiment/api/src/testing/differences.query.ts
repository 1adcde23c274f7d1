import { Prisma, type Database } from '@moodline/shared/db';

/** Differences between what is stored beside comments and what follows from them, at most some of each kind; all empty where it is right. */
export type Differences = Readonly<Record<string, readonly unknown[]>>;

const SHOWN = 5;

/** For specs: what triggers, queues and groups have to be at any time when nobody writes. Counts are compared by `recounted`. */
export async function differences(database: Database, workspaceId: number): Promise<Differences> {
  const found: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries({ ...CHECKS(workspaceId), ...LEFT_OVERS(workspaceId) }))
    found[name] = await database.$queryRaw<unknown[]>`${sql} LIMIT ${SHOWN}`;
  return found;
}

/** The monitors of each comment that still has its text, with the words that were found. */
export function matchesOf(database: Database, workspaceId: number): Promise<unknown[]> {
  return database.$queryRaw`
    SELECT m.monitor_id, m.comment_id, m.words FROM comment_monitor m
    JOIN comment c ON c.workspace_id = m.workspace_id AND c.id = m.comment_id AND c.erased_at IS NULL
    WHERE m.workspace_id = ${workspaceId}
    ORDER BY 1, 2`;
}

const sums = (table: Prisma.Sql, time: Prisma.Sql, workspaceId: number) => Prisma.sql`
  SELECT monitor_id, ${time} AS day, source_id, language, sum(positive) AS positive, sum(neutral) AS neutral, sum(negative) AS negative,
    sum(unscored) AS unscored, sum(unsure) AS unsure, sum(pending) AS pending
  FROM ${table} WHERE workspace_id = ${workspaceId}
  GROUP BY 1, 2, 3, 4
  HAVING sum(positive + neutral + negative + unscored + unsure + pending) <> 0`;

const orphans = (table: string, workspaceId: number) => Prisma.sql`
  SELECT t.* FROM ${Prisma.raw(table)} t
  WHERE t.workspace_id = ${workspaceId}
    AND NOT EXISTS (SELECT FROM comment c WHERE c.workspace_id = t.workspace_id AND c.id = t.comment_id)`;

/** Each finds what is wrong. */
const CHECKS = (workspaceId: number): Record<string, Prisma.Sql> => ({
  days: Prisma.sql`
    (${sums(Prisma.sql`mood_day`, Prisma.sql`day`, workspaceId)})
    EXCEPT ALL
    (${sums(Prisma.sql`mood_bucket`, Prisma.sql`date_trunc('day', hour, 'UTC')`, workspaceId)})`,
  missingDays: Prisma.sql`
    (${sums(Prisma.sql`mood_bucket`, Prisma.sql`date_trunc('day', hour, 'UTC')`, workspaceId)})
    EXCEPT ALL
    (${sums(Prisma.sql`mood_day`, Prisma.sql`day`, workspaceId)})`,
  labelsThatCount: Prisma.sql`
    SELECT coalesce(mood.comment_id, said.comment_id) AS comment_id, mood.label, said.label AS expected
    FROM (SELECT * FROM comment_mood WHERE workspace_id = ${workspaceId}) mood
    FULL JOIN (
      SELECT m.comment_id, coalesce(h.label, m.label) AS label, m.label AS machine_label, h.label AS human_label, m.role_version, c.published_at
      FROM label m
      JOIN comment c ON c.workspace_id = m.workspace_id AND c.id = m.comment_id
      LEFT JOIN human_label h ON h.workspace_id = m.workspace_id AND h.comment_id = m.comment_id
      WHERE m.workspace_id = ${workspaceId} AND m.current
    ) said ON said.comment_id = mood.comment_id
    WHERE (mood.label, mood.machine_label, mood.human_label, mood.role_version, mood.published_at)
      IS DISTINCT FROM (said.label, said.machine_label, said.human_label, said.role_version, said.published_at)`,
  severalCurrentLabels: Prisma.sql`
    SELECT comment_id FROM label WHERE workspace_id = ${workspaceId} AND current GROUP BY 1 HAVING count(*) > 1`,
  neitherLabelNorTask: Prisma.sql`
    SELECT c.id FROM comment c
    WHERE c.workspace_id = ${workspaceId} AND c.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM label l WHERE l.workspace_id = c.workspace_id AND l.comment_id = c.id AND l.current)
      AND NOT EXISTS (SELECT FROM label_task t WHERE t.workspace_id = c.workspace_id AND t.comment_id = c.id)`,
  groupSizes: Prisma.sql`
    SELECT number, known.copies, counted.copies AS expected
    FROM (SELECT number, copies FROM text_group WHERE workspace_id = ${workspaceId}) known
    FULL JOIN (
      SELECT duplicate_of AS number, count(*)::int AS copies FROM comment
      WHERE workspace_id = ${workspaceId} AND duplicate_of IS NOT NULL
      GROUP BY 1
    ) counted USING (number)
    WHERE known.copies IS DISTINCT FROM counted.copies`,
  oneTextInSeveralGroups: Prisma.sql`
    SELECT lower(text) AS text, array_agg(DISTINCT coalesce(duplicate_of, id)) AS groups FROM comment
    WHERE workspace_id = ${workspaceId} AND erased_at IS NULL
    GROUP BY 1
    HAVING count(DISTINCT coalesce(duplicate_of, id)) > 1`,
});

/** Each finds what should have gone with a comment, a text or a judgement. */
const LEFT_OVERS = (workspaceId: number): Record<string, Prisma.Sql> => ({
  tasksWithoutComment: orphans('label_task', workspaceId),
  labelsWithoutComment: orphans('label', workspaceId),
  judgementsWithoutComment: orphans('human_label', workspaceId),
  featuresOfNothing: Prisma.sql`
    SELECT f.comment_id FROM comment_features f
    WHERE f.workspace_id = ${workspaceId} AND NOT EXISTS (
      SELECT FROM human_label h
      JOIN comment c ON c.workspace_id = h.workspace_id AND c.id = h.comment_id AND c.erased_at IS NULL
      WHERE h.workspace_id = f.workspace_id AND h.comment_id = f.comment_id)`,
  tagsOfNothing: Prisma.sql`
    SELECT t.* FROM comment_tag t
    WHERE t.workspace_id = ${workspaceId} AND (
      NOT EXISTS (
        SELECT FROM comment c WHERE c.workspace_id = t.workspace_id AND c.id = t.comment_id AND c.erased_at IS NULL
      )
      OR NOT EXISTS (SELECT FROM tag WHERE tag.workspace_id = t.workspace_id AND tag.id = t.tag_id)
    ) AND NOT EXISTS (
      SELECT FROM tag_clearing l WHERE l.workspace_id = t.workspace_id AND l.tag_id = t.tag_id AND l.given = 'all'
    )`,
  tagFeaturesOfNothing: Prisma.sql`
    SELECT f.comment_id FROM tag_features f
    WHERE f.workspace_id = ${workspaceId} AND NOT EXISTS (
      SELECT FROM comment c WHERE c.workspace_id = f.workspace_id AND c.id = f.comment_id AND c.erased_at IS NULL
    )`,
  workOnNothing: Prisma.sql`
    SELECT w.comment_id FROM (
      SELECT workspace_id, comment_id FROM comment_work
      UNION ALL
      SELECT workspace_id, comment_id FROM comment_note
    ) w
    WHERE w.workspace_id = ${workspaceId} AND NOT EXISTS (
      SELECT FROM comment c WHERE c.workspace_id = w.workspace_id AND c.id = w.comment_id AND c.erased_at IS NULL
    )`,
  matchesWithoutComment: orphans('comment_monitor', workspaceId),
  printsWithoutComment: orphans('text_print', workspaceId),
});
