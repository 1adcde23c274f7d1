-- Keys for programs: named, for some permissions, with an end. Only the SHA-256 is kept.
CREATE TABLE "api_key" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "permissions" TEXT[] NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX "api_key_workspace_id_key_hash_key" ON "api_key"("workspace_id", "key_hash");
CREATE UNIQUE INDEX "api_key_workspace_id_name_key" ON "api_key"("workspace_id", "name");

-- Who did what, when, from where. It holds no text of a comment and no secret.
CREATE TABLE "audit_event" (
    "workspace_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "user_id" INTEGER,
    "who" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("workspace_id","id"),
    CONSTRAINT "audit_event_action_known" CHECK ("action" IN ('sign-in', 'sign-in-failed', 'sign-out', 'add', 'change', 'remove', 'export', 'refused')),
    CONSTRAINT "audit_event_by_known" CHECK ("by" IN ('session', 'token', 'key', 'nobody'))
);

-- What was written stays as it was written.
CREATE FUNCTION audit_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail can only be added to';
END $$;
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION audit_event_stays();
CREATE TRIGGER audit_event_stays_whole BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stays();
