import { Injectable } from '@nestjs/common';
import { MOST_COMPLAINTS, MOST_QUESTIONS, type TriageQuery, type TriageSettings } from '@moodline/assistants/contract';
import { Database, Prisma } from '@moodline/shared/db';

/** A comment that waits, with the factors of its urgency. */
export interface WaitingComment {
  readonly id: number;
  readonly negative: number;
  readonly reach: number;
  readonly waiting: number;
  readonly hours: number;
  readonly urgency: number;
  readonly overdue: boolean;
}

export interface Waiting {
  readonly rows: readonly WaitingComment[];
  readonly total: number;
  readonly overdue: number;
  readonly capped: boolean;
}

/** What is asked for; `now` is one instant for the whole answer. */
export interface TriageScope extends TriageSettings, Pick<TriageQuery, 'assignee' | 'limit'> {
  readonly workspaceId: number;
  readonly now: Date;
}

/** A question is worth at least so much, however little complaint is in it. */
const QUESTION = 0.3;
const DAY_MS = 86_400_000;

/** The weight of waiting at the hour when an answer is due, 1 at the beginning; after that it halves with every week. */
const DUE = 2;
const HALVES_IN_HOURS = 7 * 24;

/**
 * Comments that complain or ask and have no answer, the most urgent first, then the newest. Waiting counts more until the answer is due and less
 * afterwards, as a late answer helps less: a backlog of weeks is counted and marked, and does not bury a fresh crisis. Looks at a bounded number of comments, which the indexes of
 * `comment_mood` give newest first, so it costs the same at ten million (the index of kinds leaves opinions out: the query has to say so).
 */
@Injectable()
export class TriageQueueQuery {
  constructor(private readonly database: Database) {}

  async read(scope: TriageScope): Promise<Waiting> {
    const { workspaceId, now, days, targetHours, assignee, limit } = scope;
    const since = new Date(now.getTime() - days * DAY_MS);
    const rows = await this.database.$queryRaw<(WaitingComment & { total: number; late: number; capped: boolean })[]>`
      WITH complaints AS MATERIALIZED (
        SELECT m.comment_id FROM comment_mood m
        WHERE m.workspace_id = ${workspaceId} AND m.label = 'negative' AND m.published_at >= ${since} AND m.published_at <= ${now}
        ORDER BY m.published_at DESC, m.comment_id DESC
        LIMIT ${MOST_COMPLAINTS}
      ), questions AS MATERIALIZED (
        SELECT m.comment_id FROM comment_mood m
        WHERE m.workspace_id = ${workspaceId} AND m.kind = 'question' AND m.kind <> 'opinion'
          AND m.published_at >= ${since} AND m.published_at <= ${now}
        ORDER BY m.published_at DESC, m.comment_id DESC
        LIMIT ${MOST_QUESTIONS}
      ), found AS MATERIALIZED (
        SELECT comment_id FROM complaints UNION SELECT comment_id FROM questions
      ), waiting AS (
        SELECT c.id, c.engagement, extract(epoch FROM ${now}::timestamptz - c.published_at)::float8 / 3600 AS hours,
          greatest(
            CASE WHEN m.human_label IS NOT NULL THEN (m.label = 'negative')::int::float8 ELSE coalesce(m.negative, 0)::float8 END,
            CASE WHEN m.kind = 'question' THEN ${QUESTION}::float8 ELSE 0 END
          ) AS negative
        FROM found f
        JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = f.comment_id
        JOIN comment_mood m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id
        LEFT JOIN comment_work w ON w.workspace_id = c.workspace_id AND w.comment_id = c.id
        LEFT JOIN support_answer a ON a.workspace_id = c.workspace_id AND a.comment_id = c.id
        WHERE c.erased_at IS NULL AND c.text <> '' AND c.left_out IS NULL
          AND coalesce(m.kind, '') NOT IN ('news', 'ad')
          AND w.state IS DISTINCT FROM 'done' AND a.answered_at IS NULL ${whose(assignee)}
          AND NOT EXISTS (
            SELECT FROM comment r
            WHERE r.workspace_id = c.workspace_id AND r.source_id = c.source_id AND r.parent_external_id = c.external_id
              AND r.left_out IN ('own-account', 'staff', 'official-reply')
          )
      ), weighed AS (
        SELECT id, negative, hours, 1 + log(1 + engagement)::float8 AS reach, hours > ${targetHours} AS overdue, ${waitingWeight(targetHours)} AS waiting
        FROM waiting
      )
      SELECT id, negative, reach, waiting, hours, overdue, negative * reach * waiting AS urgency,
        count(*) OVER ()::int AS total, count(*) FILTER (WHERE overdue) OVER ()::int AS late,
        ((SELECT count(*) FROM complaints) = ${MOST_COMPLAINTS} OR (SELECT count(*) FROM questions) = ${MOST_QUESTIONS}) AS capped
      FROM weighed
      ORDER BY urgency DESC, id DESC
      LIMIT ${limit}`;
    const [first] = rows;
    return { rows, total: first?.total ?? 0, overdue: first?.late ?? 0, capped: first?.capped ?? false };
  }
}

/** From 1 to {@link DUE} until the answer is due, then less. */
const waitingWeight = (targetHours: number): Prisma.Sql => Prisma.sql`
  CASE WHEN hours <= ${targetHours} THEN 1 + (${DUE}::float8 - 1) * hours / ${targetHours}
    ELSE ${DUE}::float8 * power(0.5::float8, (hours - ${targetHours}) / ${HALVES_IN_HOURS}::float8) END`;

function whose(assignee: TriageQuery['assignee']): Prisma.Sql {
  if (assignee === undefined) return Prisma.empty;
  return assignee === 'none' ? Prisma.sql`AND w.assignee_id IS NULL` : Prisma.sql`AND w.assignee_id = ${assignee}`;
}
