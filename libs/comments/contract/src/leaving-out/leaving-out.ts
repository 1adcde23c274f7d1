import { z } from 'zod';

/** Why a comment is left out of the mood: by whom it is, or what it is. */
export const LEFT_OUT_REASONS = ['own-account', 'staff', 'bot', 'official-reply', 'raffle'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export const ACCOUNT_KINDS = ['own-account', 'staff', 'bot'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Accounts of a workspace, all kinds together. */
const MOST_ACCOUNTS = 500;

/** An account whose comments are left out of the mood. Own accounts are not masked in the texts of others, either. */
const ownAccountSchema = z.object({
  name: z
    .string()
    .transform((name) => name.normalize('NFKC').trim().replace(/^@/u, '').trim())
    .pipe(z.string().min(1).max(100)),
  kind: z.enum(ACCOUNT_KINDS),
});
export type OwnAccount = z.infer<typeof ownAccountSchema>;

/**
 * `GET` and `PUT /api/left-out`: what is left out of the mood. A new account is looked for in the stored comments, too, and one that is
 * taken off the list counts again. The two rules look at the texts of comments that come in from then on.
 */
export const leavingOutSchema = z.object({
  accounts: z.array(ownAccountSchema).max(MOST_ACCOUNTS),
  officialReplies: z.boolean(),
  raffles: z.boolean(),
});
export type LeavingOut = z.infer<typeof leavingOutSchema>;

/** What is in force, and how many comments it leaves out, by reason. */
export const leavingOutStateSchema = leavingOutSchema.extend({
  comments: z.partialRecord(z.enum(LEFT_OUT_REASONS), z.number().int()),
});
export type LeavingOutState = z.infer<typeof leavingOutStateSchema>;

/** `PUT /api/comments/:id/left-out`: leaves one comment out, or counts it after all (null). */
export const leaveOutSchema = z.object({ reason: z.enum(LEFT_OUT_REASONS).nullable() });
export type LeaveOut = z.infer<typeof leaveOutSchema>;

/** A name as names are compared: without @, u/ and case. */
export const foldAccount = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .replace(/^(?:@|\/?u\/)/iu, '')
    .toLowerCase();
