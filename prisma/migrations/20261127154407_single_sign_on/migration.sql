-- CreateTable
CREATE TABLE "single_sign_on" (
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "sealed_secret" TEXT,
    "domains" TEXT[],
    "role" TEXT NOT NULL,
    "replaces_second_step" BOOLEAN NOT NULL,
    "allow_private" BOOLEAN NOT NULL,

    CONSTRAINT "single_sign_on_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "sign_in_identity" (
    "workspace_id" INTEGER NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_identity_pkey" PRIMARY KEY ("workspace_id","issuer","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_identity_workspace_id_user_id_issuer_key" ON "sign_in_identity"("workspace_id", "user_id", "issuer");
