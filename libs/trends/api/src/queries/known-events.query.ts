import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { LEAST_IMPORTED, type Annotation } from '@moodline/trends/contract';

interface Row extends Pick<Annotation, 'kind' | 'id' | 'text' | 'comments'> {
  readonly moment: Date;
}

/** What happened in the product itself, read where it is kept: alerts that fired, versions of the labels, sources that were added, files that were read. */
@Injectable()
export class KnownEventsQuery {
  constructor(private readonly database: Database) {}

  /** The newest `limit` of each kind between two instants; null leaves an end open. */
  async list(
    workspaceId: number,
    { from, to }: { readonly from: Date | null; readonly to: Date | null },
    limit: number,
  ): Promise<Annotation[]> {
    const rows = await this.database.$queryRaw<Row[]>`
      WITH span AS (
        SELECT COALESCE(${from}::timestamptz, '-infinity') AS first, COALESCE(${to}::timestamptz, 'infinity') AS until
      )
      (SELECT 'alert' AS kind, e.id, e.since AS moment, r.name AS text, NULL::int AS comments
        FROM alert_event e
        JOIN alert_rule r ON r.workspace_id = e.workspace_id AND r.id = e.rule_id, span
        WHERE e.workspace_id = ${workspaceId} AND e.since >= span.first AND e.since < span.until
        ORDER BY e.id DESC LIMIT ${limit}::int)
      UNION ALL
      (SELECT 'labels', a.id, a.created_at, a.version::text, NULL
        FROM role_activation a, span
        WHERE a.workspace_id = ${workspaceId} AND a.role = 'label' AND a.created_at >= span.first AND a.created_at < span.until
        ORDER BY a.id DESC LIMIT ${limit}::int)
      UNION ALL
      (SELECT 'source', s.id, s.created_at, s.name, NULL
        FROM source s, span
        WHERE s.workspace_id = ${workspaceId} AND s.kind <> 'demo' AND s.created_at >= span.first AND s.created_at < span.until
        ORDER BY s.id DESC LIMIT ${limit}::int)
      UNION ALL
      (SELECT 'import', c.id, c.started_at, c.file_name, c.imported - c.taken_back
        FROM crawl_run c, span
        WHERE c.workspace_id = ${workspaceId} AND c.file_name IS NOT NULL AND c.imported - c.taken_back >= ${LEAST_IMPORTED}::int
          AND c.started_at >= span.first AND c.started_at < span.until
        ORDER BY c.started_at DESC LIMIT ${limit}::int)`;
    return rows.map(({ moment, ...row }) => ({ ...row, at: moment.toISOString(), by: null }));
  }
}
