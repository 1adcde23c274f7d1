export * from './assistants.module';
