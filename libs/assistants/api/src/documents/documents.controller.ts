import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  askDocumentsSchema,
  documentAnswerSchema,
  documentSchema,
  passagesQuerySchema,
  passagesSchema,
  uploadDocumentQuerySchema,
  uploadedDocumentSchema,
  type AskDocuments,
  type DocumentAnswer,
  type Passages,
  type PassagesQuery,
  type StoredDocument,
  type UploadDocumentQuery,
  type UploadedDocument,
} from '@moodline/assistants/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  AtOnce,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { DocumentAnswerer } from './answering/document-answerer';
import { DocumentLibrary } from './document-library';
import { DocumentRepository } from './document.repository';
import { DocumentBodyError } from './documents.errors';
import { DocumentsQuery } from './documents.query';

/** Files that questions are asked of. */
@Controller('documents')
export class DocumentsController {
  private readonly uploads = new AtOnce(2);

  constructor(
    private readonly library: DocumentLibrary,
    private readonly documents: DocumentRepository,
    private readonly query: DocumentsQuery,
    private readonly answerer: DocumentAnswerer,
  ) {}

  @Get()
  @Answers(z.array(documentSchema))
  @RequirePermission('documents.read')
  list(@CurrentActor() { workspaceId }: Actor): Promise<StoredDocument[]> {
    return this.query.list(workspaceId);
  }

  /** The body is the file itself (application/octet-stream): Markdown, text, PDF or DOCX. */
  @Post()
  @Answers(uploadedDocumentSchema)
  @HttpCode(200)
  @RequirePermission('documents.write')
  async add(
    @CurrentActor() actor: Actor,
    @ZodQuery(uploadDocumentQuerySchema) { name }: UploadDocumentQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadedDocument> {
    if (request.readableEnded) throw new DocumentBodyError();
    response.on('close', this.uploads.begin(actor));
    try {
      // The answer to a file that is refused early travels on the same connection, so the request must not be destroyed.
      const arriving = { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) };
      return await this.library.add(actor, name, arriving);
    } finally {
      request.resume();
    }
  }

  /** One or two quotes that answer, or that the documents do not say. */
  @Post('ask')
  @Answers(documentAnswerSchema)
  @HttpCode(200)
  @RequirePermission('documents.read')
  ask(
    @CurrentActor() { workspaceId }: Actor,
    @ZodBody(askDocumentsSchema) asked: AskDocuments,
  ): Promise<DocumentAnswer> {
    return this.answerer.answer(workspaceId, asked);
  }

  /** A stretch of a document, in its order. */
  @Get(':id/passages')
  @Answers(passagesSchema)
  @RequirePermission('documents.read')
  passages(
    @CurrentActor() { workspaceId }: Actor,
    @IdParam() id: number,
    @ZodQuery(passagesQuerySchema) query: PassagesQuery,
  ): Promise<Passages> {
    return this.query.passages(workspaceId, id, query);
  }

  /** It is neither listed nor searched from now on, and goes for good in ten minutes. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('documents.write')
  remove(@CurrentActor() { workspaceId }: Actor, @IdParam() id: number): Promise<void> {
    return this.documents.announceRemoval(workspaceId, id);
  }

  /** Keeps a document that was removed less than ten minutes ago. */
  @Post(':id/keep')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('documents.write')
  keep(@CurrentActor() { workspaceId }: Actor, @IdParam() id: number): Promise<void> {
    return this.documents.keep(workspaceId, id);
  }
}
