/** Names that monitors watch; a text carries one of them, or none. The last three are competitors. */
const BRANDS = ['Aurora', 'Lumen', '极光', 'Borealis', 'Nimbus', '星云'];
const SOURCES = [
  'Forum',
  'App Store',
  '微博',
  'Reddit',
  'Steam',
  'B站',
  'Google Play',
  '论坛导入',
  'Newsroom',
  'RSS',
  'Webhook',
  'Trustpilot',
];
const quoted = (names: readonly string[]) => `ARRAY[${names.map((name) => `'${name}'`).join(',')}]`;

/** `scale_r(n, seed)`: a number from 0 to 1 that follows from the number of a comment. */
export const FUNCTIONS = `
  CREATE FUNCTION scale_r(n bigint, seed bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (hashint8extended(n, seed) & 1048575) / 1048576.0::float8;
  CREATE FUNCTION scale_pick(n bigint, seed bigint, choices int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN floor((hashint8extended(n, seed) & 1048575) / 1048576.0::float8 * choices)::int;`;

/** Everything of which there is little. Sources get 8,000 runs each, as a webhook has them. */
export const SMALL_TABLES = [
  `INSERT INTO workspace (name, time_zone) SELECT 'Scale', 'Asia/Shanghai' WHERE NOT EXISTS (SELECT FROM workspace)`,
  `INSERT INTO "user" (workspace_id, name, role) SELECT 1, name, role FROM (VALUES ('Owner', 'owner'), ('Mei', 'analyst'), ('Ken', 'viewer')) AS people(name, role)`,
  `INSERT INTO source (workspace_id, kind, name, config) SELECT 1, 'file', name, '{}' FROM unnest(${quoted(SOURCES)}) name`,
  `INSERT INTO crawl_run (workspace_id, source_id, trigger, status, started_at, finished_at, rows, imported)
     SELECT 1, s.id, 'schedule', 'done', at, at + interval '20 seconds', 100, 100
     FROM generate_series(0, 7999) run CROSS JOIN source s CROSS JOIN LATERAL (SELECT (SELECT ends FROM scale_size) - (8000 - run) * interval '131 minutes' AS at) times
     ORDER BY run, s.id`,
  `INSERT INTO monitor (workspace_id, name, competitor, rules)
     SELECT 1, name, ordinality > 3, jsonb_build_object('any', jsonb_build_object('words', jsonb_build_array(name)))
     FROM unnest(${quoted(BRANDS)}) WITH ORDINALITY AS brands(name, ordinality)`,
  `INSERT INTO role (workspace_id, name, active_version) VALUES (1, 'label', 1) ON CONFLICT DO NOTHING`,
  `INSERT INTO tag (workspace_id, name, color, apply_new, apply_stored) VALUES (1, 'Delivery', 'blue', TRUE, TRUE), (1, 'Refund', 'red', TRUE, TRUE)`,
];

/**
 * Numbers of the comments of a slice, with what is drawn for each: when, in which language, from where. Time passes with the
 * number, in 24 bursts of up to ten times the usual traffic, more by day than by night.
 */
const DRAWN = `
  drawn AS MATERIALIZED (
    SELECT n, least(11, floor(12 * power(scale_r(n, 2), 2.2)))::int AS source,
      CASE WHEN scale_r(n, 3) < 0.6 THEN 'zh' WHEN scale_r(n, 3) < 0.88 THEN 'en' ELSE 'ja' END AS language,
      size.ends - interval '730 days' * (1 - (bursts.u - 0.7 * sin(2 * pi() * 730 * bursts.u) / (2 * pi() * 730))) - interval '1 hour' * scale_r(n, 4) AS at,
      CASE WHEN n <= 50 THEN n - 1 WHEN scale_r(n, 5) < 0.06 THEN floor(50 * power(scale_r(n, 6), 2)) END::int AS stock,
      CASE WHEN scale_r(n, 7) < 0.28 THEN floor(6 * power(scale_r(n, 8), 1.5))::int + 1 END AS brand
    FROM generate_series(:first::bigint, :last::bigint) n, scale_size size,
      LATERAL (SELECT n / size.comments::float8 - 0.9 * sin(2 * pi() * 24 * n / size.comments::float8) / (2 * pi() * 24) AS u) bursts
  )`;

const HAN = 'chr(19968 + floor(6000 * power(scale_r(d.n, %), 2))::int)';
const KANA = 'chr(12449 + scale_pick(d.n, %, 80))';
const SYLLABLE = `(ARRAY['ka','mi','ro','te','lun','sor','ven','dri','pa','quo','xi','jal','bre','no','fu','zan','el','ost','gri','wy'])[1 + scale_pick(d.n, %, 20)]`;
const word = (part: string, ...seeds: number[]) => seeds.map((seed) => part.replaceAll('%', String(seed))).join(' || ');
/** A name of a thing that hardly anybody else writes of, in a third of the texts. */
const RARE_WORD = `CASE WHEN scale_r(d.n, 9) > 0.33 THEN ''
  WHEN d.language = 'zh' THEN ${word(HAN, 10, 11)}
  WHEN d.language = 'ja' THEN ${word(KANA, 10, 11, 12)}
  ELSE ' ' || ${word(SYLLABLE, 10, 11, 12)} END`;

const COMMENTS = `
  WITH ${DRAWN}, written AS (
    SELECT d.*, coalesce(k.text, one.text || coalesce(CASE WHEN d.language = 'en' THEN ' ' ELSE '' END || (${quoted(BRANDS)})[brand], '') || CASE WHEN d.language = 'zh' THEN '，' WHEN d.language = 'ja' THEN '、' ELSE ', ' END
      || two.text || ${RARE_WORD} || (ARRAY['', '', '', '！', '。', '!', ' 😊', '？', '...'])[1 + scale_pick(d.n, 13, 9)]) AS text
    FROM drawn d
    JOIN scale_clause one ON one.language = d.language AND one.n = scale_pick(d.n, 14, CASE d.language WHEN 'zh' THEN 1200 WHEN 'en' THEN 750 ELSE 480 END)
    JOIN scale_clause two ON two.language = d.language AND two.n = scale_pick(d.n, 15, CASE d.language WHEN 'zh' THEN 1200 WHEN 'en' THEN 750 ELSE 480 END)
    LEFT JOIN scale_stock k ON k.n = d.stock
  )
  INSERT INTO comment (workspace_id, id, source_id, run_id, external_id, text, search_text, text_hash, language, author_hash, published_at, fetched_at, engagement, permalink,
    duplicate_of, stars, version)
  SELECT 1, n, source + 1, 1 + source + 12 * greatest(0, least(7999, floor(extract(epoch FROM at - (SELECT ends FROM scale_size)) / 7860) + 7999))::int, 'c' || n,
    text, regexp_replace(lower(translate(text, '，！？', ',!?')), '([a-z0-9_]+)', chr(31) || '\\1' || chr(31), 'g'), encode(sha256(convert_to(text, 'UTF8')), 'hex'), language,
    CASE WHEN scale_r(n, 16) < 0.9 THEN encode(sha256(convert_to(floor(2e6 * power(scale_r(n, 17), 3))::text, 'UTF8')), 'hex') END,
    at, at + interval '10 minutes', floor(power(1 / (scale_r(n, 18) + 0.000001), 0.7))::int - 1,
    CASE WHEN scale_r(n, 19) < 0.5 THEN 'https://example.com/post/' || n END, CASE WHEN n > 50 THEN stock + 1 END,
    CASE WHEN source IN (1, 6, 11) THEN 1 + floor(5 * power(scale_r(n, 27), 0.6)) END,
    CASE WHEN source IN (1, 6) THEN '2.' || floor(n * 40 / (SELECT comments FROM scale_size)) END
  FROM written ORDER BY n`;

/** The newest 3 in 1,000 wait for their label, 4 in 1,000 have none. Two in three with a label show no emotion, seven in ten are opinions. */
const LABELS = `
  WITH drawn AS (
    SELECT n, scale_r(n, 20) AS mood, 0.4 + 0.59 * sqrt(scale_r(n, 21)) AS best, scale_r(n, 22) < 0.004 AS unscored,
      scale_r(n, 28) AS shown, scale_r(n, 29) AS what,
      0.22 + 0.08 * sin(n * 2 * pi() * 31 / size.comments) AS complaints, size.ends - interval '1 day' * scale_r(n, 23) AS at
    FROM generate_series(:first::bigint, :last::bigint) n, scale_size size WHERE n <= size.comments - size.comments / 333
  ), decided AS (
    SELECT *, CASE WHEN unscored THEN NULL WHEN mood < complaints THEN 'negative' WHEN mood < 0.62 THEN 'neutral' ELSE 'positive' END AS label FROM drawn
  )
  INSERT INTO label (workspace_id, comment_id, role_version, model, label, positive, neutral, negative, unscored_reason, unsure, created_at, emotion, kind)
  SELECT 1, n, 1, 'scale', label,
    CASE WHEN label IS NOT NULL THEN CASE label WHEN 'positive' THEN best ELSE (1 - best) * 0.6 END END,
    CASE WHEN label IS NOT NULL THEN CASE label WHEN 'neutral' THEN best WHEN 'positive' THEN (1 - best) * 0.6 ELSE (1 - best) * 0.4 END END,
    CASE WHEN label IS NOT NULL THEN CASE label WHEN 'negative' THEN best ELSE (1 - best) * 0.4 END END,
    CASE WHEN unscored THEN 'no-words' END, NOT unscored AND best - (1 - best) * 0.6 < 0.15, at,
    CASE WHEN label IS NOT NULL THEN CASE WHEN shown < 0.66 THEN 'none' WHEN label = 'positive' THEN 'joy' WHEN shown < 0.8 THEN 'anger' WHEN shown < 0.9 THEN 'sadness' WHEN shown < 0.95 THEN 'fear' ELSE 'surprise' END END,
    CASE WHEN label IS NOT NULL THEN CASE WHEN what < 0.7 THEN 'opinion' WHEN what < 0.84 THEN 'question' WHEN what < 0.92 THEN 'wish' WHEN what < 0.97 THEN 'news' ELSE 'ad' END END
  FROM decided ORDER BY n`;

const QUEUE = `
  INSERT INTO label_task (workspace_id, comment_id, published_at)
  SELECT 1, c.id, c.published_at FROM comment c, scale_size size
  WHERE c.workspace_id = 1 AND c.id BETWEEN greatest(:first, size.comments - size.comments / 333 + 1) AND :last`;

const CORRECTIONS = `
  INSERT INTO human_label (workspace_id, comment_id, label, user_id, created_at)
  SELECT 1, n, (ARRAY['positive', 'neutral', 'negative'])[1 + scale_pick(n, 24, 3)], 1, size.ends - interval '300 days' * scale_r(n, 25)
  FROM generate_series(:first::bigint, :last::bigint) n, scale_size size
  WHERE scale_r(n, 26) < 0.001 AND n <= size.comments - size.comments / 333`;

const MATCHES = `
  INSERT INTO comment_monitor (workspace_id, monitor_id, comment_id, words)
  SELECT 1, m.id, c.id, ARRAY[m.name] FROM comment c JOIN monitor m ON m.workspace_id = 1 AND strpos(c.text, m.name) > 0
  WHERE c.workspace_id = 1 AND c.id BETWEEN :first AND :last ORDER BY c.id`;

/** A tag on 2 in 100 comments and one on 2 in 1,000, by the machine. */
const TAGS = `
  INSERT INTO comment_tag (workspace_id, comment_id, tag_id, probability, given)
  SELECT 1, n, t.id, 0.5 + 0.5 * scale_r(n, 31), 'stored'
  FROM generate_series(:first::bigint, :last::bigint) n JOIN tag t ON t.workspace_id = 1 AND scale_r(n, 30) < CASE t.name WHEN 'Delivery' THEN 0.02 ELSE 0.002 END
  ORDER BY n`;

/** What a slice of comments is made of; `:first` and `:last` are their numbers. */
export const COMMENT_PARTS = [COMMENTS, LABELS, QUEUE, CORRECTIONS, MATCHES, TAGS];
