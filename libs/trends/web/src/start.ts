export * from './trends.routes';
