-- Keywords take other spellings of their word now (`iphone 15` takes `iPhone15`): what is stored is matched anew, in the background.
UPDATE "monitor" SET
  "rematch_cursor" = 0,
  "rematch_checked" = 0,
  "rematch_generation" = "rematch_generation" + 1,
  "rematch_total" = (SELECT count(*) FROM "comment" c WHERE c."workspace_id" = "monitor"."workspace_id");
