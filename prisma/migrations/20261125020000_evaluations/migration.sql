-- CreateTable
CREATE TABLE "labelled_set" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "file_name" TEXT,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "rejected_rows" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labelled_set_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "labelled_example" (
    "workspace_id" INTEGER NOT NULL,
    "set_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "labelled_example_pkey" PRIMARY KEY ("workspace_id","set_id","position")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "set_kind" TEXT NOT NULL,
    "set_id" INTEGER,
    "set_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "problem" TEXT,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_row" (
    "workspace_id" INTEGER NOT NULL,
    "evaluation_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "comment_id" INTEGER,
    "gold" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "judged" BOOLEAN NOT NULL DEFAULT false,
    "predicted" TEXT,
    "positive" REAL,
    "neutral" REAL,
    "negative" REAL,

    CONSTRAINT "evaluation_row_pkey" PRIMARY KEY ("workspace_id","evaluation_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "labelled_set_workspace_id_name_key" ON "labelled_set"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "evaluation_row_workspace_id_comment_id_idx" ON "evaluation_row"("workspace_id", "comment_id");
