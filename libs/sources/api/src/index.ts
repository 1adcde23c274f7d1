export * from './demo/demo-seeder';
export * from './sources.module';
