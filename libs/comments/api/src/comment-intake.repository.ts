import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { arrayParameter, DatabaseLock, lockShared, Prisma, type Transaction } from '@moodline/shared/db';
import { handGroupsOver, regroup } from './duplicate-groups.repository';
import { groupSizes, keepGroupSizes, type GroupSizes } from './group-sizes.repository';
import {
  Hooks,
  type CommentCounter,
  type Counted,
  type ErasingHook,
  type HookPart,
  type RemovingHook,
  type StoredHook,
  type VerdictHook,
} from './intake-hooks.repository';
import { insertComments } from './comment-insert.repository';
import type { CommentRow } from './comment-row';
import { findChanges, writeChanges } from './followed-changes.repository';
import { healIds } from './item-identity.repository';
import { Arrivals } from './leaving-out/arrivals.query';
import type { IncomingBatch, IncomingComment, IntakeResult } from './incoming-comment';
import { holdRules } from './monitors/monitor-locks.query';
import { withoutForgotten } from './privacy/forgotten-filter.repository';
import { erasedExternalId, keptExternalId } from './privacy/keyed-hash';
import { keepSaidTags } from './tags/said-tags.repository';

/** Injection token of the key with which author names are hashed (bytes kept in the data folder). */
export const AUTHOR_KEY = Symbol('author-key');

/** Comments deleted in one transaction: few enough not to hold others up. */
const REMOVAL_SLICE = 5000;

/**
 * All comments come in and go out through this class. What depends on comments (the label queue, the mood buckets)
 * hooks in here and takes part in the same transaction: a crash at any point loses nothing and doubles nothing.
 *
 * A comment that comes in: insert, groups of copies, stored hooks, counts. One whose text changed: removing hooks, update, groups,
 * changed hooks, stored hooks, counts. One that goes: removing hooks, groups, delete, counts. Locks are taken in the order of
 * docs/architecture.md; {@link hold} takes the first ones.
 */
@Injectable()
export class CommentIntake {
  private readonly storedHooks = new Hooks();
  private readonly removingHooks = new Hooks();
  private readonly erasingHooks = new Hooks();
  private readonly changedHooks = new Hooks();
  private readonly goneHooks = new Hooks();
  private counter: CommentCounter | null = null;
  /** Called after the stored hooks; there is one at most. */
  verdictHook: VerdictHook | null = null;

  /** As a key object: made from bytes each time, it takes most of the time of hashing. */
  private readonly authorKey: KeyObject;
  /** Of comments that wait to be stored. */
  private readonly rowsMade = new WeakMap<IncomingComment, CommentRow>();

  constructor(@Inject(AUTHOR_KEY) authorKey: Buffer) {
    this.authorKey = createSecretKey(authorKey);
  }

  onStored(hook: StoredHook, part?: HookPart): void {
    this.storedHooks.add(hook, part);
  }

  /** Called when comments have another text now, before the stored hooks make anew what hangs on them. */
  onChanged(hook: StoredHook, part?: HookPart): void {
    this.changedHooks.add(hook, part);
  }

  onRemoving(hook: RemovingHook, part?: HookPart): void {
    this.removingHooks.add(hook, part);
  }

  onErasing(hook: ErasingHook, part?: HookPart): void {
    this.erasingHooks.add(hook, part);
  }

  /** Called where comments go for good or lose their text; not where they only get another text, as the removing hooks are. */
  onGone(hook: RemovingHook, part?: HookPart): void {
    this.goneHooks.add(hook, part);
  }

  /** There is one counter at most. */
  countedBy(counter: CommentCounter): void {
    this.counter = counter;
  }

  /** Takes the advisory locks of who changes comments. Done by every method here; to be called before when comments are locked before. */
  async hold(transaction: Transaction, workspaceId: number): Promise<void> {
    await holdRules(transaction, workspaceId);
    await lockShared(transaction, DatabaseLock.Forgotten, workspaceId);
    await this.counter?.hold(transaction, workspaceId);
  }

  /** Call before the rules change by which comments are counted. */
  async rulesChanging(transaction: Transaction, workspaceId: number): Promise<void> {
    await this.counter?.rulesChanging(transaction, workspaceId);
  }

  /** With which authors and made ids are hashed: for whoever makes rows ahead, in another thread. */
  get hashKey(): KeyObject {
    return this.authorKey;
  }

  /** Takes rows over that were made ahead ({@link commentRow}), while something else was being stored. @returns the comments, to be stored */
  prepared(ready: readonly { readonly comment: IncomingComment; readonly row: CommentRow }[]): IncomingComment[] {
    for (const { comment, row } of ready) this.rowsMade.set(comment, row);
    return ready.map(({ comment }) => comment);
  }

  /**
   * Stores what is new; what was forgotten counts as filtered. What is there already (same source and external id) counts as a duplicate, or with `follow` as updated
   * when its text or engagement changed. Where the text changed in more than case, spacing or width, all that was derived from the
   * former one goes and is made anew: the removing hooks are called before the change and the stored hooks after it.
   * Personal data are masked and the author is hashed before anything is written. Call with pages of at most some 1,000.
   */
  async store(transaction: Transaction, batch: IncomingBatch): Promise<IntakeResult> {
    if (!batch.comments.length) return { imported: 0, duplicates: 0, updated: 0, filtered: 0, undated: 0 };
    const { workspaceId } = batch;
    await this.hold(transaction, workspaceId);
    const arrivals = await Arrivals.of(transaction, batch);
    const arrived = arrivals.rows(this.authorKey, this.rowsMade);
    const { admitted: rows, filtered: forgotten } = await withoutForgotten(transaction, this.authorKey, batch, arrived);
    const healed = await healIds(transaction, batch, rows);
    const followed = batch.follow ? await this.followChanges(transaction, batch, { rows, healed }) : NOTHING_CHANGED;
    const inserted = await insertComments(transaction, batch, rows);
    const ids = [...inserted.values()];
    const verdicts = await arrivals.settle(transaction, inserted, (id) => this.keptId(id));
    await this.storedHooks.call(transaction, workspaceId, ids);
    if (verdicts.length) {
      await keepSaidTags(transaction, workspaceId, verdicts);
      await this.verdictHook?.(transaction, workspaceId, verdicts);
    }
    await this.counter?.after(transaction, workspaceId, [...followed.recounted, ...ids], followed.counted);
    await keepGroupSizes(transaction, workspaceId, followed.groups, [...followed.otherText, ...ids]);
    const { updated } = followed;
    const duplicates = arrived.length - forgotten - ids.length - updated;
    const undated = rows.filter(({ externalId, dateUnknown }) => dateUnknown && inserted.has(externalId)).length;
    return { imported: ids.length, duplicates, updated, filtered: forgotten + arrivals.placeholders, undated };
  }

  /** Deletes comments of a run (undo of an import) with everything that hangs on them, a slice per call. @returns how many; 0 when none are left */
  removeRun(transaction: Transaction, workspaceId: number, runId: number): Promise<number> {
    return this.remove(transaction, workspaceId, Prisma.sql`run_id = ${runId}`);
  }

  /** Deletes comments of a source with everything that hangs on them, a slice per call. @returns how many; 0 when none are left */
  removeSource(transaction: Transaction, workspaceId: number, sourceId: number): Promise<number> {
    return this.remove(transaction, workspaceId, Prisma.sql`source_id = ${sourceId}`);
  }

  /** Deletes comments that were deleted at their source, with everything that hangs on them. @returns how many were there */
  async removeExternal(
    transaction: Transaction,
    { workspaceId, sourceId }: Pick<IncomingBatch, 'workspaceId' | 'sourceId'>,
    externalIds: readonly string[],
  ): Promise<number> {
    if (!externalIds.length) return 0;
    const stored = externalIds
      .map((id) => this.keptId(id))
      .flatMap((id) => [id, erasedExternalId(this.authorKey, sourceId, id)]);
    const these = Prisma.sql`source_id = ${sourceId} AND external_id = ANY(${stored}::text[])`;
    let total = 0;
    for (let removed = -1; removed !== 0; total += removed)
      removed = await this.remove(transaction, workspaceId, these);
    return total;
  }

  /** @param healed ids of rows that were found under another id: their time is that of the row */
  private async followChanges(
    transaction: Transaction,
    batch: IncomingBatch,
    { rows, healed }: { rows: readonly CommentRow[]; healed: ReadonlySet<string> },
  ): Promise<FollowedChanges> {
    const { workspaceId } = batch;
    // Of a comment that comes twice in a batch the last one is the latest.
    const latest = [...new Map(rows.map((row) => [row.externalId, row])).values()];
    const changes = await findChanges(transaction, batch, { latest, healed });
    if (!changes.length) return NOTHING_CHANGED;
    const otherText = changes.filter((change) => change.otherText).map(({ id }) => id);
    // Another time alone changes what is counted where, and nothing that was derived from the text.
    const recounted = changes.filter((change) => change.otherText || change.otherTime).map(({ id }) => id);
    const counted = (await this.counter?.before(transaction, workspaceId, recounted)) ?? [];
    const groups = await groupSizes(transaction, workspaceId, otherText);
    if (otherText.length) {
      await this.removingHooks.call(transaction, workspaceId, otherText);
      await handGroupsOver(transaction, workspaceId, {
        ids: otherText,
        leaving: Prisma.sql`id = ANY(${otherText}::bigint[])`,
      });
    }
    await writeChanges(transaction, workspaceId, changes);
    if (otherText.length) {
      const fresh = changes.filter((change) => change.otherText);
      await regroup(
        transaction,
        workspaceId,
        fresh.map(({ id, row }) => ({ id, text: row.text, prints: row.prints })),
      );
      await this.changedHooks.call(transaction, workspaceId, otherText);
      await this.storedHooks.call(transaction, workspaceId, otherText);
    }
    return { updated: changes.length, recounted, counted, otherText, groups };
  }

  /** Deletes these comments with everything that hangs on them. @param leaving fits these and those that will go after them: none of them stands for a group. @returns how many */
  async removeThese(
    transaction: Transaction,
    workspaceId: number,
    ids: number[],
    leaving = Prisma.sql`id = ANY(${ids}::bigint[])`,
  ): Promise<number> {
    if (!ids.length) return 0;
    await this.hold(transaction, workspaceId);
    // The rows are locked first: whoever labels or corrects one of them just now is done before it is taken out of the counts.
    await transaction.$queryRaw`SELECT id FROM comment WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}::bigint[]) ORDER BY id FOR UPDATE`;
    const counted = (await this.counter?.before(transaction, workspaceId, ids)) ?? [];
    const groups = await groupSizes(transaction, workspaceId, ids);
    await this.removingHooks.call(transaction, workspaceId, ids);
    await this.goneHooks.call(transaction, workspaceId, ids);
    await handGroupsOver(transaction, workspaceId, { ids, leaving });
    await transaction.$executeRaw`DELETE FROM comment WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}::bigint[])`;
    // After the comments: whoever matches them just now has ended, or finds no comment.
    await transaction.$executeRaw`DELETE FROM comment_monitor WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await this.counter?.after(transaction, workspaceId, [], counted);
    await keepGroupSizes(transaction, workspaceId, groups, []);
    return ids.length;
  }

  /**
   * The one way to leave comments out of the mood, or to count them again, and to say whether their date is known. What is not given
   * stays as it is. @param change reason: `own-account`, `staff`, `bot`, or null for a comment that counts
   * @returns how many comments changed
   */
  async setApart(
    transaction: Transaction,
    workspaceId: number,
    commentIds: readonly number[],
    change: { readonly leftOut?: string | null; readonly dateUnknown?: boolean },
  ): Promise<number> {
    if (!commentIds.length) return 0;
    await this.hold(transaction, workspaceId);
    const rows = await transaction.$queryRaw<{ id: number }[]>`
      SELECT id FROM comment
      WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(commentIds)}::bigint[])
      ORDER BY id
      FOR NO KEY UPDATE`;
    const ids = rows.map(({ id }) => id);
    const counted = (await this.counter?.before(transaction, workspaceId, ids)) ?? [];
    const leftOut = change.leftOut === undefined ? Prisma.sql`left_out` : Prisma.sql`${change.leftOut}::text`;
    const dateUnknown =
      change.dateUnknown === undefined ? Prisma.sql`date_unknown` : Prisma.sql`${change.dateUnknown}::boolean`;
    const changed = await transaction.$executeRaw`
      UPDATE comment SET left_out = ${leftOut}, date_unknown = ${dateUnknown}
      WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(ids)}::bigint[])
        AND (left_out IS DISTINCT FROM ${leftOut} OR date_unknown <> ${dateUnknown})`;
    if (changed) await this.counter?.after(transaction, workspaceId, ids, counted);
    return changed;
  }

  /** Lets everything that depends on texts know that these comments lose theirs. */
  async tellErasing(transaction: Transaction, workspaceId: number, ids: readonly number[]): Promise<void> {
    await this.erasingHooks.call(transaction, workspaceId, ids);
    await this.goneHooks.call(transaction, workspaceId, ids);
  }

  /** The id of a comment at its source as it is stored: one that was made of text and author is keyed, so that neither can be guessed from it. */
  keptId(externalId: string): string {
    return keptExternalId(this.authorKey, externalId);
  }

  private async remove(transaction: Transaction, workspaceId: number, condition: Prisma.Sql): Promise<number> {
    const found = await transaction.$queryRaw<{ id: number }[]>`
      SELECT id FROM comment WHERE workspace_id = ${workspaceId} AND ${condition} ORDER BY id LIMIT ${REMOVAL_SLICE}`;
    const ids = found.map(({ id }) => id);
    return this.removeThese(transaction, workspaceId, ids, condition);
  }
}

/** What following changes at the source did, and what those with another text or time were counted as before. */
interface FollowedChanges {
  readonly updated: number;
  readonly recounted: readonly number[];
  readonly counted: Counted;
  /** Those with another text, and the groups they were in before. */
  readonly otherText: readonly number[];
  readonly groups: GroupSizes;
}
const NOTHING_CHANGED: FollowedChanges = { updated: 0, recounted: [], counted: [], otherText: [], groups: new Map() };
