import { Injectable } from '@nestjs/common';
import type { FilterChoices } from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { dayOf } from '../period';

type Named = FilterChoices['sources'][number];
type Tagging = FilterChoices['tags'][number];
type Watched = FilterChoices['monitors'][number];

interface Added {
  readonly first: Date | null;
  readonly last: Date | null;
  readonly sourceFirst: Date | null;
  readonly sourceLast: Date | null;
}

/** Undated comments that are counted at most. */
const COUNTED = 10_000;
/** Versions that are listed at most. */
const VERSIONS = 500;
/** Comments that count as added last. */
const LATEST = 1_000;

/** 2.10 is above 2.9. */
const HIGHEST_FIRST = new Intl.Collator('en', { numeric: true });

/** Names of sources, monitors and tags, and the days that have comments. Counts nothing that grows without end. */
@Injectable()
export class FilterChoicesQuery {
  constructor(private readonly database: Database) {}

  async read(workspaceId: number): Promise<FilterChoices> {
    const [sources, monitors, tags, [days], [starred], versions, undated, added] = await Promise.all([
      this.database.$queryRaw<Named[]>`
        SELECT id, name FROM source
        WHERE workspace_id = ${workspaceId}
        ORDER BY lower(name), id`,
      this.database.$queryRaw<Watched[]>`
        SELECT id, name, competitor FROM monitor
        WHERE workspace_id = ${workspaceId} AND removed_at IS NULL
        ORDER BY competitor, id`,
      this.database.$queryRaw<Tagging[]>`
        SELECT id, name, color FROM tag
        WHERE workspace_id = ${workspaceId}
        ORDER BY lower(name), id`,
      // Both ends are read off the index of times. A comment of unknown date carries the time of its reading, which is no day of it.
      this.database.$queryRaw<{ timeZone: string; first: Date | null; last: Date | null }[]>`
        SELECT w.time_zone AS "timeZone",
          (SELECT min(c.published_at) FROM comment c WHERE c.workspace_id = w.workspace_id AND NOT c.date_unknown) AS first,
          (SELECT max(c.published_at) FROM comment c WHERE c.workspace_id = w.workspace_id AND NOT c.date_unknown) AS last
        FROM workspace w WHERE w.workspace_id = ${workspaceId}`,
      this.database.$queryRaw<{ stars: boolean }[]>`
        SELECT EXISTS (SELECT FROM comment WHERE workspace_id = ${workspaceId} AND stars IS NOT NULL) AS stars`,
      this.versions(workspaceId),
      this.undated(workspaceId),
      this.added(workspaceId),
    ]);
    const day = (time: Date | null | undefined) => (time && days ? dayOf(time, days.timeZone) : null);
    const [first, last] = [day(added?.first), day(added?.last)];
    const [sourceFirst, sourceLast] = [day(added?.sourceFirst), day(added?.sourceLast)];
    return {
      sources,
      monitors,
      tags,
      stars: starred?.stars ?? false,
      versions,
      first: day(days?.first),
      last: day(days?.last),
      undated,
      added: first && last && sourceFirst && sourceLast ? { first, last, sourceFirst, sourceLast } : null,
    };
  }

  /** From one version to the next in their index, however many comments each has. */
  private async versions(workspaceId: number): Promise<string[]> {
    const next = (below: Prisma.Sql) => Prisma.sql`
      SELECT c.version
      FROM comment c
      WHERE c.workspace_id = ${workspaceId} AND c.version IS NOT NULL ${below}
      ORDER BY c.version DESC
      LIMIT 1`;
    const found = await this.database.$queryRaw<{ version: string }[]>`
      WITH RECURSIVE known AS (
        (SELECT first.version, 1 AS place FROM (${next(Prisma.empty)}) first)
        UNION ALL
        SELECT (${next(Prisma.sql`AND c.version < known.version`)}), known.place + 1
        FROM known
        WHERE known.version IS NOT NULL AND known.place < ${VERSIONS}
      )
      SELECT version FROM known WHERE version IS NOT NULL`;
    return found.map(({ version }) => version).sort((a, b) => HIGHEST_FIRST.compare(b, a));
  }

  /** Counted off the index of undated comments, one more than {@link COUNTED} at most. */
  private async undated(workspaceId: number): Promise<number> {
    const [row] = await this.database.$queryRaw<{ undated: number }[]>`
      SELECT count(*)::int AS undated
      FROM (
        SELECT
        FROM comment
        WHERE workspace_id = ${workspaceId} AND date_unknown
        LIMIT ${COUNTED + 1}
      ) u`;
    return row?.undated ?? 0;
  }

  /** Times of the comments with the highest ids, and of their sources: both ends of each source are read off its index. */
  private async added(workspaceId: number): Promise<Added | undefined> {
    const [row] = await this.database.$queryRaw<Added[]>`
      WITH latest AS (
        SELECT source_id, published_at, fetched_at, date_unknown
        FROM comment
        WHERE workspace_id = ${workspaceId}
        ORDER BY id DESC
        LIMIT ${LATEST}
      ), dated AS (
        SELECT source_id, published_at
        FROM latest
        WHERE NOT date_unknown AND fetched_at > now() - interval '7 days'
      )
      SELECT min(d.published_at) AS first, max(d.published_at) AS last,
        min(s.first) AS "sourceFirst", max(s.last) AS "sourceLast"
      FROM dated d
      JOIN (
        SELECT o.source_id,
          (
            SELECT min(c.published_at)
            FROM comment c
            WHERE c.workspace_id = ${workspaceId} AND c.source_id = o.source_id AND NOT c.date_unknown
          ) AS first,
          (
            SELECT max(c.published_at)
            FROM comment c
            WHERE c.workspace_id = ${workspaceId} AND c.source_id = o.source_id AND NOT c.date_unknown
          ) AS last
        FROM (SELECT DISTINCT source_id FROM dated) o
      ) s ON s.source_id = d.source_id`;
    return row;
  }
}
