import { Injectable } from '@nestjs/common';
import type { FilterChoices } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { dayOf } from '../period';

type Named = FilterChoices['sources'][number];
type Watched = FilterChoices['monitors'][number];

/** Names of sources and monitors, and the days that have comments. Counts nothing. */
@Injectable()
export class FilterChoicesQuery {
  constructor(private readonly database: Database) {}

  async read(workspaceId: number): Promise<FilterChoices> {
    const [sources, monitors, [days], [starred]] = await Promise.all([
      this.database.$queryRaw<Named[]>`
        SELECT id, name FROM source
        WHERE workspace_id = ${workspaceId}
        ORDER BY lower(name), id`,
      this.database.$queryRaw<Watched[]>`
        SELECT id, name, competitor FROM monitor
        WHERE workspace_id = ${workspaceId} AND removed_at IS NULL
        ORDER BY competitor, id`,
      // Both ends are read off the index of times. A comment of unknown date carries the time of its reading, which is no day of it.
      this.database.$queryRaw<{ timeZone: string; first: Date | null; last: Date | null }[]>`
        SELECT w.time_zone AS "timeZone",
          (SELECT min(c.published_at) FROM comment c WHERE c.workspace_id = w.workspace_id AND NOT c.date_unknown) AS first,
          (SELECT max(c.published_at) FROM comment c WHERE c.workspace_id = w.workspace_id AND NOT c.date_unknown) AS last
        FROM workspace w WHERE w.workspace_id = ${workspaceId}`,
      this.database.$queryRaw<{ stars: boolean }[]>`
        SELECT EXISTS (SELECT FROM comment WHERE workspace_id = ${workspaceId} AND stars IS NOT NULL) AS stars`,
    ]);
    const day = (time: Date | null | undefined) => (time && days ? dayOf(time, days.timeZone) : null);
    return { sources, monitors, stars: starred?.stars ?? false, first: day(days?.first), last: day(days?.last) };
  }
}
