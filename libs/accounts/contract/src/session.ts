import { PERMISSIONS, ROLES } from '@moodline/shared/contract';
import * as z from 'zod';
import { languageSchema } from './member';
import { newPasswordSchema } from './account';
import { codeSchema } from './second-factor';
import { workspaceSchema } from './workspace';

/** Who asks: answer of `GET /api/session`. `email` is null until the owner sets one. */
export const sessionSchema = z.object({
  user: z.object({
    id: z.number().int(),
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(ROLES),
    language: languageSchema.nullable(),
    hasPassword: z.boolean(),
    /** Whether they come in by an identity provider, too. */
    singleSignOn: z.boolean().default(false),
    /** Whether a change of the account asks for the present password; for ten minutes after signing in by a link it does not. */
    passwordNeeded: z.boolean(),
    /** The saved view with which the dashboard opens; null for the overview. */
    start: z.object({ view: z.number().int(), path: z.string() }).nullable().default(null),
  }),
  permissions: z.array(z.enum(PERMISSIONS)),
  workspace: workspaceSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /api/session`. The code is asked for where the person has turned the second step on. */
export const signInSchema = z.object({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
  code: codeSchema.optional(),
});
export type SignIn = z.infer<typeof signInSchema>;

/** What stands behind the # of a link. It is sent in the body, so that no log and no proxy sees it. */
const linkToken = z.string().min(20).max(100);

/** `POST /api/session/link`: redeems a link that signs the owner in once. */
export const openLinkSchema = z.object({ token: linkToken });
export type OpenLink = z.infer<typeof openLinkSchema>;

/** `POST /api/session/password`: sets a password by a link that somebody else made for that, and signs in. */
export const resetPasswordSchema = z.object({ token: linkToken, password: newPasswordSchema });
export type ResetPassword = z.infer<typeof resetPasswordSchema>;

/** A link that works once, until `expiresAt`. Answer of `POST /api/sign-in-links` and of everything else that makes one. */
export const signInLinkSchema = z.object({ url: z.string(), expiresAt: z.iso.datetime() });
export type SignInLink = z.infer<typeof signInLinkSchema>;

/** A browser that is signed in: an element of `GET /api/account/sessions`. */
export const openSessionSchema = z.object({
  id: z.number().int(),
  /** The one that asks. */
  current: z.boolean(),
  byLink: z.boolean(),
  /** What the browser calls itself. */
  agent: z.string(),
  address: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type OpenSession = z.infer<typeof openSessionSchema>;
