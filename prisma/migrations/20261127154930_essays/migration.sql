-- CreateTable
CREATE TABLE "essay" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "essay_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "essay_version" (
    "workspace_id" INTEGER NOT NULL,
    "essay_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "essay_version_pkey" PRIMARY KEY ("workspace_id","essay_id","version")
);

-- CreateIndex
CREATE INDEX "essay_workspace_id_user_id_changed_at_idx" ON "essay"("workspace_id", "user_id", "changed_at");
