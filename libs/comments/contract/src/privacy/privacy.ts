import * as z from 'zod';

/** What can be forgotten from a comment: everything its author wrote, or every comment with the same text. */
export const FORGET_SCOPES = ['author', 'text'] as const;
export type ForgetScope = (typeof FORGET_SCOPES)[number];

/** What would go: how many comments, and in which sources. */
const forgetReachSchema = z.object({
  comments: z.number().int(),
  sources: z.array(z.object({ name: z.string(), comments: z.number().int() })),
});
export type ForgetReach = z.infer<typeof forgetReachSchema>;

/** `GET /api/comments/:id/forget`. `author` is null where the comment came without one. */
export const forgetPreviewSchema = z.object({ author: forgetReachSchema.nullable(), text: forgetReachSchema });
export type ForgetPreview = z.infer<typeof forgetPreviewSchema>;

/** `POST /api/comments/:id/forget`: the comments go for good and are turned away when they come again. */
export const forgetSchema = z.object({ scope: z.enum(FORGET_SCOPES) });
export type Forget = z.infer<typeof forgetSchema>;

export const forgetResultSchema = z.object({ erased: z.number().int() });
export type ForgetResult = z.infer<typeof forgetResultSchema>;

/** Days that are offered; any other from {@link LEAST_RETENTION_DAYS} on is taken, too. */
export const RETENTION_DAYS = [30, 90, 180, 365] as const;
export const LEAST_RETENTION_DAYS = 7;
const days = z.number().int().min(LEAST_RETENTION_DAYS).max(3650);

/** `PUT /api/privacy/retention`: texts are erased so many days after they came in; null keeps them. */
export const retentionSchema = z.object({ days: days.nullable() });
export type Retention = z.infer<typeof retentionSchema>;

/** `GET /api/privacy/retention/preview?days=30` */
export const retentionPreviewQuerySchema = z.object({ days: z.coerce.number().pipe(days) });
export type RetentionPreviewQuery = z.infer<typeof retentionPreviewQuerySchema>;

/** What a retention of so many days would erase now. */
export const retentionPreviewSchema = z.object({
  days: z.number().int(),
  /** Comments whose text would go at once. */
  comments: z.number().int(),
  /** When the oldest of them came in. */
  oldest: z.string().nullable(),
  /** Old enough, but still without a label: they go in the night after they have one. */
  waiting: z.number().int(),
  /** Comments whose text would stay for now. */
  kept: z.number().int(),
  /** Beyond 20,000 the numbers are estimates. */
  estimated: z.boolean(),
});
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

/** `GET /api/privacy` */
export const privacySchema = z.object({
  /** Days after which texts are erased; null when they are kept. */
  days: z.number().int().nullable(),
  /** Comments whose text retention has erased. */
  erased: z.number().int(),
  /** Comments whose text is being erased right now: it goes on in the background. */
  due: z.number().int(),
  forgotten: z.object({ authors: z.number().int(), texts: z.number().int(), comments: z.number().int() }),
});
export type Privacy = z.infer<typeof privacySchema>;
