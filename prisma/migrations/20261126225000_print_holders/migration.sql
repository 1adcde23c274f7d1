-- Prints are handed over by the comment they belong to, without reading texts.
CREATE INDEX "text_print_workspace_id_comment_id_idx" ON "text_print" ("workspace_id", "comment_id");
