import type { Database } from '@moodline/shared/db';

/** Whether the workspace has a source with comments of the demo. */
export async function hasDemoSource(database: Database, workspaceId: number): Promise<boolean> {
  const [demo] = await database.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM source WHERE workspace_id = ${workspaceId} AND kind = 'demo') AS found`;
  return demo?.found ?? false;
}
