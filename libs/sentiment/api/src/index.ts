export { runLabelEvaluation } from './evaluation/label-evaluation';
export { BucketZone } from './buckets/bucket-zone.repository';
export { LabelWriters } from './testing/label-writers';
export * from './sentiment.module';
