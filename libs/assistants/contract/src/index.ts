export * from './try';
