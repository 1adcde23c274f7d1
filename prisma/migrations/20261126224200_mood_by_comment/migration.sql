-- Each comment is looked up by itself. Joined as sets, tables without statistics (a new installation, in its first minutes) were read
-- whole once for each label that is written.
CREATE OR REPLACE FUNCTION "refresh_comment_mood"(workspace INTEGER, comments BIGINT[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM comment_mood old
  WHERE old.workspace_id = workspace AND old.comment_id = ANY(comments)
    AND NOT EXISTS (SELECT FROM label m WHERE m.workspace_id = workspace AND m.comment_id = old.comment_id AND m.current);
  INSERT INTO comment_mood AS mood (workspace_id, comment_id, published_at, label, machine_label, human_label,
    positive, neutral, negative, unsure, unscored_reason, role_version, changed_at, review_score)
  SELECT workspace, touched.id, c.published_at, coalesce(h.label, m.label), m.label, h.label,
    m.positive, m.neutral, m.negative, m.unsure AND h.label IS NULL, m.unscored_reason, m.role_version, greatest(m.created_at, h.created_at),
    CASE WHEN h.label IS NULL AND m.label IS NOT NULL THEN review_score(m.positive, m.neutral, m.negative, c.engagement) END
  FROM unnest(comments) AS touched (id)
  CROSS JOIN LATERAL (SELECT published_at, engagement FROM comment WHERE workspace_id = workspace AND id = touched.id LIMIT 1) c
  CROSS JOIN LATERAL (SELECT * FROM label WHERE workspace_id = workspace AND comment_id = touched.id AND current LIMIT 1) m
  LEFT JOIN LATERAL (SELECT label, created_at FROM human_label WHERE workspace_id = workspace AND comment_id = touched.id LIMIT 1) h ON TRUE
  ORDER BY touched.id
  ON CONFLICT (workspace_id, comment_id) DO UPDATE SET
    label = excluded.label, machine_label = excluded.machine_label, human_label = excluded.human_label,
    positive = excluded.positive, neutral = excluded.neutral, negative = excluded.negative, unsure = excluded.unsure,
    unscored_reason = excluded.unscored_reason, role_version = excluded.role_version, changed_at = excluded.changed_at,
    review_score = excluded.review_score;
$$;
