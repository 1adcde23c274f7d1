import * as z from 'zod';

/** Largest id of a table whose ids are 32 bits wide. */
export const LARGEST_ID = 2_147_483_647;

/** An id as it stands in an address or a query. A number beyond the width of the column is nobody's id. */
export const idSchema = z.coerce.number().int().positive().max(LARGEST_ID);

/** An id of a table that grows beyond 32 bits, such as comments; JSON carries it exactly up to 2^53 − 1. */
export const longIdSchema = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
