import { labellingProgressSchema } from '@moodline/shared/contract';

/** Answer of `GET /api/labelling`. */
export const labellingStatusSchema = labellingProgressSchema;
export type { LabellingProgress as LabellingStatus } from '@moodline/shared/contract';
