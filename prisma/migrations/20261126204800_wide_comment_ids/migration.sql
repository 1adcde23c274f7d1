-- Ids of comments beyond 32 bits. Each table is written anew once, with its indexes.
ALTER TABLE "comment" ALTER COLUMN "id" TYPE BIGINT, ALTER COLUMN "duplicate_of" TYPE BIGINT;
ALTER SEQUENCE "comment_id_seq" AS BIGINT;
ALTER TABLE "label" ALTER COLUMN "comment_id" TYPE BIGINT;
ALTER TABLE "human_label" ALTER COLUMN "comment_id" TYPE BIGINT;
ALTER TABLE "label_task" ALTER COLUMN "comment_id" TYPE BIGINT;
ALTER TABLE "comment_monitor" ALTER COLUMN "comment_id" TYPE BIGINT;
ALTER TABLE "evaluation_row" ALTER COLUMN "comment_id" TYPE BIGINT;
ALTER TABLE "text_print" ALTER COLUMN "comment_id" TYPE BIGINT;
ALTER TABLE "monitor" ALTER COLUMN "rematch_cursor" TYPE BIGINT;
