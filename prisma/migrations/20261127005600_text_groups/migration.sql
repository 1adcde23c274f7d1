-- How many comments carry the number of a group of nearly the same texts in "duplicate_of". The comment that the group began with has
-- that number as its id and is not among them.
CREATE TABLE "text_group" (
    "workspace_id" INTEGER NOT NULL,
    "number" BIGINT NOT NULL,
    "copies" INTEGER NOT NULL,

    CONSTRAINT "text_group_pkey" PRIMARY KEY ("workspace_id", "number")
);
INSERT INTO text_group (workspace_id, number, copies)
SELECT workspace_id, duplicate_of, count(*) FROM comment WHERE duplicate_of IS NOT NULL GROUP BY 1, 2;

-- How far a re-labelling came that goes on no more.
ALTER TABLE "relabelling" ADD COLUMN "counts" JSONB;
-- Labels of a version: a few bytes a label, as most have the same.
CREATE INDEX "label_workspace_id_role_version_model_idx" ON "label" ("workspace_id", "role_version", "model");
