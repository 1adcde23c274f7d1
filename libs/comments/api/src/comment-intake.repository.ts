import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Prisma, type Transaction } from '@moodline/shared/db';
import type { IncomingBatch, IncomingComment, IntakeResult } from './incoming-comment';
import { detectLanguage } from './language-detection';
import { maskPersonalData } from './masking';
import { textHash } from './text-hash';

/** Injection token of the key with which author names are hashed (bytes kept in the data folder). */
export const AUTHOR_KEY = Symbol('author-key');

/** Called in the transaction that stored the comments. */
export type StoredHook = (transaction: Transaction, workspaceId: number, commentIds: readonly number[]) => Promise<void>;
/** Called in the transaction that is about to delete the comments. */
export type RemovingHook = (transaction: Transaction, workspaceId: number, commentIds: readonly number[]) => Promise<void>;

/** A comment as it is written. Engagement is null where the source says nothing of it. */
interface CommentRow {
  readonly externalId: string;
  readonly text: string;
  readonly hash: string;
  readonly language: string;
  readonly authorHash: string | null;
  readonly publishedAt: string;
  readonly engagement: number | null;
  readonly permalink: string | null;
  readonly parentId: string | null;
}

/** Comments deleted in one transaction: few enough not to hold others up. */
const REMOVAL_SLICE = 5000;

/**
 * The one door by which comments come in and go out. What depends on comments (the label queue, the mood buckets)
 * hooks in here and takes part in the same transaction: a crash at any point loses nothing and doubles nothing.
 */
@Injectable()
export class CommentIntake {
  private readonly storedHooks: StoredHook[] = [];
  private readonly removingHooks: RemovingHook[] = [];

  /** As a key object: made from bytes each time, it takes most of the time of hashing. */
  private readonly authorKey: KeyObject;

  constructor(@Inject(AUTHOR_KEY) authorKey: Buffer) {
    this.authorKey = createSecretKey(authorKey);
  }

  onStored(hook: StoredHook): void {
    this.storedHooks.push(hook);
  }

  onRemoving(hook: RemovingHook): void {
    this.removingHooks.push(hook);
  }

  /**
   * Stores what is new; what is there already (same source and external id) counts as a duplicate, or with `follow` as updated
   * when its text or engagement changed. Where the text changed in more than case, spacing or width, all that was derived from the
   * former one goes and is made anew: the removing hooks are called before the change and the stored hooks after it.
   * Personal data are masked and the author is hashed before anything is written. Call with pages of at most some 1,000.
   */
  async store(transaction: Transaction, batch: IncomingBatch): Promise<IntakeResult> {
    if (!batch.comments.length) return { imported: 0, duplicates: 0, updated: 0, filtered: 0 };
    const rows = batch.comments.map((comment) => this.row(comment));
    const updated = batch.follow ? await this.followChanges(transaction, batch, rows) : 0;
    const column = <Key extends keyof CommentRow>(key: Key) => rows.map((row) => row[key]);
    const inserted = await transaction.$queryRaw<{ id: number }[]>`
      INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, author_hash, published_at, engagement, permalink, parent_external_id)
      SELECT ${batch.workspaceId}, ${batch.sourceId}, ${batch.runId}, row.*
      FROM unnest(
        ${column('externalId')}::text[], ${column('text')}::text[], ${column('hash')}::text[], ${column('language')}::text[], ${column('authorHash')}::text[],
        ${column('publishedAt')}::timestamptz[], ${rows.map(({ engagement }) => engagement ?? 0)}::int[], ${column('permalink')}::text[], ${column('parentId')}::text[]
      ) AS row
      ON CONFLICT (workspace_id, source_id, external_id) DO NOTHING
      RETURNING id`;
    const ids = inserted.map(({ id }) => id);
    for (const hook of this.storedHooks) await hook(transaction, batch.workspaceId, ids);
    return { imported: ids.length, duplicates: batch.comments.length - ids.length - updated, updated, filtered: 0 };
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
  async removeExternal(transaction: Transaction, { workspaceId, sourceId }: Pick<IncomingBatch, 'workspaceId' | 'sourceId'>, externalIds: readonly string[]): Promise<number> {
    if (!externalIds.length) return 0;
    const these = Prisma.sql`source_id = ${sourceId} AND external_id = ANY(${[...externalIds]}::text[])`;
    let total = 0;
    for (let removed = -1; removed !== 0; total += removed) removed = await this.remove(transaction, workspaceId, these);
    return total;
  }

  private async followChanges(transaction: Transaction, { workspaceId, sourceId }: IncomingBatch, rows: readonly CommentRow[]): Promise<number> {
    // Of a comment that comes twice in a batch the last one is the latest.
    const latest = [...new Map(rows.map((row) => [row.externalId, row])).values()];
    const changed = await transaction.$queryRaw<{ id: number; externalId: string; otherText: boolean }[]>`
      SELECT c.id, c.external_id AS "externalId", c.text_hash <> row.text_hash AS "otherText"
      FROM unnest(${latest.map(({ externalId }) => externalId)}::text[], ${latest.map(({ text }) => text)}::text[], ${latest.map(({ hash }) => hash)}::text[], ${latest.map(({ engagement }) => engagement)}::int[])
        AS row(external_id, text, text_hash, engagement)
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.source_id = ${sourceId} AND c.external_id = row.external_id
      WHERE c.text <> row.text OR c.engagement <> row.engagement ORDER BY c.id FOR NO KEY UPDATE OF c`;
    if (!changed.length) return 0;
    const otherText = changed.filter((row) => row.otherText).map(({ id }) => id);
    if (otherText.length) for (const hook of this.removingHooks) await hook(transaction, workspaceId, otherText);
    const byId = new Map(latest.map((row) => [row.externalId, row]));
    const fresh = changed.flatMap(({ externalId }) => byId.get(externalId) ?? []);
    await transaction.$executeRaw`
      UPDATE comment c SET text = row.text, text_hash = row.text_hash, language = row.language, engagement = coalesce(row.engagement, c.engagement)
      FROM unnest(${changed.map(({ id }) => id)}::int[], ${fresh.map(({ text }) => text)}::text[], ${fresh.map(({ hash }) => hash)}::text[], ${fresh.map(({ language }) => language)}::text[], ${fresh.map(({ engagement }) => engagement)}::int[])
        AS row(id, text, text_hash, language, engagement)
      WHERE c.workspace_id = ${workspaceId} AND c.id = row.id`;
    if (otherText.length) for (const hook of this.storedHooks) await hook(transaction, workspaceId, otherText);
    return changed.length;
  }

  private async remove(transaction: Transaction, workspaceId: number, condition: Prisma.Sql): Promise<number> {
    const found = await transaction.$queryRaw<{ id: number }[]>`SELECT id FROM comment WHERE workspace_id = ${workspaceId} AND ${condition} ORDER BY id LIMIT ${REMOVAL_SLICE}`;
    const ids = found.map(({ id }) => id);
    for (const hook of this.removingHooks) await hook(transaction, workspaceId, ids);
    await transaction.$executeRaw`DELETE FROM comment WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}::int[])`;
    return ids.length;
  }

  private row(comment: IncomingComment): CommentRow {
    const text = maskPersonalData(comment.text.replaceAll('\0', '').normalize('NFC').trim());
    return {
      externalId: comment.externalId,
      text,
      hash: textHash(text),
      language: comment.language ?? detectLanguage(text),
      authorHash: comment.author ? createHmac('sha256', this.authorKey).update(comment.author).digest('base64url').slice(0, 22) : null,
      publishedAt: comment.publishedAt.toISOString(),
      engagement: comment.engagement === undefined ? null : Math.max(0, Math.min(2_147_483_647, Math.trunc(comment.engagement))),
      permalink: comment.permalink && /^https?:\/\//i.test(comment.permalink) ? comment.permalink.slice(0, 2000) : null,
      parentId: comment.parentId ?? null,
    };
  }
}
