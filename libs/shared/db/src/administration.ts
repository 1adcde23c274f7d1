import { Client } from 'pg';
import { ALL_WORKSPACES, DatabaseLock, lockStatement } from './database-lock';

/** Runs work over a connection of its own, which is none of Prisma's. */
export async function withClient<Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs work in a transaction while no other process changes roles, grants or policies. After an error the connection is of no more use. */
export async function alone<Value>(client: Client, work: () => Promise<Value>): Promise<Value> {
  await client.query('BEGIN');
  await client.query(lockStatement(DatabaseLock.ReaderRole, ALL_WORKSPACES));
  const value = await work();
  await client.query('COMMIT');
  return value;
}

/** An address whose connections begin with one option more. */
export function withOption(url: string, option: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', [changed.searchParams.get('options'), option].filter(Boolean).join(' '));
  return changed.href;
}
