import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentAnswerer } from './answering/document-answerer';
import { DocumentLibrary } from './document-library';
import { DocumentRemovalJob } from './document-removal.job';
import { DocumentRepository } from './document.repository';
import { DocumentsController } from './documents.controller';
import { DocumentsQuery } from './documents.query';
import { PassageSearchQuery } from './passage-search.query';
import { DocumentReader, DocumentReaderHere, DocumentReaderThreads } from './reading/document-reader';

/** Documents of a workspace, and answers from them. */
@Module({
  controllers: [DocumentsController],
  providers: [
    DocumentLibrary,
    DocumentRepository,
    DocumentsQuery,
    PassageSearchQuery,
    DocumentAnswerer,
    DocumentRemovalJob,
    { provide: DocumentReader, useClass: DocumentReaderHere },
  ],
  exports: [DocumentLibrary, DocumentAnswerer],
})
export class DocumentsModule {
  /** Reads files in threads. @param entry built script of a thread, `document-thread.js` */
  static withThreads(entry: string): DynamicModule {
    const reader = { provide: DocumentReader, useFactory: () => new DocumentReaderThreads(entry) };
    return { module: DocumentsModule, providers: [reader] };
  }
}
