import * as z from 'zod';

/** What a model is needed for: `label` chooses for comments in batches, `write` is everything somebody waits for. */
export const MODEL_TASKS = ['label', 'write'] as const;
export type ModelTask = (typeof MODEL_TASKS)[number];

/** Precisions a graph comes in, smallest first. */
export const DTYPES = ['q4', 'q8', 'fp32'] as const;
const dtypeSchema = z.enum(DTYPES);
export type Dtype = z.infer<typeof dtypeSchema>;

/** A model of the hub, `owner/name`. */
const modelIdSchema = z
  .string()
  .trim()
  .max(200)
  .regex(
    /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/,
    'must look like owner/name, for example onnx-community/Qwen2.5-0.5B-Instruct',
  )
  .refine((id) => !id.includes('..'), 'must not contain two dots in a row');

/** An address of a server, without a slash at the end and without a name and password in it. */
const addressSchema = z
  .string()
  .trim()
  .max(500)
  .pipe(z.url({ protocol: /^https?$/ }))
  .refine((url) => !/^[^/]*\/\/[^/]*@/.test(url), 'must not contain a user name or password')
  .transform((url) => url.replace(/\/+$/, ''));

/** The weights that came with Moodline. */
const bundledChoiceSchema = z.object({ kind: z.literal('bundled') });

/** A model of the hub, fetched once and then run on this machine. `mirror` replaces https://huggingface.co. */
export const hubChoiceSchema = z.object({
  kind: z.literal('hub'),
  modelId: modelIdSchema,
  dtype: dtypeSchema,
  mirror: addressSchema.nullable().default(null),
});
export type HubChoice = z.infer<typeof hubChoiceSchema>;

/** A folder on the machine that runs Moodline, laid out as on the hub. */
const folderChoiceSchema = z.object({
  kind: z.literal('folder'),
  path: z.string().trim().min(1).max(1000),
  dtype: dtypeSchema,
});

/** A server that speaks the OpenAI protocol. `baseUrl` ends where `/chat/completions` begins, mostly in `/v1`. */
const serverChoiceSchema = z.object({
  kind: z.literal('server'),
  baseUrl: addressSchema,
  model: z.string().trim().min(1).max(200),
  /** Requests on their way at once. */
  concurrency: z.number().int().min(1).max(64).default(4),
});

/** Which model does a task, without secrets: as it is stored. */
export const modelChoiceSchema = z.discriminatedUnion('kind', [
  bundledChoiceSchema,
  hubChoiceSchema,
  folderChoiceSchema,
  serverChoiceSchema,
]);
export type ModelChoice = z.infer<typeof modelChoiceSchema>;
export type BackendKind = ModelChoice['kind'];

/** A choice as it is sent. The key is write-only: left out keeps the one stored for the same server, null removes it. */
export const modelChoiceInputSchema = z.discriminatedUnion('kind', [
  bundledChoiceSchema,
  hubChoiceSchema,
  folderChoiceSchema,
  serverChoiceSchema.extend({ key: z.string().trim().min(1).max(1000).nullable().optional() }),
]);
export type ModelChoiceInput = z.infer<typeof modelChoiceInputSchema>;

/** A choice as it is shown: whether there is a key, never which. `leavesTo` is the host that texts are sent to, null while they stay on this machine. */
const chosenModelSchema = z.object({
  choice: modelChoiceSchema,
  hasKey: z.boolean(),
  leavesTo: z.string().nullable(),
});
export type ChosenModel = z.infer<typeof chosenModelSchema>;

/** Answer of `GET /api/models/settings`. */
export const modelSettingsSchema = z.object({ label: chosenModelSchema, write: chosenModelSchema });
export type ModelSettings = z.infer<typeof modelSettingsSchema>;

/** Body of `PUT /api/models/settings`. A task left out stays as it is. */
export const updateModelSettingsSchema = z
  .object({ label: modelChoiceInputSchema.optional(), write: modelChoiceInputSchema.optional() })
  .refine(({ label, write }) => label ?? write, 'names no task');
export type UpdateModelSettings = z.infer<typeof updateModelSettingsSchema>;
