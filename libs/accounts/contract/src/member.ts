import { ROLES } from '@moodline/shared/contract';
import * as z from 'zod';
import { emailSchema, nameSchema, newPasswordSchema } from './account';

/** Languages of the interface. */
export const languageSchema = z.enum(['zh', 'en', 'ja']);

/** Somebody who can sign in: an element of `GET /api/members`. */
export const memberSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(ROLES),
  language: languageSchema.nullable(),
  /** Whether signing in asks for a code of an authenticator app. */
  secondFactor: z.boolean(),
  /** Whether they are known at the identity provider. */
  singleSignOn: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When a browser of theirs was last used; null when none is signed in. */
  lastSeenAt: z.iso.datetime().nullable(),
});
export type Member = z.infer<typeof memberSchema>;

/** `PATCH /api/members/:id` */
export const updateMemberSchema = z.object({ role: z.enum(ROLES) });
export type UpdateMember = z.infer<typeof updateMemberSchema>;

/** `POST /api/invitations` */
export const inviteSchema = z.object({ role: z.enum(ROLES), language: languageSchema });
export type Invite = z.infer<typeof inviteSchema>;

/** An invitation that nobody has accepted yet. Its link is shown once, when it is made. */
export const invitationSchema = inviteSchema.extend({
  id: z.number().int(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** `POST /api/invitations/look`: what an invitation offers, without accepting it. */
export const lookAtInvitationSchema = z.object({ token: z.string().min(20).max(100) });
export type LookAtInvitation = z.infer<typeof lookAtInvitationSchema>;
export const offeredSchema = inviteSchema.extend({ workspace: z.string() });
export type Offered = z.infer<typeof offeredSchema>;

/** `POST /api/invitations/accept`: makes the account and signs in. */
export const acceptInvitationSchema = lookAtInvitationSchema.extend({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;
