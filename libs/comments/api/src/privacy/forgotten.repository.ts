import { Inject, Injectable } from '@nestjs/common';
import type { ForgetReach, ForgetScope, ForgottenEntry, ForgottenListHead, Privacy } from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { AUTHOR_KEY, CommentIntake } from '../comment-intake.repository';
import { commentsBySource } from './comments-by-source.query';
import { dropOldSpellings, dropSpellings, spellingsOf } from './author-spellings.repository';
import { blockIntake } from './forgotten-filter.repository';
import { commentIdentity, forgottenHash, keyPrint, type ForgottenKind } from './keyed-hash';

/** What is to be forgotten, as comments carry it: an author's hash or a text's. */
export interface ForgetTarget {
  readonly workspaceId: number;
  readonly scope: ForgetScope;
  readonly value: string;
}

/** What stands on the list and is to be erased. `value` of a comment is its number: so it is marked after a restore. */
export interface ListedTarget extends Omit<ForgetTarget, 'scope'> {
  readonly scope: ForgottenKind;
  readonly hash: string;
}

/** Comments erased in one transaction: few enough not to hold others up. */
const SLICE = 2000;
/** Lines of the list that are read at once. */
const LIST_PAGE = 5000;

/** The list of what was forgotten, and the erasing of it. */
@Injectable()
export class ForgottenRepository {
  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
    @Inject(AUTHOR_KEY) private readonly key: Buffer,
  ) {}

  /** What a comment can be recognised by. @returns null when there is no such comment */
  async marks(workspaceId: number, commentId: number): Promise<{ author: string | null; text: string | null } | null> {
    const comment = await this.database.comment.findUnique({
      where: { workspaceId_id: { workspaceId, id: commentId } },
      select: { authorHash: true, textHash: true },
    });
    return comment && { author: comment.authorHash, text: comment.textHash || null };
  }

  /** By which codes comments carry what a comment carries: an author may have several, see `author-spellings.repository`. */
  async targets(target: ForgetTarget): Promise<ForgetTarget[]> {
    if (target.scope !== 'author') return [target];
    const values = await spellingsOf(this.database, target.workspaceId, target.value);
    return values.map((value) => ({ ...target, value }));
  }

  /** Drops what links codes whose comments are gone. */
  async dropOldSpellings(): Promise<void> {
    await dropOldSpellings(this.database);
  }

  async reach(targets: readonly ForgetTarget[]): Promise<ForgetReach> {
    const sources = await commentsBySource(this.database, Prisma.join(targets.map(matches), ') OR (', '((', '))'));
    return { comments: sources.reduce((sum, { comments }) => sum + comments, 0), sources };
  }

  /**
   * Puts them on the list, all or none: from now on they are turned away at the door. Waits for whoever is coming in just now. What
   * links the codes of an author goes: all of them are listed.
   */
  async remember(targets: readonly ForgetTarget[]): Promise<ListedTarget[]> {
    const listed = targets.map((target) => ({ ...target, hash: forgottenHash(this.key, target.scope, target.value) }));
    await this.database.$transaction(async (transaction) => {
      for (const { workspaceId, scope, value, hash } of listed) {
        await blockIntake(transaction, workspaceId);
        const id = { workspaceId, kind: scope, hash };
        await transaction.forgotten.upsert({
          where: { workspaceId_kind_hash: id },
          create: { ...id, target: value },
          update: { target: value },
        });
        if (scope === 'author') await dropSpellings(transaction, workspaceId, value);
      }
    });
    return listed;
  }

  /** Erases a slice of its comments with everything that hangs on them, and puts each on the list by itself. @returns how many; 0 when none are left */
  async eraseSlice(target: ListedTarget): Promise<number> {
    const { workspaceId, scope, hash } = target;
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        await this.intake.hold(transaction, workspaceId);
        const found = await transaction.$queryRaw<{ id: number; sourceId: number; externalId: string }[]>`
        SELECT c.id, c.source_id AS "sourceId", c.external_id AS "externalId" FROM comment c WHERE ${matches(target)} ORDER BY c.id LIMIT ${SLICE} FOR UPDATE`;
        // An edited text is still the comment that was to be forgotten.
        const identities = found.map(({ sourceId, externalId }) =>
          forgottenHash(this.key, 'comment', commentIdentity(sourceId, externalId)),
        );
        await transaction.$executeRaw`
        INSERT INTO forgotten (workspace_id, kind, hash, erased) SELECT ${workspaceId}, 'comment', hash, 1 FROM unnest(${identities}::text[]) AS hash ON CONFLICT DO NOTHING`;
        const erased = await this.intake.removeThese(
          transaction,
          workspaceId,
          found.map(({ id }) => id),
        );
        await transaction.forgotten.updateMany({
          where: { workspaceId, kind: scope, hash },
          data: { erased: { increment: erased }, ...(erased ? {} : { target: null }) },
        });
        return erased;
      }),
    );
  }

  /** What was begun and not brought to its end. */
  async unfinished(): Promise<ListedTarget[]> {
    const rows = await this.database.forgotten.findMany({ where: { target: { not: null } } });
    return rows.map(({ workspaceId, kind, hash, target }) => ({
      workspaceId,
      scope: kind as ForgottenKind,
      value: target ?? '',
      hash,
    }));
  }

  /** The list of a workspace, for a restore elsewhere: what it is, then its entries. */
  async *list(workspaceId: number): AsyncGenerator<ForgottenListHead | ForgottenEntry> {
    const [last] = await this.database.$queryRaw<{ source: number }[]>`
      SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('source', 'id')::regclass), 0)::int AS source`;
    const madeAt = new Date().toISOString();
    yield { moodline: 'forgotten', layout: 1, madeAt, key: keyPrint(this.key), lastSource: last?.source ?? 0 };
    let after = { kind: '', hash: '' };
    for (;;) {
      const rows = await this.database.$queryRaw<ForgottenEntry[]>`
        SELECT workspace_id AS workspace, kind, hash FROM forgotten
        WHERE workspace_id = ${workspaceId} AND (kind, hash) > (${after.kind}, ${after.hash})
        ORDER BY kind, hash LIMIT ${LIST_PAGE}`;
      yield* rows;
      const end = rows.at(-1);
      if (!end) return;
      after = end;
    }
  }

  async counts(workspaceId: number): Promise<Privacy['forgotten']> {
    const kinds = await this.database.forgotten.groupBy({
      by: ['kind'],
      where: { workspaceId },
      _count: { _all: true },
    });
    const count = (kind: string) => kinds.find((row) => row.kind === kind)?._count._all ?? 0;
    return { authors: count('author'), texts: count('text'), comments: count('comment') };
  }
}

function matches({ workspaceId, scope, value }: ForgetTarget | ListedTarget): Prisma.Sql {
  if (scope === 'comment') return Prisma.sql`c.workspace_id = ${workspaceId} AND c.id = ${BigInt(value)}`;
  const column = scope === 'author' ? Prisma.sql`c.author_hash` : Prisma.sql`c.text_hash`;
  // The index knows the first 16 digits.
  return Prisma.sql`c.workspace_id = ${workspaceId} AND left(${column}, 16) = left(${value}, 16) AND ${column} = ${value}`;
}
