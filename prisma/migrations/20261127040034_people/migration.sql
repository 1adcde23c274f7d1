-- People: links of every kind end by themselves, sessions can be seen and ended one by one, people can be invited and removed.
ALTER TABLE "user" ADD COLUMN "language" TEXT,
    ADD COLUMN "removed_at" TIMESTAMPTZ(3);
ALTER TABLE "user" ADD CONSTRAINT "user_language_known" CHECK ("language" IN ('zh', 'en'));

ALTER TABLE "session" ADD COLUMN "id" SERIAL NOT NULL,
    ADD COLUMN "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN "by_link" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "agent" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "address" TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX "session_workspace_id_id_key" ON "session"("workspace_id", "id");
CREATE INDEX "session_workspace_id_user_id_idx" ON "session"("workspace_id", "user_id");

ALTER TABLE "access_token" ADD COLUMN "id" SERIAL NOT NULL,
    ADD COLUMN "expires_at" TIMESTAMPTZ(3),
    ADD COLUMN "user_id" INTEGER,
    ADD COLUMN "role" TEXT,
    ADD COLUMN "language" TEXT;
-- Links that were made before they had an end have one now.
UPDATE "access_token" SET "expires_at" = "created_at" + interval '15 minutes' WHERE "kind" = 'sign-in';
CREATE UNIQUE INDEX "access_token_workspace_id_id_key" ON "access_token"("workspace_id", "id");
ALTER TABLE "access_token" DROP CONSTRAINT "access_token_kind_known";
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_kind_known" CHECK ("kind" IN ('api', 'sign-in', 'invitation', 'password'));
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_role_known" CHECK ("role" IN ('owner', 'analyst', 'viewer'));
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_language_known" CHECK ("language" IN ('zh', 'en'));
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_link_ends" CHECK ("kind" = 'api' OR "expires_at" IS NOT NULL);
