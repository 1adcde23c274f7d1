import * as z from 'zod';
import { channelKindSchema } from './channel-kind';
import { NOTICE_LANGUAGES } from './notice';

const name = z.string().trim().min(1).max(80);
const settings = z.record(z.string(), z.unknown());
/** Secrets by name; null takes one away, and what is left out stays as it is. */
const secrets = z.record(z.string(), z.string().max(2000).nullable());

/** `GET /api/channels`: a way to tell people. Of secrets only the names are shown. */
export const channelSchema = z.object({
  id: z.number().int(),
  kind: channelKindSchema,
  name: z.string(),
  config: settings,
  secrets: z.array(z.string()),
  allowPrivate: z.boolean(),
  paused: z.boolean(),
  /** How the latest delivery went. */
  last: z.object({ state: z.string(), at: z.string() }).nullable(),
});
export type Channel = z.infer<typeof channelSchema>;

/** `POST /api/channels`. */
export const createChannelSchema = z.object({
  kind: channelKindSchema,
  name,
  config: settings.default({}),
  secrets: secrets.default({}),
  /** Whether the address may be one of a private network. */
  allowPrivate: z.boolean().default(false),
});
export type CreateChannel = z.infer<typeof createChannelSchema>;

/** `PATCH /api/channels/:id`. */
export const updateChannelSchema = z.object({
  name: name.optional(),
  config: settings.optional(),
  secrets: secrets.optional(),
  allowPrivate: z.boolean().optional(),
  paused: z.boolean().optional(),
});
export type UpdateChannel = z.infer<typeof updateChannelSchema>;

/** `POST /api/channels/:id/test`. */
export const testChannelSchema = z.object({ language: z.enum(NOTICE_LANGUAGES).default('en') });
export type TestChannel = z.infer<typeof testChannelSchema>;

/** How a test went: when it failed, the code that the interface translates and the words of the service. */
export const channelTestSchema = z.object({
  ok: z.boolean(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type ChannelTest = z.infer<typeof channelTestSchema>;
