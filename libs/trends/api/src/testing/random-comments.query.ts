import type { TestDatabase } from '@moodline/shared/testing';

/** Period over which the comments are spread, and how many. */
export interface RandomComments {
  readonly from: Date;
  readonly to: Date;
  readonly count: number;
}

/**
 * For specs: comments of two sources at random times, some labelled, some unscored, some pending, with queue and
 * buckets as the labeller leaves them. Random by the database, so every run compares other data.
 */
export async function fillWithRandomComments(test: TestDatabase, { from, to, count }: RandomComments): Promise<void> {
  const { database, workspaceId } = test;
  const [forum, weibo] = [await test.source('Forum'), await test.source('Weibo')];
  await database.role.create({ data: { workspaceId, name: 'label', activeVersion: 2 } });
  await database.$executeRaw`
    INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
    SELECT ${workspaceId}, CASE WHEN random() < 0.5 THEN ${forum.sourceId}::int ELSE ${weibo.sourceId}::int END, ${forum.runId}, i::text, 'words ' || i, i::text,
      (ARRAY['zh', 'en', 'ja', 'und'])[1 + floor(random() * 4)], ${from}::timestamptz + random() * (${to}::timestamptz - ${from}::timestamptz)
    FROM generate_series(1, ${count}::int) i`;
  await database.$executeRaw`
    INSERT INTO label (workspace_id, comment_id, role_version, model, label, unsure)
    SELECT workspace_id, id, 2, 'spec', (ARRAY['positive', 'neutral', 'negative'])[1 + floor(random() * 3)], random() < 0.2 FROM comment WHERE id % 10 < 8`;
  await database.$executeRaw`INSERT INTO label (workspace_id, comment_id, role_version, model, unscored_reason) SELECT workspace_id, id, 2, 'spec', 'empty' FROM comment WHERE id % 10 = 8`;
  // A label of an earlier role version must not be counted.
  await database.$executeRaw`INSERT INTO label (workspace_id, comment_id, role_version, model, label, current) SELECT workspace_id, id, 1, 'spec', 'positive', false FROM comment WHERE id % 10 >= 7`;
  await database.$executeRaw`INSERT INTO label_task (workspace_id, comment_id, published_at) SELECT workspace_id, id, published_at FROM comment WHERE id % 10 = 9`;
  await database.$executeRaw`
    INSERT INTO mood_bucket (workspace_id, hour, source_id, language, positive, neutral, negative, unscored, unsure, pending)
    SELECT c.workspace_id, date_trunc('hour', c.published_at, w.time_zone), c.source_id, c.language,
      count(*) FILTER (WHERE l.label = 'positive'), count(*) FILTER (WHERE l.label = 'neutral'), count(*) FILTER (WHERE l.label = 'negative'),
      count(*) FILTER (WHERE l.comment_id IS NOT NULL AND l.label IS NULL), count(*) FILTER (WHERE l.unsure), count(*) FILTER (WHERE l.comment_id IS NULL)
    FROM comment c
    JOIN workspace w ON w.workspace_id = c.workspace_id
    LEFT JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id AND l.role_version = 2
    GROUP BY 1, 2, 3, 4`;
}
