import * as z from 'zod';
import { isCommonPassword } from './common-password';

/** Least length of a password (OWASP ASVS 2.1.1). */
export const PASSWORD_LENGTH = 12;
/** Most characters of a new one (OWASP ASVS 2.1.2); longer ones of earlier versions still sign in. */
export const PASSWORD_LONGEST = 128;

export const nameSchema = z.string().trim().min(1).max(80);
export const emailSchema = z.email().max(200);

/** A new password: long enough, and none that is tried first. */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_LENGTH, `Use at least ${PASSWORD_LENGTH} characters`)
  .max(PASSWORD_LONGEST)
  .refine(
    (password) => !isCommonPassword(password),
    'This password is among the first that are tried. Use another one.',
  );

/** `PUT /api/account`: how the signed-in person signs in from elsewhere. `currentPassword` is asked for once one is set. */
export const updateAccountSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema.optional(),
  currentPassword: z.string().max(200).optional(),
});
export type UpdateAccount = z.infer<typeof updateAccountSchema>;
