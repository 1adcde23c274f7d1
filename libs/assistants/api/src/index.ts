export * from './assistants.module';
export { DocumentsModule } from './documents/documents.module';
