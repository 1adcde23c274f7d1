-- A text in the form in which it is searched, written with the text. Null where that was not done yet: a job catches up.
ALTER TABLE "comment" ADD COLUMN "search_text" TEXT;

-- What a search looks up: the words of scripts with spaces, pairs of neighbouring characters of the others, and the 30 days and the
-- workspace that a comment belongs to, so that the newest matches are found without those of other years. A single character is the
-- beginning of a pair. Words stand between two unit separators (chr 31). Needs no extension, and pairs of two characters suffice.
CREATE FUNCTION "search_tokens"(workspace_id int, published_at timestamptz, form text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
  SELECT array_to_tsvector(array_agg(token))
  FROM (
    SELECT chr(30) || workspace_id || ' ' || floor(extract(epoch FROM published_at) / 2592000) AS token
    UNION ALL
    SELECT left(word, 40) FROM unnest(string_to_array(form, chr(31))) WITH ORDINALITY AS words (word, n)
    WHERE n % 2 = 0 AND word <> ''
    UNION ALL
    SELECT rtrim(first || coalesce(second, ''))
    FROM (
      SELECT translate(string_agg(part, ' '), '，。！？、：；…“”"''!?,.:()（）·~-' || chr(59), repeat(' ', 28)) AS signs
      FROM unnest(string_to_array(form, chr(31))) WITH ORDINALITY AS parts (part, n) WHERE n % 2 = 1
    ) between_words, unnest(string_to_array(signs, NULL), string_to_array(substr(signs, 2), NULL)) AS pairs (first, second)
    WHERE first <> ' '
  ) tokens
$$;
-- What is being written waits in a list that every search reads: a short one.
CREATE INDEX "comment_search" ON "comment" USING gin ("search_tokens"("workspace_id", "published_at", "search_text")) WITH (gin_pending_list_limit = 256);
ALTER INDEX "comment_search" ALTER COLUMN 1 SET STATISTICS 1000;
-- Texts that have no such form yet. Empty once the job is through.
CREATE INDEX "comment_without_search_text" ON "comment" ("workspace_id", "id") WHERE "search_text" IS NULL AND "erased_at" IS NULL;

-- The loudest first.
CREATE INDEX "comment_workspace_id_engagement_id_idx" ON "comment" ("workspace_id", "engagement", "id");
-- Comments of a source by time.
CREATE INDEX "comment_workspace_id_source_id_published_at_id_idx" ON "comment" ("workspace_id", "source_id", "published_at", "id");
-- The first of a group of nearly the same texts, in any time.
CREATE INDEX "comment_group_in_time" ON "comment" ("workspace_id", (coalesce("duplicate_of", "id")), "published_at", "id");
-- What is to be forgotten: by the first 16 digits of its hash, which take a quarter of the room.
CREATE INDEX "comment_author" ON "comment" ("workspace_id", left("author_hash", 16)) WHERE "author_hash" IS NOT NULL;
CREATE INDEX "comment_text" ON "comment" ("workspace_id", left("text_hash", 16)) WHERE "text_hash" <> '';
-- Labels that are none.
CREATE INDEX "label_unscored" ON "label" ("workspace_id", "comment_id") WHERE "current" AND "unscored_reason" IS NOT NULL;
-- Runs that go on: a handful among all that ever were.
CREATE INDEX "crawl_run_running" ON "crawl_run" ("workspace_id", "source_id") WHERE "status" = 'running';
