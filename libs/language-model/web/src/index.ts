export * from './language-model.routes';
