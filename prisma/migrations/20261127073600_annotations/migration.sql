-- CreateTable
CREATE TABLE "annotation" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE,
    "instant" TIMESTAMPTZ(3),
    "text" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("workspace_id","id"),
    CONSTRAINT "annotation_one_moment" CHECK (("day" IS NULL) <> ("instant" IS NULL))
);

-- CreateIndex
CREATE INDEX "annotation_workspace_id_day_idx" ON "annotation"("workspace_id", "day");

-- CreateIndex
CREATE INDEX "annotation_workspace_id_instant_idx" ON "annotation"("workspace_id", "instant");

-- Files are few among the runs of a source that is read each hour.
CREATE INDEX "crawl_run_files" ON "crawl_run"("workspace_id", "started_at") WHERE "file_name" IS NOT NULL;
