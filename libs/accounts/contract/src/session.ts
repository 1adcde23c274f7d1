import { PERMISSIONS, ROLES } from '@moodline/shared/contract';
import { z } from 'zod';
import { workspaceSchema } from './workspace';

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

/** `POST /api/sign-in-links`: a link that signs the owner in once. */
export const signInLinkSchema = z.object({ url: z.string() });
export type SignInLink = z.infer<typeof signInLinkSchema>;
