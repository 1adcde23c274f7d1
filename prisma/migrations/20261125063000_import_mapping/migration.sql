-- CreateTable
CREATE TABLE "import_mapping" (
    "workspace_id" INTEGER NOT NULL,
    "signature" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("workspace_id","signature")
);
