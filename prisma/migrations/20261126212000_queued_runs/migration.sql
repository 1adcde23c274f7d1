-- A run waits in the state 'queued' until a worker takes it. From then on it has a lease, and only one whose lease ran out was cut off.
ALTER TABLE "crawl_run" ADD COLUMN "lease_until" TIMESTAMPTZ(3);
UPDATE "crawl_run" SET "lease_until" = "heartbeat_at" + interval '120 seconds' WHERE "status" = 'running';
ALTER TABLE "crawl_run" DROP COLUMN "heartbeat_at";
-- Every tick asks for open runs, of which there are few, in a table that grows with every delivery.
CREATE INDEX "crawl_run_open_idx" ON "crawl_run" ("workspace_id", "source_id") WHERE "status" IN ('queued', 'running');
-- Who read a source by settings that were changed meanwhile must not store where to go on.
ALTER TABLE "source" ADD COLUMN "settings_generation" INTEGER NOT NULL DEFAULT 0;
