import { Client } from 'pg';

/** Where a backup is loaded to. While it is there, the installation's own data have not been replaced. */
export const STAGING = 'moodline_restoring';

/** A connection for which names mean those of a schema. */
export async function connect(url: string, schema: string): Promise<Client> {
  const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  // A lost connection fails the query that runs; without a listener it would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
