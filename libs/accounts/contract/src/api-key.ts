import { PERMISSIONS } from '@moodline/shared/contract';
import * as z from 'zod';

/** What no key may do: whoever holds one could make people, keys, or itself at home. */
const NEVER = ['members.write', 'keys.write', 'audit.read', 'backups.write', 'account.write'];

/** What a key may be for. */
export const KEY_PERMISSIONS = PERMISSIONS.filter((permission) => !NEVER.includes(permission));

/** Longest life of a key, in days. */
export const KEY_DAYS = 366;

/** `POST /api/keys` */
export const createKeySchema = z.object({
  name: z.string().trim().min(1).max(80),
  permissions: z.array(z.enum(KEY_PERMISSIONS)).min(1).max(PERMISSIONS.length),
  days: z.number().int().min(1).max(KEY_DAYS),
});
export type CreateKey = z.infer<typeof createKeySchema>;

/** A key, as it is listed: what it is was shown once. */
export const apiKeySchema = z.object({
  id: z.number().int(),
  name: z.string(),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** Name of who made it. */
  madeBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** Answer of `POST /api/keys`: the only time that the key is shown. */
export const newKeySchema = z.object({ id: z.number().int(), key: z.string(), expiresAt: z.iso.datetime() });
export type NewKey = z.infer<typeof newKeySchema>;
