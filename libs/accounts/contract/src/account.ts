import { z } from 'zod';

/** `PUT /api/account`: how the signed-in person signs in from elsewhere. `currentPassword` is asked for once one is set. */
export const updateAccountSchema = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200),
  password: z.string().min(10, 'Use at least 10 characters').max(200).optional(),
  currentPassword: z.string().max(200).optional(),
});
export type UpdateAccount = z.infer<typeof updateAccountSchema>;
