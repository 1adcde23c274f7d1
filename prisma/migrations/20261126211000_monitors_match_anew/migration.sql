-- Apostrophes, dashes and accents are compared in one form now: what monitors take is matched anew, in the background.
UPDATE "monitor" SET
  "rematch_cursor" = 0,
  "rematch_checked" = 0,
  "rematch_generation" = "rematch_generation" + 1,
  "rematch_total" = (SELECT count(*) FROM "comment" c WHERE c."workspace_id" = "monitor"."workspace_id");
