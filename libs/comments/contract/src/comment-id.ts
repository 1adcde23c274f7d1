import { longIdSchema } from '@moodline/shared/contract';

/** Ids of comments are 64 bits wide in the database and stay below 2^53, so that a number holds them exactly. */
export const commentIdSchema = longIdSchema;
