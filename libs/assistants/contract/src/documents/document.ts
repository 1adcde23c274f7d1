import { idSchema } from '@moodline/shared/contract';
import * as z from 'zod';

export const DOCUMENT_KINDS = ['markdown', 'text', 'pdf', 'docx'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What is read of a file, and how much a workspace may have. Characters are those of the text. */
export const DOCUMENT_LIMITS = {
  bytes: 20_000_000,
  pages: 500,
  characters: 2_000_000,
  documents: 200,
  charactersOfAll: 10_000_000,
} as const;

/** Endings of the files that can be read. */
export const DOCUMENT_ENDINGS = ['.md', '.markdown', '.txt', '.text', '.pdf', '.docx'] as const;

/** A file that questions are asked of. `pages` is null where the file has none; `emptyPages` are pages without a word, as scanned ones are. */
export const documentSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  emptyPages: z.number().int(),
  characters: z.number().int(),
  passages: z.number().int(),
  addedBy: z.string(),
  addedAt: z.string(),
});
export type StoredDocument = z.infer<typeof documentSchema>;

/** Query of `POST /api/documents`; the body is the file itself (application/octet-stream). */
export const uploadDocumentQuerySchema = z.object({ name: z.string().trim().min(1).max(200) });
export type UploadDocumentQuery = z.infer<typeof uploadDocumentQuerySchema>;

/** `already`: the same file was there, and nothing was added. */
export const uploadedDocumentSchema = z.object({ document: documentSchema, already: z.boolean() });
export type UploadedDocument = z.infer<typeof uploadedDocumentSchema>;

/** A piece of a document, the `place`-th of it, from 0. The heading is empty where there is none. */
export const passageSchema = z.object({
  place: z.number().int(),
  page: z.number().int().nullable(),
  heading: z.string(),
  text: z.string(),
});
export type Passage = z.infer<typeof passageSchema>;

/** Query of `GET /api/documents/:id/passages`: this many from a place on. */
export const passagesQuerySchema = z.object({
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PassagesQuery = z.infer<typeof passagesQuerySchema>;

export const passagesSchema = z.object({ document: documentSchema, passages: z.array(passageSchema) });
export type Passages = z.infer<typeof passagesSchema>;

/** Body of `POST /api/documents/ask`. Without `document`, all are asked. */
export const askDocumentsSchema = z.object({
  question: z.string().trim().min(1).max(500),
  document: idSchema.optional(),
});
export type AskDocuments = z.infer<typeof askDocumentsSchema>;

/** Words of a document as they stand there, and where. `text` is a part of the passage, sign by sign. */
export const documentQuoteSchema = z.object({
  documentId: z.number().int(),
  document: z.string(),
  place: z.number().int(),
  page: z.number().int().nullable(),
  heading: z.string(),
  text: z.string(),
});
export type DocumentQuote = z.infer<typeof documentQuoteSchema>;

/**
 * An answer of one or two quotes. `silent`: the documents do not say; `empty`: there are none. `text` is the answer in the language of the
 * question, with the quotes and where they stand. `closest` are what comes nearest where nothing answers. `evidence`: how much of what
 * was asked the best sentence has, from 0 to 1.
 */
export const documentAnswerSchema = z.object({
  status: z.enum(['answered', 'silent', 'empty']),
  language: z.enum(['zh', 'en', 'ja']),
  text: z.string(),
  quotes: z.array(documentQuoteSchema),
  closest: z.array(documentQuoteSchema),
  evidence: z.number(),
});
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;
