-- CreateTable
CREATE TABLE "former_author_hash" (
    "workspace_id" INTEGER NOT NULL,

    CONSTRAINT "former_author_hash_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "author_spelling" (
    "workspace_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "former" TEXT NOT NULL,

    CONSTRAINT "author_spelling_pkey" PRIMARY KEY ("workspace_id","hash","former")
);

-- CreateIndex
CREATE INDEX "author_spelling_workspace_id_former_idx" ON "author_spelling"("workspace_id", "former");

-- Until now the code of an author was made of the name as it came.
INSERT INTO "former_author_hash" ("workspace_id")
SELECT w."workspace_id" FROM "workspace" w
WHERE EXISTS (SELECT FROM "comment" c WHERE c."workspace_id" = w."workspace_id" AND c."author_hash" IS NOT NULL);
