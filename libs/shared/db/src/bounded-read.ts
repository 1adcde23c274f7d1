import type { Database } from './database';
import type { Prisma } from './generated/prisma/client';

/** Longest that a page waits for what is counted from the comments themselves; as long as questions and exports (see `reader-role`). */
const READ_MS = 60_000;
/**
 * Memory of each step of such a statement. With the 4 MB that PostgreSQL gives, a list of the places of a frequent word does not fit: whole pages are
 * noted instead, and each text on them is taken apart again (two years of a frequent word among ten million comments: 108 s instead of 6 s).
 */
const WORK_MEMORY = '32MB';

/**
 * Reads what may take long, and no longer than somebody would wait: a statement whose reader has gone away is not told so, and would go on
 * while it is asked once more.
 * @param ms longest time of the statement
 * @throws what PostgreSQL ends a statement with (SQL state 57014) when it takes longer; answered as `takes-too-long`
 */
export async function boundedRead<T>(database: Database, read: Prisma.Sql, ms = READ_MS): Promise<T> {
  // Statements and not the function `set_config`, which a reader may not call.
  const [, , rows] = await database.$transaction([
    database.$executeRawUnsafe(`SET LOCAL statement_timeout = ${Math.floor(ms)}`),
    database.$executeRawUnsafe(`SET LOCAL work_mem = '${WORK_MEMORY}'`),
    database.$queryRaw<T>(read),
  ]);
  return rows;
}
