-- CreateTable
CREATE TABLE "saved_view" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_workspace_id_user_id_name_key" ON "saved_view"("workspace_id", "user_id", "name");

-- AlterTable
ALTER TABLE "user" ADD COLUMN "start_view" INTEGER;
