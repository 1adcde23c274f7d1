import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  documentAnswerSchema,
  documentSchema,
  passagesSchema,
  uploadedDocumentSchema,
  type AskDocuments,
  type DocumentAnswer,
  type Passages,
  type PassagesQuery,
  type StoredDocument,
  type UploadedDocument,
} from '@moodline/assistants/contract';
import { filter, map, type Observable } from 'rxjs';
import * as z from 'zod';

/** A file on its way: the part that has been sent, from 0 to 1, then what became of it. */
export type UploadEvent = { readonly sent: number } | { readonly uploaded: UploadedDocument };

/** Documents in the API. */
@Injectable({ providedIn: 'root' })
export class DocumentsClient {
  private readonly http = inject(HttpClient);

  list(): Observable<StoredDocument[]> {
    return this.http.get('/api/documents').pipe(map((body) => z.array(documentSchema).parse(body)));
  }

  add(file: File): Observable<UploadEvent> {
    return this.http
      .post('/api/documents', file, {
        params: { name: file.name },
        headers: { 'Content-Type': 'application/octet-stream' },
        ...{ reportProgress: true, observe: 'events' },
      })
      .pipe(
        map((event): UploadEvent | null => {
          if (event.type === HttpEventType.UploadProgress)
            return { sent: event.loaded / (event.total || file.size || 1) };
          return event.type === HttpEventType.Response ? { uploaded: uploadedDocumentSchema.parse(event.body) } : null;
        }),
        filter((event) => event !== null),
      );
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/documents/${id}`);
  }

  /** Keeps a document that was removed a moment ago. */
  keep(id: number): Observable<unknown> {
    return this.http.post(`/api/documents/${id}/keep`, null);
  }

  ask(asked: AskDocuments): Observable<DocumentAnswer> {
    return this.http.post('/api/documents/ask', asked).pipe(map((body) => documentAnswerSchema.parse(body)));
  }

  passages(id: number, { from, limit }: PassagesQuery): Observable<Passages> {
    return this.http
      .get(`/api/documents/${id}/passages`, { params: { from, limit } })
      .pipe(map((body) => passagesSchema.parse(body)));
  }
}
