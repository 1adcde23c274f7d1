import { Injectable } from '@nestjs/common';
import type { Passages, PassagesQuery, StoredDocument } from '@moodline/assistants/contract';
import { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';

/** Documents with the names of who added them. Those that were removed are not among them. */
@Injectable()
export class DocumentsQuery {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  list(workspaceId: number): Promise<StoredDocument[]> {
    return this.read(workspaceId, null);
  }

  /** @throws NotFoundError */
  async one(workspaceId: number, id: number): Promise<StoredDocument> {
    const [document] = await this.read(workspaceId, id);
    if (!document) throw new NotFoundError('document', id);
    return document;
  }

  /** @throws NotFoundError */
  async passages(workspaceId: number, id: number, { from, limit }: PassagesQuery): Promise<Passages> {
    const document = await this.one(workspaceId, id);
    const passages = await this.database.documentPassage.findMany({
      where: { workspaceId, documentId: id, place: { gte: from } },
      orderBy: { place: 'asc' },
      take: limit,
      select: { place: true, page: true, heading: true, text: true },
    });
    return { document, passages };
  }

  private async read(workspaceId: number, id: number | null): Promise<StoredDocument[]> {
    const rows = await this.database.$queryRaw<(Omit<StoredDocument, 'addedAt'> & { addedAt: Date })[]>`
      SELECT d.id, d.name, d.kind, d.bytes, d.pages, d.empty_pages AS "emptyPages", d.characters, d.passages,
        coalesce(u.name, '') AS "addedBy", d.added_at AS "addedAt"
      FROM document d
      LEFT JOIN "user" u ON u.workspace_id = d.workspace_id AND u.id = d.added_by
      WHERE d.workspace_id = ${workspaceId} AND d.remove_at IS NULL AND d.id = coalesce(${id}::int, d.id)
      ORDER BY d.added_at DESC, d.id DESC`;
    return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
  }
}
