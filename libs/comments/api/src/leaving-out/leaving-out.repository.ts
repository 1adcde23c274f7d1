import { Inject, Injectable } from '@nestjs/common';
import {
  foldAccount,
  type AccountKind,
  type KindToLeaveOut,
  type LeavingOut,
  type LeavingOutState,
  type LeftOutReason,
  type OwnAccount,
} from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { AUTHOR_KEY, CommentIntake } from '../comment-intake.repository';
import { authorHash, formerAuthorHash } from '../privacy/keyed-hash';
import { readLeftOutKinds } from './left-out-kinds.query';

/** Comments set apart in one transaction. */
const SLICE = 1000;

/** What a workspace leaves out of its mood, and the comments that are. */
@Injectable()
export class LeavingOutRepository {
  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
    @Inject(AUTHOR_KEY) private readonly authorKey: Buffer,
  ) {}

  async state(workspaceId: number): Promise<LeavingOutState> {
    const [accounts, rules, counts, ofKinds] = await Promise.all([
      this.database.ownAccount.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }),
      this.database.leavingOut.findUnique({ where: { workspaceId } }),
      this.database.$queryRaw<{ reason: LeftOutReason; count: number }[]>`
        SELECT left_out AS reason, count(*)::int AS count FROM comment
        WHERE workspace_id = ${workspaceId} AND left_out IS NOT NULL GROUP BY 1`,
      readLeftOutKinds(this.database, workspaceId),
    ]);
    return {
      accounts: accounts.map(({ name, kind }) => ({ name, kind: kind as AccountKind })),
      officialReplies: rules?.officialReplies ?? false,
      raffles: rules?.raffles ?? false,
      kinds: (rules?.kinds ?? []) as KindToLeaveOut[],
      ...ofKinds,
      comments: Object.fromEntries(counts.map(({ reason, count }) => [reason, count])),
    };
  }

  /** Keeps the list and the rules. The comments of accounts that are new or gone are changed next: see {@link apply}. @returns what is new and what is gone */
  async save(workspaceId: number, wanted: LeavingOut): Promise<{ added: OwnAccount[]; removed: OwnAccount[] }> {
    return this.database.$transaction(async (transaction) => {
      const { officialReplies, raffles } = wanted;
      const kinds = wanted.kinds && { kinds: [...new Set(wanted.kinds)].sort() };
      if (kinds) await this.intake.rulesChanging(transaction, workspaceId);
      // The row of the rules is locked first: two who save at once do so one after the other.
      await transaction.leavingOut.upsert({
        where: { workspaceId },
        create: { workspaceId, officialReplies, raffles, ...kinds },
        update: { officialReplies, raffles, ...kinds },
      });
      const before = await transaction.ownAccount.findMany({ where: { workspaceId } });
      const key = ({ name, kind }: OwnAccount) => `${kind}/${foldAccount(name)}`;
      const accounts = [...new Map(wanted.accounts.map((account) => [foldAccount(account.name), account])).values()];
      const [old, now] = [new Set(before.map((account) => key(account as OwnAccount))), new Set(accounts.map(key))];
      await transaction.ownAccount.deleteMany({ where: { workspaceId } });
      await transaction.ownAccount.createMany({
        data: accounts.map(({ name, kind }) => ({ workspaceId, name, folded: foldAccount(name), kind })),
      });
      return {
        added: accounts.filter((account) => !old.has(key(account))),
        removed: before
          .map(({ name, kind }) => ({ name, kind: kind as AccountKind }))
          .filter((account) => !now.has(key(account))),
      };
    });
  }

  /** Leaves out the stored comments of an account, or counts them again. @returns how many comments changed */
  async apply(workspaceId: number, { name, kind }: OwnAccount, leaveOut: boolean): Promise<number> {
    const former = spellings(name).map((spelling) => formerAuthorHash(this.authorKey, spelling));
    const hashes = [...new Set([authorHash(this.authorKey, name), ...former])];
    const standing = leaveOut ? Prisma.sql`left_out IS NULL` : Prisma.sql`left_out = ${kind}`;
    let total = 0;
    for (;;) {
      const changed = await this.database.$transaction(async (transaction) => {
        await this.intake.hold(transaction, workspaceId);
        const rows = await transaction.$queryRaw<{ id: number }[]>`
          SELECT id FROM comment
          WHERE workspace_id = ${workspaceId} AND left(author_hash, 16) = ANY(${hashes.map((hash) => hash.slice(0, 16))}::text[])
            AND author_hash = ANY(${hashes}::text[]) AND ${standing} ORDER BY id LIMIT ${SLICE}`;
        const ids = rows.map(({ id }) => Number(id));
        return this.intake.setApart(transaction, workspaceId, ids, { leftOut: leaveOut ? kind : null });
      });
      total += changed;
      if (changed < SLICE) return total;
    }
  }

  /** Leaves out one comment, or counts it after all. @returns whether there is such a comment */
  async setOne(workspaceId: number, commentId: number, reason: LeftOutReason | null): Promise<boolean> {
    return this.database.$transaction(async (transaction) => {
      await this.intake.hold(transaction, workspaceId);
      const there = await transaction.comment.count({ where: { workspaceId, id: commentId } });
      if (there) await this.intake.setApart(transaction, workspaceId, [commentId], { leftOut: reason });
      return there > 0;
    });
  }
}

/** Comments of earlier versions carry a hash of the author as the source wrote it: the usual ways of writing a name are tried. */
function spellings(name: string): string[] {
  const bare = name.replace(/^@/u, '');
  const forms = [bare, bare.toLowerCase(), bare.toUpperCase(), foldAccount(bare)];
  return [...new Set(forms.flatMap((form) => [form, `@${form}`, `u/${form}`, `/u/${form}`]))];
}
