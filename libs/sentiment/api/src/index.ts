export { runLabelEvaluation } from './evaluation/label-evaluation';
export { LabelRepository } from './label.repository';
export * from './sentiment.module';
