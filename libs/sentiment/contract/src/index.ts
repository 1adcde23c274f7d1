import { labellingProgressSchema } from '@moodline/shared/contract';

export * from './corrections';
export * from './evaluation';
export * from './evaluations';
export * from './labelled-sets';
export * from './review';

/** Answer of `GET /api/labelling`. */
export const labellingStatusSchema = labellingProgressSchema;
export type { LabellingProgress as LabellingStatus } from '@moodline/shared/contract';
export * from './evaluation';
export * from './labelled-sets';
