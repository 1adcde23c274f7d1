-- The interface speaks Japanese: for people and for the invitations sent to them.
ALTER TABLE "user" DROP CONSTRAINT "user_language_known";
ALTER TABLE "user" ADD CONSTRAINT "user_language_known" CHECK ("language" IN ('zh', 'en', 'ja'));
ALTER TABLE "access_token" DROP CONSTRAINT "access_token_language_known";
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_language_known" CHECK ("language" IN ('zh', 'en', 'ja'));
