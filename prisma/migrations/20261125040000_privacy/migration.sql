-- AlterTable
ALTER TABLE "comment" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "forgotten" (
    "workspace_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "erased" INTEGER NOT NULL DEFAULT 0,
    "target" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "forgotten_pkey" PRIMARY KEY ("workspace_id","kind","hash")
);

-- CreateTable
CREATE TABLE "retention" (
    "workspace_id" INTEGER NOT NULL,
    "days" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retention_pkey" PRIMARY KEY ("workspace_id")
);
