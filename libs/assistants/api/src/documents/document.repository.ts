import { Injectable } from '@nestjs/common';
import { DOCUMENT_LIMITS } from '@moodline/assistants/contract';
import { searchForm } from '@moodline/comments/api';
import { arrayParameter, Database, DatabaseLock, lock, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { DocumentGoneError, DocumentQuotaError } from './documents.errors';
import type { DocumentText } from './reading/document-reading';

/** How long a document that was removed can be kept after all. */
export const KEEP_MINUTES = 10;
/** Rows of a statement. */
const SLICE = 500;

/** A file that is added, with what was read of it. */
export interface AddedDocument {
  readonly workspaceId: number;
  readonly userId: number;
  readonly name: string;
  readonly bytes: number;
  readonly hash: string;
  readonly content: DocumentText;
}

/**
 * Documents and their passages. One that was removed is neither listed nor searched, and its rows go ten minutes later; until then it can be
 * kept. The database's clock alone decides which of the two holds.
 */
@Injectable()
export class DocumentRepository {
  constructor(private readonly database: Database) {}

  /**
   * The document of these bytes, if there is one; one that was leaving stays.
   * @throws DocumentQuotaError when it was leaving and others have taken its place
   */
  async sameAs(workspaceId: number, hash: string): Promise<number | null> {
    const there = await this.database.document.findUnique({
      where: { workspaceId_hash: { workspaceId, hash } },
      select: { id: true, removeAt: true },
    });
    if (!there) return null;
    return (await this.stays(workspaceId, there.id)) ? there.id : null;
  }

  /**
   * Before the work of reading: {@link add} looks again, when nobody else can add.
   * @throws DocumentQuotaError when the workspace has as much as it may
   */
  async refuseTooMany(
    workspaceId: number,
    more: { readonly documents: number; readonly characters: number },
    database: Transaction = this.database,
  ): Promise<void> {
    const { _count, _sum } = await database.document.aggregate({
      where: { workspaceId, removeAt: null },
      _count: true,
      _sum: { characters: true },
    });
    if (_count + more.documents > DOCUMENT_LIMITS.documents) throw new DocumentQuotaError('documents');
    if ((_sum.characters ?? 0) + more.characters > DOCUMENT_LIMITS.charactersOfAll)
      throw new DocumentQuotaError('characters');
  }

  /**
   * Adds and counts under a lock of the workspace, so that two that come at once do not both take the last place.
   * @returns its id; null where the same file came from somebody else meanwhile
   * @throws DocumentQuotaError
   */
  add({ workspaceId, userId, name, bytes, hash, content }: AddedDocument): Promise<number | null> {
    const { kind, pages, emptyPages, characters, passages } = content;
    return this.database.$transaction(
      async (transaction) => {
        await lock(transaction, DatabaseLock.Documents, workspaceId);
        // One whose time has come makes room for itself.
        await transaction.$executeRaw`
          WITH gone AS (
            DELETE FROM document
            WHERE workspace_id = ${workspaceId} AND hash = ${hash} AND remove_at <= clock_timestamp()
            RETURNING id
          )
          DELETE FROM document_passage p
          USING gone
          WHERE p.workspace_id = ${workspaceId} AND p.document_id = gone.id`;
        const [row] = await transaction.document.createManyAndReturn({
          data: [
            {
              ...{ workspaceId, name, kind, hash, bytes, pages, emptyPages, characters },
              ...{ passages: passages.length, addedBy: userId },
            },
          ],
          skipDuplicates: true,
          select: { id: true },
        });
        if (!row) return null;
        await this.refuseTooMany(workspaceId, { documents: 0, characters: 0 }, transaction);
        for (let from = 0; from < passages.length; from += SLICE) {
          const slice = passages.slice(from, from + SLICE);
          await transaction.$executeRaw`
            INSERT INTO document_passage (workspace_id, document_id, place, page, heading, text, search_text)
            SELECT ${workspaceId}, ${row.id}, ${from}::int + n - 1, page, heading, text, form
            FROM unnest(
              ${arrayParameter(slice.map(({ page }) => page))}::int[],
              ${arrayParameter(slice.map(({ heading }) => heading))}::text[],
              ${arrayParameter(slice.map(({ text }) => text))}::text[],
              ${arrayParameter(slice.map(({ heading, text }) => searchForm(`${heading}\n${text}`)))}::text[]
            ) WITH ORDINALITY AS row (page, heading, text, form, n)`;
        }
        return row.id;
      },
      { timeout: 60_000 },
    );
  }

  /** It goes in ten minutes. @throws NotFoundError */
  async announceRemoval(workspaceId: number, id: number): Promise<void> {
    const count = await this.database.$executeRaw`
      UPDATE document
      SET remove_at = clock_timestamp() + make_interval(mins => ${KEEP_MINUTES}::int)
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND remove_at IS NULL`;
    if (!count) throw new NotFoundError('document', id);
  }

  /** It stays after all. @throws DocumentGoneError once its time has come, DocumentQuotaError, NotFoundError */
  async keep(workspaceId: number, id: number): Promise<void> {
    if (await this.stays(workspaceId, id)) return;
    const there = await this.database.document.count({ where: { workspaceId, id } });
    if (there) throw new DocumentGoneError();
    throw new NotFoundError('document', id);
  }

  /**
   * Brings a document back that was leaving. Its place was free since then, so it is counted anew, as one that is added.
   * @returns whether it is there
   * @throws DocumentQuotaError
   */
  private stays(workspaceId: number, id: number): Promise<boolean> {
    return this.database.$transaction(async (transaction) => {
      await lock(transaction, DatabaseLock.Documents, workspaceId);
      const [found] = await transaction.$queryRaw<{ leaving: boolean }[]>`
        SELECT remove_at IS NOT NULL AS leaving
        FROM document
        WHERE workspace_id = ${workspaceId} AND id = ${id} AND (remove_at IS NULL OR remove_at > clock_timestamp())
        FOR UPDATE`;
      if (!found?.leaving) return Boolean(found);
      await transaction.document.update({ where: { workspaceId_id: { workspaceId, id } }, data: { removeAt: null } });
      await this.refuseTooMany(workspaceId, { documents: 0, characters: 0 }, transaction);
      return true;
    });
  }

  /** Takes away those whose time has come, of all workspaces. @returns of which workspaces any went */
  removeLeaving(): Promise<number[]> {
    return this.database.$transaction(async (transaction) => {
      const gone = await transaction.$queryRaw<{ workspaceId: number; id: number }[]>`
        DELETE FROM document
        WHERE remove_at <= clock_timestamp()
        RETURNING workspace_id AS "workspaceId", id`;
      for (const { workspaceId, id } of gone)
        await transaction.documentPassage.deleteMany({ where: { workspaceId, documentId: id } });
      return [...new Set(gone.map(({ workspaceId }) => workspaceId))];
    });
  }
}
