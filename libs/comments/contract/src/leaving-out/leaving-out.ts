import type { CommentKind } from '../label';
import * as z from 'zod';

/** Why a comment is left out of the mood: by whom it is, or what it is. */
export const LEFT_OUT_REASONS = ['own-account', 'staff', 'bot', 'official-reply', 'raffle'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** The same, and `kind`: what it is, news or advertising, is left out here. */
export const WHY_LEFT_OUT = [...LEFT_OUT_REASONS, 'kind'] as const;
export type WhyLeftOut = (typeof WHY_LEFT_OUT)[number];

/** Kinds of comments that can be left out: nobody's opinion is in them. */
export const KINDS_TO_LEAVE_OUT = ['news', 'ad'] as const satisfies readonly CommentKind[];
const kindToLeaveOutSchema = z.enum(KINDS_TO_LEAVE_OUT);
export type KindToLeaveOut = z.infer<typeof kindToLeaveOutSchema>;

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
  /** Left out by what the machine (where it is sure) or a person says they are. The counts follow in the background. Absent: as before. */
  kinds: z.array(kindToLeaveOutSchema).max(KINDS_TO_LEAVE_OUT.length).optional(),
});
export type LeavingOut = z.infer<typeof leavingOutSchema>;

/** What is in force, and how many comments it leaves out, by reason. */
export const leavingOutStateSchema = leavingOutSchema.extend({
  comments: z.partialRecord(z.enum(LEFT_OUT_REASONS), z.number().int()),
  kinds: z.array(kindToLeaveOutSchema),
  /** Comments of the kinds that can be left out, whether or not they are. */
  ofKind: z.record(kindToLeaveOutSchema, z.number().int()),
  /** The counts do not follow the kinds yet. */
  counting: z.boolean(),
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
