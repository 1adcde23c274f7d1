-- Documents that a workspace asks questions of. One with a time to go is neither listed nor searched, and can be kept until then.
CREATE TABLE "document" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "pages" INTEGER,
    "empty_pages" INTEGER NOT NULL DEFAULT 0,
    "characters" INTEGER NOT NULL,
    "passages" INTEGER NOT NULL,
    "added_by" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remove_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "document_kind_known" CHECK ("kind" IN ('markdown', 'text', 'pdf', 'docx'))
);
-- The same file is there once.
CREATE UNIQUE INDEX "document_workspace_id_hash_key" ON "document" ("workspace_id", "hash");
CREATE INDEX "document_leaving" ON "document" ("remove_at") WHERE "remove_at" IS NOT NULL;

-- The text of a document in pieces of a few sentences, each on one page and below one heading.
CREATE TABLE "document_passage" (
    "workspace_id" INTEGER NOT NULL,
    "document_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "page" INTEGER,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "document_passage_pkey" PRIMARY KEY ("workspace_id", "document_id", "place")
);
-- Looked up as comments are; a passage has no time of its own, so that all lie in one slot.
CREATE INDEX "document_passage_search" ON "document_passage" USING gin ("search_tokens"("workspace_id", to_timestamp(0), "search_text")) WITH (gin_pending_list_limit = 256);
