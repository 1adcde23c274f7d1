-- CreateTable
CREATE TABLE "model_setting" (
    "workspace_id" INTEGER NOT NULL,
    "task" TEXT NOT NULL,
    "backend" TEXT NOT NULL,
    "config" JSONB NOT NULL DEFAULT '{}',
    "sealed_key" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_setting_pkey" PRIMARY KEY ("workspace_id","task")
);
