import * as z from 'zod';
import { LONGEST_ESSAY } from './essay-paragraphs';

/** Essays that one person keeps, and versions of one of them. */
export const MOST_ESSAYS = 200;
export const MOST_ESSAY_VERSIONS = 20;

const text = z.string().trim().min(1).max(LONGEST_ESSAY);

/** `POST /api/essays`: one version, or all of an essay that is brought back. */
export const keepEssaySchema = z.object({
  title: z.string().trim().min(1).max(120),
  versions: z.array(text).min(1).max(MOST_ESSAY_VERSIONS),
});
export type KeepEssay = z.infer<typeof keepEssaySchema>;

/** `POST /api/essays/:id/versions`. */
export const keepVersionSchema = z.object({ text });
export type KeepVersion = z.infer<typeof keepVersionSchema>;

/** An essay as it stands in the list of its keeper, the last changed first. */
export const essaySummarySchema = z.object({
  id: z.number().int(),
  title: z.string(),
  versions: z.number().int(),
  changedAt: z.iso.datetime(),
});
export type EssaySummary = z.infer<typeof essaySummarySchema>;

/** A kept essay, its versions in their order. */
export const keptEssaySchema = z.object({
  id: z.number().int(),
  title: z.string(),
  versions: z.array(z.object({ text: z.string(), createdAt: z.iso.datetime() })),
});
export type KeptEssay = z.infer<typeof keptEssaySchema>;
