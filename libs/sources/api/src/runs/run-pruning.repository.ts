import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { Slices } from '@moodline/shared/work';
import { HOOK_KIND } from '../connectors/webhook/webhook.connector';

/** What is kept of the deliveries of a source: those of so many days, and not more than so many. */
const KEPT = { days: 30, deliveries: 10_000, slice: 5_000 };

/** Each delivery to a webhook is a run, and there may be hundreds a minute: of old ones the run goes, and its comments stay. */
@Injectable()
export class RunPruning {
  private readonly slices: Slices;

  constructor(private readonly database: Database) {
    this.slices = new Slices(database);
  }

  /** @returns how many runs went */
  async prune(signal?: AbortSignal, { days, deliveries, slice } = KEPT): Promise<number> {
    let pruned = 0;
    const sources = await this.database.source.findMany({
      where: { kind: HOOK_KIND },
      select: { workspaceId: true, id: true },
    });
    for (const { workspaceId, id } of sources)
      await this.slices.untilDone(async (transaction) => {
        const gone = await transaction.$executeRaw`
          DELETE FROM crawl_run WHERE workspace_id = ${workspaceId} AND id IN (
            SELECT r.id FROM crawl_run r
            WHERE r.workspace_id = ${workspaceId} AND r.source_id = ${id} AND r.trigger = 'hook' AND r.status NOT IN ('queued', 'running')
              AND (r.started_at < now() - make_interval(days => ${days}::int) OR r.id <= (
                SELECT newest.id FROM crawl_run newest
                WHERE newest.workspace_id = ${workspaceId} AND newest.source_id = ${id} AND newest.trigger = 'hook'
                ORDER BY newest.id DESC
                OFFSET ${deliveries}::int
                LIMIT 1
              ))
            ORDER BY r.id
            LIMIT ${slice}::int
          )`;
        pruned += gone;
        return gone === slice;
      }, signal);
    return pruned;
  }
}
