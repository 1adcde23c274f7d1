-- Keywords take further spellings and forms of their word now (`powerbank` takes `power bank`, `壊れる` takes `壊れた`): what is stored is matched anew, in the background.
UPDATE "monitor" SET
  "rematch_cursor" = 0,
  "rematch_checked" = 0,
  "rematch_generation" = "rematch_generation" + 1,
  "rematch_total" = (SELECT count(*) FROM "comment" c WHERE c."workspace_id" = "monitor"."workspace_id");
