export * from './assistants.module';
export { DocumentsModule } from './documents/documents.module';
export { ColleagueModule } from './colleague/colleague.module';
