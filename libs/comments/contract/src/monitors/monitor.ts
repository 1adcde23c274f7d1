import { commentFilterSchema } from '../comment-filter';
import { LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { KEYWORD_FAULT_MESSAGES, readKeyword } from './keyword';
import { textSpanSchema } from './text-span';

/** Keywords of a monitor, all boxes together. */
export const MOST_KEYWORDS = 200;

const keywordSchema = z
  .string()
  .transform((written) => written.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .superRefine((written, context) => {
    const read = readKeyword(written);
    if (typeof read === 'string') context.addIssue({ code: 'custom', message: KEYWORD_FAULT_MESSAGES[read] });
  });

/**
 * A box of keywords: words, "phrases in quotes", beginnings with a star. Upper and lower case are one unless it says otherwise, and
 * so are `cafe` and `café`. With `wordForms`, the simple forms of an English word are right, too (see `wordForms`).
 */
export const keywordBoxSchema = z.object({
  words: z.array(keywordSchema).default([]),
  exactCase: z.boolean().default(false),
  exactAccents: z.boolean().default(false),
  wordForms: z.boolean().default(false),
});
export type KeywordBox = z.infer<typeof keywordBoxSchema>;

const box = keywordBoxSchema.prefault({});

/**
 * Which comments a monitor takes: at least one keyword of `any` (where there are some), every one of `all`, and not a single one of `none`.
 * Languages and sources (by id) narrow that; an empty list means every one.
 */
export const monitorRulesSchema = z
  .object({
    any: box,
    all: box,
    none: box,
    languages: z.array(z.enum(LANGUAGES)).default([]),
    sources: z.array(z.number().int()).max(1000).default([]),
  })
  .superRefine(({ any, all, none }, context) => {
    if (any.words.length + all.words.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['any'],
        message: 'Give at least one keyword that a comment has to contain.',
      });
    const count = any.words.length + all.words.length + none.words.length;
    if (count > MOST_KEYWORDS)
      context.addIssue({
        code: 'custom',
        path: ['any'],
        message: `A monitor has at most ${MOST_KEYWORDS} keywords; these are ${count}.`,
      });
  });
export type MonitorRules = z.infer<typeof monitorRulesSchema>;

/**
 * What a monitor stands for. Brands are one's own and share the voice with competitors; a topic (`battery`) has a mood, too, and no
 * part in the voice.
 */
export const MONITOR_KINDS = ['brand', 'competitor', 'topic'] as const;
export type MonitorKind = (typeof MONITOR_KINDS)[number];

/** `competitor` is what was asked before there were kinds; where `kind` is missing, it says which. */
const kindSchema = z.enum(MONITOR_KINDS).optional();

/** The kind that a request means; undefined where it says nothing of it. */
export function kindOf({ kind, competitor }: { kind?: MonitorKind; competitor?: boolean }): MonitorKind | undefined {
  return kind ?? (competitor === undefined ? undefined : competitor ? 'competitor' : 'brand');
}

const nameSchema = z.string().trim().min(1).max(80);

/** `POST /api/monitors`. */
export const createMonitorSchema = z.object({
  name: nameSchema,
  kind: kindSchema,
  competitor: z.boolean().optional(),
  rules: monitorRulesSchema,
});
export type CreateMonitor = z.input<typeof createMonitorSchema> & { readonly rules: MonitorRules };

/** `PATCH /api/monitors/:id`. New rules are matched against all comments anew, in the background. */
export const updateMonitorSchema = z.object({
  name: nameSchema.optional(),
  kind: kindSchema,
  competitor: z.boolean().optional(),
  rules: monitorRulesSchema.optional(),
});
export type UpdateMonitor = z.infer<typeof updateMonitorSchema>;

/** A brand, product or topic that is watched. `rematch` says how far matching against the stored comments is; null when it is through. */
export const monitorSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(MONITOR_KINDS),
  /** Somebody else's brand: on the other side in the share of voice. The same as that kind. */
  competitor: z.boolean(),
  rules: monitorRulesSchema,
  createdAt: z.string(),
  rematch: z.object({ checked: z.number().int(), total: z.number().int() }).nullable(),
});
export type Monitor = z.infer<typeof monitorSchema>;

/** `POST /api/monitors/preview`: of a period, or of all time. */
export const monitorPreviewQuerySchema = z.object({
  rules: monitorRulesSchema,
  ...commentFilterSchema.pick({ from: true, to: true }).shape,
});
export type MonitorPreviewQuery = z.infer<typeof monitorPreviewQuerySchema>;

/**
 * What rules would take of the stored comments. Where `sampled` is less than `total`, that many comments were looked at and `count`
 * is an estimate from them.
 */
export const monitorPreviewSchema = z.object({
  count: z.number().int(),
  sampled: z.number().int(),
  total: z.number().int(),
  /** Ten of those that were found, of the latest that came in. */
  examples: z.array(
    z.object({
      id: z.number().int(),
      text: z.string(),
      language: z.enum(LANGUAGES),
      publishedAt: z.string(),
      source: z.string(),
      spans: z.array(textSpanSchema),
    }),
  ),
});
export type MonitorPreview = z.infer<typeof monitorPreviewSchema>;
