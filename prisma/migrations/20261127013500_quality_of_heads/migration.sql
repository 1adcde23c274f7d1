-- What the heads beside the mood said of a row whose set knows what they should say.
ALTER TABLE "evaluation_row" ADD COLUMN "emotion" TEXT, ADD COLUMN "kind" TEXT;

-- The newest words of people are looked up without sorting all of them.
CREATE INDEX "human_label_workspace_id_created_at_idx" ON "human_label"("workspace_id", "created_at");
CREATE INDEX "human_facet_workspace_id_facet_created_at_idx" ON "human_facet"("workspace_id", "facet", "created_at");
