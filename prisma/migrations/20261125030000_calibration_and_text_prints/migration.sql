-- AlterTable
ALTER TABLE "role_version" ADD COLUMN "calibration" JSONB;

-- CreateTable
CREATE TABLE "text_print" (
    "workspace_id" INTEGER NOT NULL,
    "print" BIGINT NOT NULL,
    "comment_id" INTEGER NOT NULL,

    CONSTRAINT "text_print_pkey" PRIMARY KEY ("workspace_id","print")
);
