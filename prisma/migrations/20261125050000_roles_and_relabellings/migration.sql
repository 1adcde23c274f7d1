-- AlterTable
ALTER TABLE "role_version" ADD COLUMN "user_id" INTEGER,
ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "role_activation" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "role" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "previous" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "evaluated" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_activation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "role_activation_workspace_id_role_id_idx" ON "role_activation"("workspace_id", "role", "id");

-- CreateTable
CREATE TABLE "relabelling" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "role_version" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "ready_at" TIMESTAMPTZ(3),
    "worker" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "relabelling_pkey" PRIMARY KEY ("workspace_id","id")
);

-- One at a time. An index over a part of the rows cannot be said in the schema.
CREATE UNIQUE INDEX "relabelling_open" ON "relabelling"("workspace_id") WHERE "state" IN ('running', 'switching');
