import * as z from 'zod';
import { SCHEDULES, scheduleSchema } from './schedule';

/** A text in both languages of the interface. It travels with the kind of source it belongs to, so that a new kind is one folder. */
const wordsSchema = z.object({ zh: z.string().min(1), en: z.string().min(1), ja: z.string().min(1) });
export type Words = z.infer<typeof wordsSchema>;

/** An address of the web, as people enter it. */
export const webAddressSchema = z.url({ protocol: /^https?$/ }).max(2000);

/** How a field of a source's settings is entered. A `list` is several texts, a `switch` on or off, a `secret` is written and never shown. */
const CONFIG_FIELD_KINDS = ['text', 'url', 'number', 'select', 'list', 'switch', 'secret'] as const;
export type ConfigFieldKind = (typeof CONFIG_FIELD_KINDS)[number];

/** One field of the form by which a source is added. */
const configFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(CONFIG_FIELD_KINDS),
  label: wordsSchema,
  hint: wordsSchema.nullable(),
  placeholder: z.string().nullable(),
  required: z.boolean(),
  /** What counts when the field is left empty. */
  fallback: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
  /** Least and greatest value of a number, least and greatest length of a text, or of a list. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** The choices of a `select`. */
  options: z.array(z.object({ value: z.string(), label: wordsSchema })),
});
export type ConfigField = z.infer<typeof configFieldSchema>;

/** An item of `GET /api/sources/kinds`: everything a form for this kind of source needs. */
export const sourceKindSchema = z.object({
  kind: z.string(),
  title: wordsSchema,
  /** One sentence: what it reads. */
  about: wordsSchema,
  /** What the site's terms and limits mean for the people who use it. */
  terms: wordsSchema,
  /** Page that says how to get a key, or what the interface offers. */
  docs: z.string().nullable(),
  fields: z.array(configFieldSchema),
  /** Whether older comments can be asked for by date (`since` of {@link createSourceSchema}). */
  backfill: z.boolean(),
  /** The schedule that suits most; null for a kind that is sent to Moodline and not read by it. */
  schedule: z.enum(SCHEDULES).nullable(),
});
export type SourceKind = z.infer<typeof sourceKindSchema>;

const name = z.string().trim().min(1).max(80);
const config = z.record(z.string().max(60), z.json());
const secrets = z.record(z.string().max(60), z.string().max(10_000));
const changedSecrets = z.record(z.string().max(60), z.string().max(10_000).nullable());

/** `POST /api/sources`. What `config` and `secrets` hold is checked by the kind. `since`: read comments from this instant on (kinds with `backfill`). */
export const createSourceSchema = z.object({
  kind: z.string().min(1).max(40),
  name,
  config: config.default({}),
  secrets: secrets.default({}),
  schedule: scheduleSchema.optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});
export type CreateSource = z.infer<typeof createSourceSchema>;

/** `PATCH /api/sources/:id`. A new `config` replaces the former one. A secret that is not named stays; null takes it away. */
export const updateSourceSchema = z.object({
  name: name.optional(),
  schedule: scheduleSchema.optional(),
  paused: z.boolean().optional(),
  config: config.optional(),
  secrets: changedSecrets.optional(),
});
export type UpdateSource = z.infer<typeof updateSourceSchema>;

/**
 * `POST /api/sources/check`. With `id`, secrets that are not given are those the source has already, as long as they go to the same
 * address in the same header; null leaves one out.
 */
export const checkSourceSchema = createSourceSchema
  .pick({ kind: true, config: true })
  .extend({ secrets: changedSecrets.default({}), id: z.number().int().optional() });
export type CheckSource = z.infer<typeof checkSourceSchema>;

/** Answer of `POST /api/sources/check`: the source works, and this is what it would bring. */
export const sourceCheckSchema = z.object({
  /** What the source calls itself. */
  title: z.string().nullable(),
  /** Comments it would bring; null where the site does not say. */
  items: z.number().int().nullable(),
  /** `publishedAt` is null where the date cannot be read. */
  preview: z.array(z.object({ text: z.string(), publishedAt: z.string().nullable() })),
  /** The address is a page that names these feeds: with one, that one was looked at; of several, one is to be chosen. */
  feeds: z.array(z.object({ address: z.string(), title: z.string().nullable() })).optional(),
});
export type SourceCheck = z.infer<typeof sourceCheckSchema>;
