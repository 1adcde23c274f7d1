export { LabelRepository } from './label.repository';
export * from './sentiment.module';
