-- Columns that hold one of a few words: a word that no code knows is refused where it is written.
ALTER TABLE "user" ADD CONSTRAINT "user_role_known" CHECK ("role" IN ('owner', 'analyst', 'viewer'));
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_kind_known" CHECK ("kind" IN ('api', 'sign-in'));
ALTER TABLE "forgotten" ADD CONSTRAINT "forgotten_kind_known" CHECK ("kind" IN ('author', 'text', 'comment'));
ALTER TABLE "label" ADD CONSTRAINT "label_label_known" CHECK ("label" IN ('positive', 'neutral', 'negative'));
ALTER TABLE "human_label" ADD CONSTRAINT "human_label_label_known" CHECK ("label" IN ('positive', 'neutral', 'negative'));
ALTER TABLE "labelled_example" ADD CONSTRAINT "labelled_example_label_known" CHECK ("label" IN ('positive', 'neutral', 'negative'));
ALTER TABLE "relabelling" ADD CONSTRAINT "relabelling_state_known"
  CHECK ("state" IN ('running', 'ready', 'cancelled', 'switching', 'switched', 'discarded'));
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_state_known" CHECK ("state" IN ('queued', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "crawl_run" ADD CONSTRAINT "crawl_run_trigger_known"
  CHECK ("trigger" IN ('schedule', 'manual', 'backfill', 'import', 'hook', 'demo'));
ALTER TABLE "crawl_run" ADD CONSTRAINT "crawl_run_status_known" CHECK ("status" IN ('queued', 'running', 'done', 'failed', 'undone'));
ALTER TABLE "backfill" ADD CONSTRAINT "backfill_status_known" CHECK ("status" IN ('running', 'paused', 'done', 'cancelled'));
