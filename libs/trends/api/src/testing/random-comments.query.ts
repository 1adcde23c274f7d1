import type { TestDatabase } from '@moodline/shared/testing';

/** Period over which the comments are spread, and how many. */
export interface RandomComments {
  readonly from: Date;
  readonly to: Date;
  readonly count: number;
  /** Kinds that are left out of the mood: the workspace is told. */
  readonly leftOut?: readonly string[];
}

/**
 * For specs: comments of two sources at random times, some labelled, some unscored, some pending, with queue and
 * buckets as the labeller leaves them. Random by the database, so every run compares other data.
 */
export async function fillWithRandomComments(
  test: TestDatabase,
  { from, to, count, leftOut = [] }: RandomComments,
): Promise<void> {
  const { database, workspaceId } = test;
  const [forum, weibo] = [await test.source('Forum'), await test.source('Weibo')];
  await database.leavingOut.create({ data: { workspaceId, kinds: [...leftOut] } });
  await database.role.create({ data: { workspaceId, name: 'label', activeVersion: 2 } });
  await database.$executeRaw`
    INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
    SELECT ${workspaceId}, CASE WHEN random() < 0.5 THEN ${forum.sourceId}::int ELSE ${weibo.sourceId}::int END, ${forum.runId}, i::text, 'words ' || i, i::text,
      (ARRAY['zh', 'en', 'ja', 'und'])[1 + floor(random() * 4)], ${from}::timestamptz + random() * (${to}::timestamptz - ${from}::timestamptz)
    FROM generate_series(1, ${count}::int) i`;
  await database.$executeRaw`
    INSERT INTO label (workspace_id, comment_id, role_version, model, label, positive, neutral, negative, unsure, emotion, emotion_unsure, kind, kind_unsure)
    SELECT workspace_id, id, 2, 'spec', (ARRAY['positive', 'neutral', 'negative'])[1 + floor(random() * 3)], random(), random(), random(), random() < 0.2,
      (ARRAY['joy', 'anger', 'sadness', 'fear', 'surprise', 'none'])[1 + floor(random() * 6)], random() < 0.3,
      (ARRAY['opinion', 'question', 'wish', 'news', 'ad'])[1 + floor(random() * 5)], random() < 0.2
    FROM comment WHERE id % 10 < 8`;
  await database.$executeRaw`INSERT INTO label (workspace_id, comment_id, role_version, model, unscored_reason) SELECT workspace_id, id, 2, 'spec', 'empty' FROM comment WHERE id % 10 = 8`;
  // A label of an earlier role version must not be counted.
  await database.$executeRaw`INSERT INTO label (workspace_id, comment_id, role_version, model, label, current) SELECT workspace_id, id, 1, 'spec', 'positive', false FROM comment WHERE id % 10 >= 7`;
  await database.$executeRaw`INSERT INTO label_task (workspace_id, comment_id, published_at) SELECT workspace_id, id, published_at FROM comment WHERE id % 10 = 9`;
  // Sentiment keeps the counts and may not be asked from here: the same, counted in one go.
  await database.$executeRaw`
    INSERT INTO mood_bucket (workspace_id, hour, source_id, language, positive, neutral, negative, unscored, unsure, pending,
      positive_sum, neutral_sum, negative_sum, joy, anger, sadness, fear, surprise, no_emotion, opinion, question, wish, news, ad, kind_left_out)
    SELECT c.workspace_id, date_trunc('hour', c.published_at, w.time_zone), c.source_id, c.language,
      count(*) FILTER (WHERE l.label = 'positive' AND NOT o.ut), count(*) FILTER (WHERE l.label = 'neutral' AND NOT o.ut),
      count(*) FILTER (WHERE l.label = 'negative' AND NOT o.ut), count(*) FILTER (WHERE l.comment_id IS NOT NULL AND l.label IS NULL),
      count(*) FILTER (WHERE l.unsure AND NOT o.ut), count(*) FILTER (WHERE l.comment_id IS NULL),
      coalesce(sum(round(l.positive * 1000)) FILTER (WHERE NOT o.ut), 0), coalesce(sum(round(l.neutral * 1000)) FILTER (WHERE NOT o.ut), 0),
      coalesce(sum(round(l.negative * 1000)) FILTER (WHERE NOT o.ut), 0),
      count(*) FILTER (WHERE l.emotion = 'joy' AND NOT o.ut), count(*) FILTER (WHERE l.emotion = 'anger' AND NOT o.ut),
      count(*) FILTER (WHERE l.emotion = 'sadness' AND NOT o.ut), count(*) FILTER (WHERE l.emotion = 'fear' AND NOT o.ut),
      count(*) FILTER (WHERE l.emotion = 'surprise' AND NOT o.ut), count(*) FILTER (WHERE l.emotion = 'none' AND NOT o.ut),
      count(*) FILTER (WHERE l.kind = 'opinion'), count(*) FILTER (WHERE l.kind = 'question'), count(*) FILTER (WHERE l.kind = 'wish'),
      count(*) FILTER (WHERE l.kind = 'news'), count(*) FILTER (WHERE l.kind = 'ad'), count(*) FILTER (WHERE o.ut)
    FROM comment c
    JOIN workspace w ON w.workspace_id = c.workspace_id
    LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
    CROSS JOIN LATERAL (SELECT coalesce(l.kind = ANY(${[...leftOut]}::text[]), FALSE) AS ut) o
    GROUP BY 1, 2, 3, 4`;
  await database.$executeRaw`
    INSERT INTO mood_total (workspace_id, monitor_id, source_id, positive, neutral, negative, unscored, unsure, pending)
    SELECT workspace_id, monitor_id, source_id, sum(positive), sum(neutral), sum(negative), sum(unscored), sum(unsure), sum(pending)
    FROM mood_bucket
    GROUP BY 1, 2, 3`;
  await markDays(database);
}

/** No day is counted by itself yet. */
async function markDays(database: TestDatabase['database']): Promise<void> {
  await database.$executeRaw`
    INSERT INTO mood_facet_stale (workspace_id, day)
    SELECT DISTINCT b.workspace_id, date_trunc('day', b.hour, w.time_zone) FROM mood_bucket b
    JOIN workspace w ON w.workspace_id = b.workspace_id
    ON CONFLICT DO NOTHING`;
}
