import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DOCUMENT_LIMITS, type UploadedDocument } from '@moodline/assistants/contract';
import type { Actor } from '@moodline/shared/http';
import { DocumentRepository } from './document.repository';
import { DocumentTooLargeError } from './documents.errors';
import { DocumentsQuery } from './documents.query';
import { DocumentReader } from './reading/document-reader';

/** Takes documents in: read, split into passages and stored as text. The same file twice adds nothing. */
@Injectable()
export class DocumentLibrary {
  constructor(
    private readonly reader: DocumentReader,
    private readonly documents: DocumentRepository,
    private readonly query: DocumentsQuery,
  ) {}

  /** @throws DomainError that says why a file was not added */
  async add(
    { workspaceId, userId }: Pick<Actor, 'workspaceId' | 'userId'>,
    name: string,
    arriving: AsyncIterable<Buffer>,
  ): Promise<UploadedDocument> {
    const bytes = await whole(arriving);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const there = await this.documents.sameAs(workspaceId, hash);
    if (there !== null) return { document: await this.query.one(workspaceId, there), already: true };
    await this.documents.refuseTooMany(workspaceId, { documents: 1, characters: 0 });
    const content = await this.reader.read(bytes, name);
    await this.documents.refuseTooMany(workspaceId, { documents: 1, characters: content.characters });
    const added = { workspaceId, userId, name, bytes: bytes.length, hash, content };
    const id = await this.documents.add(added);
    const other = id ?? (await this.documents.sameAs(workspaceId, hash)) ?? 0;
    return { document: await this.query.one(workspaceId, other), already: id === null };
  }
}

async function whole(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > DOCUMENT_LIMITS.bytes) throw new DocumentTooLargeError('bytes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
