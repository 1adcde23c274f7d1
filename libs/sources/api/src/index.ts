export * from './answers/source-answers';
export * from './answers/source-answers.module';
export * from './demo/demo-seeder';
export * from './sources.module';
