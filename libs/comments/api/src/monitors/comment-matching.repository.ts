import { Injectable, Logger } from '@nestjs/common';
import { monitorRulesSchema } from '@moodline/comments/contract';
import { Prisma, type Transaction } from '@moodline/shared/db';
import { MonitorMatcher, wordsOf, type MatchedMonitor } from './monitor-matcher';
import { readTexts, type StoredText } from './stored-text.query';

const logger = new Logger('CommentMatching');

/** Matches comments in the transaction that stores them. */
@Injectable()
export class CommentMatching {
  private readonly compiled = new Map<number, { version: string; matcher: MonitorMatcher }>();

  /** Matches comments that have just been stored, by whoever holds the rules (see `CommentIntake.hold`). */
  async matchNew(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    if (!commentIds.length) return;
    const matcher = await this.current(transaction, workspaceId);
    if (!matcher) return;
    const comments = await readTexts(
      transaction,
      Prisma.sql`FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${[...commentIds]}::bigint[])`,
    );
    await insertMatches(transaction, workspaceId, matchAll(matcher, comments));
  }

  /** Forgets what took comments whose text has changed. Their rows are locked: a re-match that has read the former text has ended. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`DELETE FROM comment_monitor WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${[...commentIds]}::bigint[])`;
  }

  /** The rules of now, compiled once for as long as they hold; null where there is no monitor. */
  private async current(transaction: Transaction, workspaceId: number): Promise<MonitorMatcher | null> {
    const [state] = await transaction.$queryRaw<{ version: string | null }[]>`
      SELECT string_agg(id || ':' || rematch_generation, ',' ORDER BY id) AS version FROM monitor WHERE workspace_id = ${workspaceId}`;
    const version = state?.version;
    if (!version) return null;
    const known = this.compiled.get(workspaceId);
    if (known?.version === version) return known.matcher;
    const rows = await transaction.monitor.findMany({ where: { workspaceId }, select: { id: true, rules: true } });
    const matcher = new MonitorMatcher(readableRules(rows));
    this.compiled.set(workspaceId, { version, matcher });
    return matcher;
  }
}

/**
 * Stored monitors as the matcher takes them. One whose rules cannot be read (they were stored by other rules than those of now) takes
 * nothing and is reported: it must not keep comments from being stored.
 */
export function readableRules(rows: readonly { id: number; rules: unknown }[]): MatchedMonitor[] {
  return rows.flatMap(({ id, rules }) => {
    try {
      const monitor = { id, rules: monitorRulesSchema.parse(rules) };
      // Keywords that are none are found where they are compiled.
      new MonitorMatcher([monitor]);
      return [monitor];
    } catch (error) {
      logger.error(
        `The rules of monitor ${id} cannot be read, so it takes no comments; everything else goes on. Save its keywords anew. ${(error as Error).message}`,
      );
      return [];
    }
  });
}

/** A comment that a monitor takes, and the keywords it was taken for. */
export interface Match {
  readonly monitorId: number;
  readonly commentId: number;
  readonly words: readonly string[];
}

export function matchAll(matcher: MonitorMatcher, comments: readonly StoredText[]): Match[] {
  return comments.flatMap((comment) =>
    matcher.match(comment).map(({ monitorId, spans }) => ({ monitorId, commentId: comment.id, words: wordsOf(spans) })),
  );
}

/** Writes matches. Comments that are being deleted are left out, and those that are written cannot be deleted until the transaction ends. */
export async function insertMatches(
  transaction: Transaction,
  workspaceId: number,
  matches: readonly Match[],
): Promise<void> {
  if (!matches.length) return;
  // The lists travel as text: the driver takes longer to write arrays than the database to read them. Keywords hold no control characters.
  const list = (values: readonly number[]) => `{${values.join()}}`;
  const ids = list([...new Set(matches.map(({ commentId }) => commentId))]);
  await transaction.$executeRaw`
    INSERT INTO comment_monitor (workspace_id, monitor_id, comment_id, words)
    SELECT ${workspaceId}, m.monitor_id, m.comment_id, string_to_array(m.words, E'\\n')
    FROM unnest(${list(matches.map(({ monitorId }) => monitorId))}::text::int[], ${list(matches.map(({ commentId }) => commentId))}::text::bigint[],
      string_to_array(${matches.map(({ words }) => words.join('\n')).join('\x1e')}, E'\\x1e')) AS m (monitor_id, comment_id, words)
    JOIN (SELECT id FROM comment WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}::text::bigint[]) FOR KEY SHARE) c ON c.id = m.comment_id
    ON CONFLICT (workspace_id, monitor_id, comment_id) DO UPDATE SET words = excluded.words`;
}
