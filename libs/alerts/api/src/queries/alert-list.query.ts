import { Injectable } from '@nestjs/common';
import type { Alert, AlertPage, AlertQuery, AlertScope, Reading } from '@moodline/alerts/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { InvalidInputError } from '@moodline/shared/http';
import { HeaviestCommentsQuery } from './heaviest-comments.query';

interface Row {
  readonly id: number;
  readonly rule: Alert['rule'];
  readonly watch: { readonly measure: Alert['measure']; readonly scope: AlertScope; readonly theme?: number };
  readonly since: Date;
  readonly firedAt: Date;
  readonly overAt: Date | null;
  readonly first: Reading;
  readonly peak: Reading;
  readonly theme: string | null;
  readonly commentIds: bigint[] | null;
  readonly acknowledgedBy: Alert['acknowledgedBy'];
  readonly acknowledgedAt: Date | null;
  readonly assignee: Alert['assignee'];
  readonly channels: number;
  readonly notes: number;
}

/** The inbox: alerts with their rules and people, newest first. */
@Injectable()
export class AlertListQuery {
  constructor(
    private readonly database: Database,
    private readonly comments: HeaviestCommentsQuery,
  ) {}

  /** The cursor is the id of the last one of the page before. @throws InvalidInputError */
  async page(workspaceId: number, { cursor, limit, state, from, to }: AlertQuery): Promise<AlertPage> {
    const before = cursor === undefined ? null : Number(cursor);
    if (before !== null && !Number.isSafeInteger(before))
      throw new InvalidInputError([{ path: ['cursor'], message: 'This is not the cursor of a page.' }]);
    const conditions = [
      Prisma.sql`e.workspace_id = ${workspaceId}`,
      ...(before === null ? [] : [Prisma.sql`e.id < ${before}::bigint`]),
      ...(state === 'open' ? [Prisma.sql`e.over_at IS NULL`] : []),
      ...(state === 'over' ? [Prisma.sql`e.over_at IS NOT NULL`] : []),
      ...(state === 'unacknowledged' ? [Prisma.sql`e.acknowledged_at IS NULL`] : []),
      ...(from ? [Prisma.sql`(e.over_at IS NULL OR e.over_at > ${new Date(from)})`] : []),
      ...(to ? [Prisma.sql`e.since < ${new Date(to)}`] : []),
    ];
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT e.id, jsonb_build_object('id', r.id, 'name', r.name) AS rule, e.watch, e.since, e.fired_at AS "firedAt",
        e.over_at AS "overAt", e.first, e.peak, e.theme, e.comment_ids AS "commentIds", e.channels,
        (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM "user" u WHERE u.workspace_id = e.workspace_id AND u.id = e.acknowledged_by) AS "acknowledgedBy",
        e.acknowledged_at AS "acknowledgedAt",
        (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM "user" u WHERE u.workspace_id = e.workspace_id AND u.id = e.assignee_id) AS assignee,
        (SELECT count(*)::int FROM alert_note n WHERE n.workspace_id = e.workspace_id AND n.event_id = e.id) AS notes
      FROM alert_event e
      JOIN alert_rule r ON r.workspace_id = e.workspace_id AND r.id = e.rule_id
      WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY e.id DESC LIMIT ${limit + 1}::int`;
    const shown = rows.slice(0, limit);
    const ids = shown.flatMap(({ commentIds }) => (commentIds ?? []).map(Number));
    const comments = await this.comments.byId(workspaceId, [...new Set(ids)]);
    const items = shown.map((row) => ({
      ...alertOf(row),
      comments: (row.commentIds ?? []).flatMap((id) => comments.filter((comment) => comment.id === Number(id))),
    }));
    return { items, nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null };
  }
}

function alertOf(row: Row): Omit<Alert, 'comments'> {
  const { id, rule, first, peak, theme, acknowledgedBy, assignee, channels, notes } = row;
  const { measure, scope } = row.watch;
  return {
    ...{ id, rule, first, peak, theme, acknowledgedBy, assignee, channels, notes },
    ...{
      measure,
      monitor: scope.monitor,
      tag: scope.tag ?? null,
      themeId: row.watch.theme ?? null,
      sources: [...scope.sources],
      languages: [...scope.languages],
    },
    since: row.since.toISOString(),
    firedAt: row.firedAt.toISOString(),
    overAt: row.overAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  };
}
