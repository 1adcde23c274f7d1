import { open, stat } from 'node:fs/promises';
import type { Client } from 'pg';
import type { Asker } from './measuring';
import type { Read } from './read';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: PlanNode[];
}

/** Where a plan reads a whole table. */
export interface Scan {
  readonly read: string;
  readonly relation: string;
  readonly rows: number;
  readonly query: string;
}

/** Rows from which on a scan is told. */
const MANY_ROWS = 10_000;

/**
 * Asks each read once while the server writes its plans down, and looks them through for scans of large tables and for steps
 * that read many rows.
 * @param log the server's log
 */
export async function scans(reads: readonly Read[], asker: Asker, client: Client, log: string): Promise<Scan[]> {
  const found: Scan[] = [];
  await client.query(`ALTER SYSTEM SET auto_explain.log_min_duration = 0`);
  await client.query('SELECT pg_reload_conf()');
  await new Promise((resolve) => setTimeout(resolve, 500));
  try {
    for (const read of reads) {
      const from = (await stat(log)).size;
      await asker.get(read.path).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const { plan, query } of plansOf(await readFrom(log, from)))
        for (const { relation, rows } of scansOf(plan)) found.push({ read: read.name, relation, rows, query });
    }
  } finally {
    await client.query('ALTER SYSTEM RESET auto_explain.log_min_duration');
    await client.query('SELECT pg_reload_conf()');
  }
  return found;
}

async function readFrom(path: string, from: number): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.max(0, size - from));
    await file.read(buffer, 0, buffer.length, from);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}

function plansOf(text: string): { plan: PlanNode; query: string }[] {
  return text.split(/duration: [\d.]+ ms {2}plan:\n/u).flatMap((part) => {
    // The plan is indented by a tab; the next line that is not belongs to another message.
    const json = (/^(?:\t.*\n?)+/u.exec(part)?.[0] ?? '').trim();
    if (!json) return [];
    const { Plan: plan, 'Query Text': query } = JSON.parse(json) as { Plan: PlanNode; 'Query Text': string };
    return [{ plan, query: query.replace(/\s+/gu, ' ').trim().slice(0, 60) }];
  });
}

function* scansOf(node: PlanNode): Generator<{ relation: string; rows: number }> {
  const touched = (node['Actual Loops'] ?? 1) * ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0));
  const relation = node['Relation Name'];
  if (relation && touched >= MANY_ROWS)
    yield { relation: `${node['Node Type']} on ${relation}`, rows: Math.round(touched) };
  for (const child of node.Plans ?? []) yield* scansOf(child);
}
