-- An emotion or kind that is not probable enough is shown as such, and counts nowhere.
ALTER TABLE "label"
  ADD COLUMN "emotion_unsure" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "kind_unsure" BOOLEAN NOT NULL DEFAULT false;
-- What counts of them is written below, for all at once.
ALTER TABLE "label" DISABLE TRIGGER "label_updated";
UPDATE label SET emotion_unsure = coalesce(emotion_probability < 0.5, false), kind_unsure = coalesce(kind_probability < 0.5, false)
WHERE emotion_probability < 0.5 OR kind_probability < 0.5;
ALTER TABLE "label" ENABLE TRIGGER "label_updated";

-- What a person says of a comment's emotion or kind. The machine's answer stays beside it.
CREATE TABLE "human_facet" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "user_id" INTEGER,
    "by_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "human_facet_pkey" PRIMARY KEY ("workspace_id", "comment_id", "facet")
);

-- Kinds of comments that are left out of the mood, in order.
ALTER TABLE "leaving_out" ADD COLUMN "kinds" TEXT[] NOT NULL DEFAULT '{}';
-- The buckets are kept by them; a change goes through the buckets with the zone's.
ALTER TABLE "mood_zone" ADD COLUMN "kinds" TEXT[] NOT NULL DEFAULT '{}', ADD COLUMN "next_kinds" TEXT[];

-- The emotion and the kind that count: a person's, else the machine's where it is sure.
ALTER TABLE "comment_mood" ADD COLUMN "emotion" TEXT, ADD COLUMN "kind" TEXT;
CREATE OR REPLACE FUNCTION "refresh_comment_mood"(workspace INTEGER, comments BIGINT[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM comment_mood old
  WHERE old.workspace_id = workspace AND old.comment_id = ANY(comments)
    AND NOT EXISTS (SELECT FROM label m WHERE m.workspace_id = workspace AND m.comment_id = old.comment_id AND m.current);
  INSERT INTO comment_mood AS mood (workspace_id, comment_id, published_at, label, machine_label, human_label,
    positive, neutral, negative, unsure, unscored_reason, role_version, changed_at, review_score, emotion, kind)
  SELECT workspace, touched.id, c.published_at, coalesce(h.label, m.label), m.label, h.label,
    m.positive, m.neutral, m.negative, m.unsure AND h.label IS NULL, m.unscored_reason, m.role_version, greatest(m.created_at, h.created_at),
    CASE WHEN h.label IS NULL AND m.label IS NOT NULL THEN review_score(m.positive, m.neutral, m.negative, c.engagement) END,
    coalesce(f.emotion, CASE WHEN NOT m.emotion_unsure THEN m.emotion END), coalesce(f.kind, CASE WHEN NOT m.kind_unsure THEN m.kind END)
  FROM unnest(comments) AS touched (id)
  CROSS JOIN LATERAL (SELECT published_at, engagement FROM comment WHERE workspace_id = workspace AND id = touched.id LIMIT 1) c
  CROSS JOIN LATERAL (SELECT * FROM label WHERE workspace_id = workspace AND comment_id = touched.id AND current LIMIT 1) m
  LEFT JOIN LATERAL (SELECT label, created_at FROM human_label WHERE workspace_id = workspace AND comment_id = touched.id LIMIT 1) h ON TRUE
  CROSS JOIN LATERAL (
    SELECT max(value) FILTER (WHERE facet = 'emotion') AS emotion, max(value) FILTER (WHERE facet = 'kind') AS kind
    FROM human_facet WHERE workspace_id = workspace AND comment_id = touched.id
  ) f
  ORDER BY touched.id
  ON CONFLICT (workspace_id, comment_id) DO UPDATE SET
    label = excluded.label, machine_label = excluded.machine_label, human_label = excluded.human_label,
    positive = excluded.positive, neutral = excluded.neutral, negative = excluded.negative, unsure = excluded.unsure,
    unscored_reason = excluded.unscored_reason, role_version = excluded.role_version, changed_at = excluded.changed_at,
    review_score = excluded.review_score, emotion = excluded.emotion, kind = excluded.kind;
$$;
CREATE TRIGGER "human_facet_inserted" AFTER INSERT ON "human_facet" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_changed();
CREATE TRIGGER "human_facet_updated" AFTER UPDATE ON "human_facet" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_changed();
CREATE TRIGGER "human_facet_deleted" AFTER DELETE ON "human_facet" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_changed();

UPDATE comment_mood l SET emotion = CASE WHEN NOT m.emotion_unsure THEN m.emotion END, kind = CASE WHEN NOT m.kind_unsure THEN m.kind END
FROM label m
WHERE m.workspace_id = l.workspace_id AND m.comment_id = l.comment_id AND m.current AND (m.emotion IS NOT NULL OR m.kind IS NOT NULL);
-- The frequent answer of each is found by reading the comments in their order.
CREATE INDEX "comment_mood_emotion" ON "comment_mood" ("workspace_id", "emotion", "published_at", "comment_id") WHERE "emotion" <> 'none';
CREATE INDEX "comment_mood_kind" ON "comment_mood" ("workspace_id", "kind", "published_at", "comment_id") WHERE "kind" <> 'opinion';

-- Counts of emotions among the comments that count, of kinds among these and those that are left out for their kind, and of the latter.
ALTER TABLE "mood_bucket"
  ADD COLUMN "joy" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "anger" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "sadness" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "fear" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "surprise" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "no_emotion" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "opinion" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "question" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "wish" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "news" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "ad" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "kind_left_out" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "mood_day"
  ADD COLUMN "positive_sum" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "neutral_sum" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "negative_sum" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "joy" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "anger" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "sadness" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "fear" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "surprise" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "no_emotion" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "opinion" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "question" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "wish" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "news" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "ad" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "kind_left_out" INTEGER NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION "mood_days_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language,
      positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum,
      joy, anger, sadness, fear, surprise, no_emotion, opinion, question, wish,
      news, ad, kind_left_out)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      sum(positive), sum(neutral), sum(negative), sum(unscored), sum(unsure), sum(pending),
      sum(positive_sum), sum(neutral_sum), sum(negative_sum), sum(joy), sum(anger), sum(sadness),
      sum(fear), sum(surprise), sum(no_emotion), sum(opinion), sum(question), sum(wish),
      sum(news), sum(ad), sum(kind_left_out)
    FROM added
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative, unscored = d.unscored + excluded.unscored,
      unsure = d.unsure + excluded.unsure, pending = d.pending + excluded.pending, positive_sum = d.positive_sum + excluded.positive_sum, neutral_sum = d.neutral_sum + excluded.neutral_sum,
      negative_sum = d.negative_sum + excluded.negative_sum, joy = d.joy + excluded.joy, anger = d.anger + excluded.anger, sadness = d.sadness + excluded.sadness,
      fear = d.fear + excluded.fear, surprise = d.surprise + excluded.surprise, no_emotion = d.no_emotion + excluded.no_emotion, opinion = d.opinion + excluded.opinion,
      question = d.question + excluded.question, wish = d.wish + excluded.wish, news = d.news + excluded.news, ad = d.ad + excluded.ad,
      kind_left_out = d.kind_left_out + excluded.kind_left_out,
      generation = d.generation + 1;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language,
      positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum,
      joy, anger, sadness, fear, surprise, no_emotion, opinion, question, wish,
      news, ad, kind_left_out)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      sum(sign * positive), sum(sign * neutral), sum(sign * negative), sum(sign * unscored), sum(sign * unsure), sum(sign * pending),
      sum(sign * positive_sum), sum(sign * neutral_sum), sum(sign * negative_sum), sum(sign * joy), sum(sign * anger), sum(sign * sadness),
      sum(sign * fear), sum(sign * surprise), sum(sign * no_emotion), sum(sign * opinion), sum(sign * question), sum(sign * wish),
      sum(sign * news), sum(sign * ad), sum(sign * kind_left_out)
    FROM (SELECT 1 AS sign, added.* FROM added UNION ALL SELECT -1, taken.* FROM taken) changed
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative, unscored = d.unscored + excluded.unscored,
      unsure = d.unsure + excluded.unsure, pending = d.pending + excluded.pending, positive_sum = d.positive_sum + excluded.positive_sum, neutral_sum = d.neutral_sum + excluded.neutral_sum,
      negative_sum = d.negative_sum + excluded.negative_sum, joy = d.joy + excluded.joy, anger = d.anger + excluded.anger, sadness = d.sadness + excluded.sadness,
      fear = d.fear + excluded.fear, surprise = d.surprise + excluded.surprise, no_emotion = d.no_emotion + excluded.no_emotion, opinion = d.opinion + excluded.opinion,
      question = d.question + excluded.question, wish = d.wish + excluded.wish, news = d.news + excluded.news, ad = d.ad + excluded.ad,
      kind_left_out = d.kind_left_out + excluded.kind_left_out,
      generation = d.generation + 1;
  ELSE
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language,
      positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum,
      joy, anger, sadness, fear, surprise, no_emotion, opinion, question, wish,
      news, ad, kind_left_out)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      -sum(positive), -sum(neutral), -sum(negative), -sum(unscored), -sum(unsure), -sum(pending),
      -sum(positive_sum), -sum(neutral_sum), -sum(negative_sum), -sum(joy), -sum(anger), -sum(sadness),
      -sum(fear), -sum(surprise), -sum(no_emotion), -sum(opinion), -sum(question), -sum(wish),
      -sum(news), -sum(ad), -sum(kind_left_out)
    FROM taken
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative, unscored = d.unscored + excluded.unscored,
      unsure = d.unsure + excluded.unsure, pending = d.pending + excluded.pending, positive_sum = d.positive_sum + excluded.positive_sum, neutral_sum = d.neutral_sum + excluded.neutral_sum,
      negative_sum = d.negative_sum + excluded.negative_sum, joy = d.joy + excluded.joy, anger = d.anger + excluded.anger, sadness = d.sadness + excluded.sadness,
      fear = d.fear + excluded.fear, surprise = d.surprise + excluded.surprise, no_emotion = d.no_emotion + excluded.no_emotion, opinion = d.opinion + excluded.opinion,
      question = d.question + excluded.question, wish = d.wish + excluded.wish, news = d.news + excluded.news, ad = d.ad + excluded.ad,
      kind_left_out = d.kind_left_out + excluded.kind_left_out,
      generation = d.generation + 1;
  END IF;
  RETURN NULL;
END
$$;

-- What is there is counted, as monitors are that are settled. The days follow by the trigger, but for the sums of before.
UPDATE mood_day d SET positive_sum = b.positive_sum, neutral_sum = b.neutral_sum, negative_sum = b.negative_sum
FROM (
  SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
    sum(positive_sum) AS positive_sum, sum(neutral_sum) AS neutral_sum, sum(negative_sum) AS negative_sum
  FROM mood_bucket GROUP BY 1, 2, 3, 4, 5
) b
WHERE d.workspace_id = b.workspace_id AND d.monitor_id = b.monitor_id AND d.day = b.day AND d.source_id = b.source_id AND d.language = b.language;
UPDATE mood_bucket b SET
  joy = counted.joy, anger = counted.anger, sadness = counted.sadness, fear = counted.fear,
  surprise = counted.surprise, no_emotion = counted.no_emotion, opinion = counted.opinion, question = counted.question,
  wish = counted.wish, news = counted.news, ad = counted.ad
FROM (
  SELECT c.workspace_id, monitor.id AS monitor_id,
    date_trunc('hour', c.published_at, CASE WHEN c.published_at < z.next_until THEN z.next_zone ELSE coalesce(z.zone, w.time_zone) END) AS hour,
    c.source_id, c.language,
    count(*) FILTER (WHERE l.label IS NOT NULL AND l.emotion = 'joy') AS joy, count(*) FILTER (WHERE l.label IS NOT NULL AND l.emotion = 'anger') AS anger,
    count(*) FILTER (WHERE l.label IS NOT NULL AND l.emotion = 'sadness') AS sadness, count(*) FILTER (WHERE l.label IS NOT NULL AND l.emotion = 'fear') AS fear,
    count(*) FILTER (WHERE l.label IS NOT NULL AND l.emotion = 'surprise') AS surprise, count(*) FILTER (WHERE l.label IS NOT NULL AND l.emotion = 'none') AS no_emotion,
    count(*) FILTER (WHERE l.kind = 'opinion') AS opinion, count(*) FILTER (WHERE l.kind = 'question') AS question, count(*) FILTER (WHERE l.kind = 'wish') AS wish,
    count(*) FILTER (WHERE l.kind = 'news') AS news, count(*) FILTER (WHERE l.kind = 'ad') AS ad
  FROM comment_mood l
  JOIN comment c ON c.workspace_id = l.workspace_id AND c.id = l.comment_id
  JOIN workspace w ON w.workspace_id = c.workspace_id
  LEFT JOIN mood_zone z ON z.workspace_id = c.workspace_id
  CROSS JOIN LATERAL (
    SELECT 0 AS id
    UNION ALL
    SELECT CASE WHEN m.count_cursor IS NULL THEN m.id ELSE -m.id END
    FROM comment_monitor cm
    JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id
    WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id AND (m.rematch_cursor IS NULL OR c.id <= m.count_cursor)
  ) monitor
  WHERE (l.emotion IS NOT NULL OR l.kind IS NOT NULL) AND c.left_out IS NULL AND NOT c.date_unknown
  GROUP BY 1, 2, 3, 4, 5
) counted
WHERE b.workspace_id = counted.workspace_id AND b.monitor_id = counted.monitor_id AND b.hour = counted.hour
  AND b.source_id = counted.source_id AND b.language = counted.language;
