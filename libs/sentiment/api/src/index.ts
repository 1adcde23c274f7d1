export { runLabelEvaluation } from './evaluation/label-evaluation';
export { BucketZone } from './buckets/bucket-zone.repository';
export { LABEL_ROLE } from './prompts/label';
export { LabelWriters } from './testing/label-writers';
export * from './sentiment.module';
export { TextLabeller, type LabelledText, type TextLabels } from './text-labeller';
export * from './text-labels.module';
