-- CreateTable
CREATE TABLE "own_role" (
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT,
    "task" TEXT NOT NULL,
    "options" TEXT[],
    "sample" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_role_pkey" PRIMARY KEY ("workspace_id","name")
);
