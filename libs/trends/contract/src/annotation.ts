import { momentSchema } from '@moodline/comments/contract';
import * as z from 'zod';

/** What people write down: a remark, or that something came out. */
export const WRITTEN_KINDS = ['note', 'release'] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/** What is known without anybody writing it down: an alert fired, a version of the labels was put in force, a source was added, a file was read. */
export const KNOWN_KINDS = ['alert', 'labels', 'source', 'import'] as const;

/** A file with fewer new comments than this is no event. */
export const LEAST_IMPORTED = 100;

/** Something that happened, to be marked on charts over time. */
export const annotationSchema = z.object({
  kind: z.enum([...WRITTEN_KINDS, ...KNOWN_KINDS]),
  /** Of the annotation, the alert, the activation, the source or the run. */
  id: z.number().int(),
  /** A day of the workspace's zone, or an instant. */
  at: z.string(),
  /** What a person wrote, or the name of the rule, version, source or file. */
  text: z.string(),
  /** Who wrote it, as they were called then; null for what is known anyway. */
  by: z.string().nullable(),
  /** New comments of an import. */
  comments: z.number().int().nullable(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** Whether people may change or remove it. */
export const isWritten = (annotation: Annotation): annotation is Annotation & { kind: WrittenKind } =>
  (WRITTEN_KINDS as readonly string[]).includes(annotation.kind);

/** `GET /api/annotations`: what happened in a period, in its order. Without an end, up to the first or the last that is known. */
export const annotationsQuerySchema = z.object({ from: momentSchema.optional(), to: momentSchema.optional() });
export type AnnotationsQuery = z.infer<typeof annotationsQuerySchema>;

/** `POST /api/annotations`, and `PUT` of one. `at` is a day of the workspace's zone, or an instant. */
export const saveAnnotationSchema = z.object({
  at: momentSchema,
  text: z.string().trim().min(1).max(200),
  kind: z.enum(WRITTEN_KINDS).default('note'),
});
export type SaveAnnotation = z.infer<typeof saveAnnotationSchema>;
