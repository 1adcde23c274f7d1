import type { KeyObject } from 'node:crypto';
import { foldAccount, isPlaceholder, type LeftOutReason } from '@moodline/comments/contract';
import type { Transaction } from '@moodline/shared/db';
import { commentRow, type CommentRow } from '../comment-row';
import type { IncomingBatch, IncomingComment } from '../incoming-comment';
import { KeptHandles } from '../privacy/masking/kept-handles';
import { readIntakeRules, type IntakeRules } from './intake-rules.query';
import { isOfficialReply, isRaffle } from './official-text';

/** What people said that came with a comment. */
export interface GivenVerdict extends Required<Pick<IncomingComment, 'facets' | 'tags'>> {
  readonly commentId: number;
  readonly verdict: IncomingComment['verdict'];
}

/** What a workspace has decided about comments that come in, applied to a batch of them. */
export class Arrivals {
  private constructor(
    private readonly workspaceId: number,
    private readonly rules: IntakeRules,
    /** Those that say something: what a site shows where there is no comment is nobody's opinion. */
    private readonly comments: readonly IncomingComment[],
    readonly placeholders: number,
    private readonly handles: KeptHandles,
  ) {}

  static async of(transaction: Transaction, { workspaceId, comments }: IncomingBatch): Promise<Arrivals> {
    const rules = await readIntakeRules(transaction, workspaceId);
    const real = comments.filter(({ text }) => !isPlaceholder(text));
    return new Arrivals(workspaceId, rules, real, comments.length - real.length, new KeptHandles(rules.handles));
  }

  /** The comments as they are written. What was masked ahead is masked anew where it may name the brand. */
  rows(key: KeyObject, prepared: WeakMap<IncomingComment, CommentRow>): CommentRow[] {
    return this.comments.map((comment) =>
      this.handles.mayStandIn(comment.text)
        ? commentRow(key, comment, this.handles)
        : (prepared.get(comment) ?? commentRow(key, comment)),
    );
  }

  /** Writes what few comments bring beside their text, before they are counted. @param ids of those that are new, by external id as it is kept */
  async settle(
    transaction: Transaction,
    ids: ReadonlyMap<string, number>,
    keptId: (externalId: string) => string,
  ): Promise<GivenVerdict[]> {
    const fresh = ids.size ? this.comments.filter(({ externalId }) => ids.has(keptId(externalId))) : [];
    const rare = fresh
      .map((comment) => ({
        id: ids.get(keptId(comment.externalId)) as number,
        leftOut: this.reasonToLeaveOut(comment),
        fetchedAt: comment.fetchedAt?.toISOString() ?? null,
      }))
      .filter(({ leftOut, fetchedAt }) => leftOut || fetchedAt);
    if (rare.length)
      await transaction.$executeRaw`
        UPDATE comment c SET left_out = row.left_out, fetched_at = coalesce(row.fetched_at, c.fetched_at)
        FROM unnest(${rare.map(({ id }) => id)}::bigint[], ${rare.map(({ leftOut }) => leftOut)}::text[], ${rare.map(({ fetchedAt }) => fetchedAt)}::timestamptz[])
          AS row(id, left_out, fetched_at)
        WHERE c.workspace_id = ${this.workspaceId} AND c.id = row.id`;
    return fresh
      .filter(({ verdict, facets, tags }) => verdict || facets?.length || tags?.length)
      .map(({ externalId, verdict, facets = [], tags = [] }) => ({
        commentId: ids.get(keptId(externalId)) as number,
        verdict,
        facets,
        tags,
      }));
  }

  private reasonToLeaveOut({ author, leftOut, text }: IncomingComment): LeftOutReason | null {
    const account = author ? this.rules.accounts.get(foldAccount(author)) : undefined;
    if (account ?? leftOut) return account ?? leftOut ?? null;
    if (this.rules.officialReplies && isOfficialReply(text)) return 'official-reply';
    return this.rules.raffles && isRaffle(text) ? 'raffle' : null;
  }
}
