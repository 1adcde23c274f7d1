import { Prisma } from '@moodline/shared/db';

/** SQL: how many deliveries of the report `i` stand how, by the references under which they were queued. */
export const DELIVERIES_OF_ISSUE = Prisma.sql`(
  SELECT coalesce(jsonb_object_agg(counted.state, counted.n), '{}'::jsonb) FROM (
    SELECT d.state, count(*)::int AS n FROM report_recipient p
    JOIN delivery d ON d.workspace_id = p.workspace_id AND d.channel_id = p.channel_id AND d.reference = 'report:' || i.id || ':' || p.id
    WHERE p.workspace_id = i.workspace_id AND p.report_id = i.report_id
    GROUP BY d.state
  ) counted)`;
