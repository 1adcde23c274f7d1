import { idSchema, LARGEST_ID } from '@moodline/shared/contract';
import * as z from 'zod';
import { countedShareSchema } from './evaluation';

/** Bounds of a prompt. The model reads it before every text, and the texts need room behind it. */
export const LONGEST_PROMPT = 6_000;
export const MOST_PROMPT_TOKENS = 1_500;
/** Characters of a text that a role is tried with. */
export const LONGEST_TRIAL = 4_000;

/** Tokens of a text, give or take a quarter: a Chinese or Japanese character is most of a token, four Latin letters are one. */
export function roughTokens(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return Math.ceil(wide * 0.75 + (text.length - wide) / 3.6);
}

const inBothLanguages = z.object({ en: z.string(), zh: z.string(), ja: z.string().optional() });

/** A role's name in an address. That there is none of this name is said when it is looked for. */
export const roleNameParamSchema = z.string().min(1).max(60);

const shareSchema = z.object({ before: z.number(), after: z.number() });

/**
 * Of `n` texts, the shares in per cent without a flaw that a program can see: as the bundled model wrote, and as they are shown. `byRules`: the bundled model is not
 * asked with this prompt, and what is shown is put together by rules.
 */
export const roleRatesSchema = z.object({
  n: z.number().int(),
  all: shareSchema,
  rules: z.record(z.string(), shareSchema),
  byRules: z.boolean().optional(),
});
export type RoleRates = z.infer<typeof roleRatesSchema>;

/** A role as `GET /api/roles` lists it. `rates` are those of the shipped prompt; null where none were measured. `edited`: another prompt than the one the product brings is in force. */
export const roleSummarySchema = z.object({
  name: z.string(),
  title: inBothLanguages,
  purpose: inBothLanguages,
  answer: inBothLanguages,
  language: z.enum(['zh', 'en', 'ja']).nullable(),
  task: z.enum(['choose', 'write']),
  options: z.array(z.string()).nullable(),
  sample: z.string(),
  activeVersion: z.number().int(),
  versions: z.number().int(),
  edited: z.boolean(),
  rates: roleRatesSchema.nullable(),
  /** Made by the workspace itself. */
  own: z.boolean(),
});
export type RoleSummary = z.infer<typeof roleSummarySchema>;

/** What a finished evaluation found for a version; the whole result is at `GET /api/evaluations/:id`. */
export const versionEvaluationSchema = z.object({
  id: z.number().int(),
  set: z.object({ kind: z.enum(['set', 'corrections', 'built-in']), name: z.string() }),
  model: z.string(),
  accuracy: countedShareSchema.pick({ n: true, value: true, low: true, high: true }),
  macroF1: z.number().nullable(),
  createdAt: z.iso.datetime(),
});
export type VersionEvaluation = z.infer<typeof versionEvaluationSchema>;

/**
 * One version of a role: a prompt, or the heads that read the features of the model behind this prompt. `createdAt` is null for the one that the product brings; `author` as well where the account is gone.
 */
export const roleVersionSchema = z.object({
  version: z.number().int(),
  kind: z.enum(['prompt', 'head']),
  system: z.string(),
  note: z.string(),
  author: z.string().nullable(),
  createdAt: z.iso.datetime().nullable(),
  evaluations: z.array(versionEvaluationSchema),
});
export type RoleVersion = z.infer<typeof roleVersionSchema>;

/** That a version was put in force. */
export const roleActivationSchema = z.object({
  version: z.number().int(),
  previous: z.number().int(),
  by: z.string().nullable(),
  evaluated: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type RoleActivation = z.infer<typeof roleActivationSchema>;

/** Answer of `GET /api/roles/:name`: the newest versions and activations first. */
export const roleSchema = z.object({
  role: roleSummarySchema,
  versions: z.array(roleVersionSchema),
  /** What answers in this role now. A model without heads is asked by the prompt of a version of heads. */
  model: z.object({ name: z.string(), heads: z.boolean() }),
  activations: z.array(roleActivationSchema),
});
export type Role = z.infer<typeof roleSchema>;

/** Body of `POST /api/roles/:name/versions`: a draft, never put in force by this. */
export const roleDraftSchema = z.object({
  system: z.string().max(100_000),
  note: z.string().trim().max(200).default(''),
});
export type RoleDraft = z.infer<typeof roleDraftSchema>;

/** Body of `POST /api/roles/:name/try`: a version, or a prompt that is not saved yet, and what to read. */
export const roleTrialSchema = z
  .object({
    version: z.number().int().positive().max(LARGEST_ID).optional(),
    system: z.string().max(100_000).optional(),
    text: z.string().trim().min(1).max(LONGEST_TRIAL),
  })
  .refine(({ version, system }) => (version === undefined) !== (system === undefined), {
    message: 'Give either a version or a prompt',
  });
export type RoleTrial = z.infer<typeof roleTrialSchema>;

const optionChanceSchema = z.object({ option: z.string(), probability: z.number() });

/** What a role answered in a trial. `chances` is null when the model gave no usable number. */
export const trialAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    chances: z.array(optionChanceSchema).nullable(),
    /** What else heads say of the text. */
    also: z.array(z.object({ head: z.enum(['emotion', 'kind']), chances: z.array(optionChanceSchema) })),
    milliseconds: z.number(),
  }),
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    finish: z.enum(['stop', 'length', 'cancelled']),
    milliseconds: z.number(),
  }),
]);
export type TrialAnswer = z.infer<typeof trialAnswerSchema>;

/** Answer of `POST /api/roles/:name/versions`: the number of the version that was kept. */
export const addedVersionSchema = z.object({ version: z.number().int() });
export type AddedVersion = z.infer<typeof addedVersionSchema>;

/** Body of `POST /api/roles/:name/activate`. Rolling back is the same with an older version. */
export const roleActivateSchema = z.object({
  version: z.number().int().positive().max(LARGEST_ID),
  confirmWithoutEvaluation: z.boolean().default(false),
});
export type RoleActivate = z.infer<typeof roleActivateSchema>;

/** Query of `GET /api/roles/:name/changes`: two evaluations on the same set. */
export const evaluationPairSchema = z.object({
  before: idSchema,
  after: idSchema,
});
export type EvaluationPair = z.infer<typeof evaluationPairSchema>;

/** Texts that both have judged, and how many labels differ: to the right one (better), away from it (worse), or between wrong ones. */
export const evaluationChangesSchema = z.object({
  compared: z.number().int(),
  changed: z.number().int(),
  better: z.number().int(),
  worse: z.number().int(),
});
export type EvaluationChanges = z.infer<typeof evaluationChangesSchema>;

/** Texts that a role reads in one request, and answers that it chooses among. */
export const MOST_RUN = 20;
export const MOST_CHOICES = 20;

/** Roles of a workspace's own. */
export const MOST_OWN_ROLES = 50;

const choicesSchema = z.array(z.string().trim().min(1).max(60)).min(2).max(MOST_CHOICES);

/** Body of `POST /api/roles`: a role of the workspace's own. `options` are what a role that chooses chooses among. */
export const newRoleSchema = z
  .object({
    title: z.string().trim().min(1).max(60),
    purpose: z.string().trim().max(300).default(''),
    language: z.enum(['zh', 'en', 'ja']).nullable(),
    task: z.enum(['choose', 'write']),
    options: z.array(z.string().trim().min(1).max(60)).max(MOST_CHOICES).default([]),
    system: z.string().max(100_000),
    sample: z.string().trim().max(LONGEST_TRIAL).default(''),
  })
  .refine(({ task, options }) => task === 'write' || new Set(options).size >= 2, {
    message: 'A role that chooses needs two different answers',
    path: ['options'],
  })
  .refine(({ options }) => new Set(options).size === options.length, {
    message: 'No answer may stand there twice',
    path: ['options'],
  });
export type NewRole = z.infer<typeof newRoleSchema>;

/** Answer of `POST /api/roles`: the name by which the role is called in addresses. */
export const addedRoleSchema = z.object({ name: z.string() });
export type AddedRole = z.infer<typeof addedRoleSchema>;

/**
 * Body of `POST /api/roles/:name/run`: texts for a role in its version in force, or in another. With `choices` each text gets one of them; with
 * `schema`, a JSON schema of an object whose properties are all `enum`s of texts or `boolean`, one answer a property. Both are chosen by
 * the model's probabilities, so nothing else can come out. Without either the role writes, or chooses among its own options.
 */
export const roleRunSchema = z
  .object({
    texts: z.array(z.string().trim().min(1).max(LONGEST_TRIAL)).min(1).max(MOST_RUN),
    version: z.number().int().positive().max(LARGEST_ID).optional(),
    choices: choicesSchema.optional(),
    schema: z
      .object({
        type: z.literal('object'),
        properties: z
          .record(
            z.string().regex(/^[\w-]{1,60}$/),
            z.union([
              z.object({ enum: choicesSchema, description: z.string().max(200).optional() }),
              z.object({ type: z.literal('boolean'), description: z.string().max(200).optional() }),
            ]),
          )
          .refine((properties) => Object.keys(properties).length > 0 && Object.keys(properties).length <= 10, {
            message: 'Give one to ten properties',
          }),
      })
      .optional(),
  })
  .refine(({ choices, schema }) => !(choices && schema), { message: 'Give either choices or a schema' });
export type RoleRun = z.infer<typeof roleRunSchema>;

/** An answer to one of the texts: `text` where the role wrote, `choice` where it chose (null where the model gave no usable number), `object` for a schema. */
export const roleAnswerSchema = z.object({
  text: z.string().optional(),
  finish: z.enum(['stop', 'length', 'cancelled']).optional(),
  choice: z.string().nullable().optional(),
  probability: z.number().nullable().optional(),
  object: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).optional(),
  probabilities: z.record(z.string(), z.number().nullable()).optional(),
});
export type RoleAnswer = z.infer<typeof roleAnswerSchema>;

/** Answer of `POST /api/roles/:name/run`, in the order of the texts. */
export const roleRanSchema = z.object({
  role: z.string(),
  version: z.number().int(),
  model: z.string(),
  answers: z.array(roleAnswerSchema),
  milliseconds: z.number().int(),
});
export type RoleRan = z.infer<typeof roleRanSchema>;
