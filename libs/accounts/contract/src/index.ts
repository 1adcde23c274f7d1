import { PERMISSIONS, ROLES } from '@moodline/shared/contract';
import { z } from 'zod';

/** A time zone name of the IANA database. */
export const timeZoneSchema = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { message: 'Use an IANA time zone such as Asia/Shanghai' },
);

export const workspaceSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  timeZone: z.string(),
  hasDemo: z.boolean(),
});
export type Workspace = z.infer<typeof workspaceSchema>;

export const updateWorkspaceSchema = z.object({
  name: z.string().trim().min(1).max(80).optional(),
  timeZone: timeZoneSchema.optional(),
});
export type UpdateWorkspace = z.infer<typeof updateWorkspaceSchema>;

/** Who asks: answer of `GET /api/session`. `email` is null until the owner sets one. */
export const sessionSchema = z.object({
  user: z.object({
    id: z.number().int(),
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(ROLES),
    hasPassword: z.boolean(),
  }),
  permissions: z.array(z.enum(PERMISSIONS)),
  workspace: workspaceSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /api/session` */
export const signInSchema = z.object({ email: z.email().max(200), password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof signInSchema>;

/** `PUT /api/account`: how the signed-in person signs in from elsewhere. `currentPassword` is asked for once one is set. */
export const updateAccountSchema = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200),
  password: z.string().min(10, 'Use at least 10 characters').max(200).optional(),
  currentPassword: z.string().max(200).optional(),
});
export type UpdateAccount = z.infer<typeof updateAccountSchema>;

/** `POST /api/sign-in-links`: a link that signs the owner in once. */
export const signInLinkSchema = z.object({ url: z.string() });
export type SignInLink = z.infer<typeof signInLinkSchema>;
