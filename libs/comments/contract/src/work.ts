import * as z from 'zod';
import { commentSchema, workStateSchema } from './comment';
import { commentIdSchema } from './comment-id';

/** Comments whose state or assignee changes at once. */
export const MOST_WORKED_AT_ONCE = 500;
/** Notes that a comment has at most: more are a discussion, which is held elsewhere. */
export const MOST_NOTES = 100;

/** Where one comment stands with the team; without a state nobody took it up. */
const workedSchema = z.object({
  id: commentIdSchema,
  state: workStateSchema.nullable(),
  assignee: z.number().int().nullable(),
});
export type Worked = z.infer<typeof workedSchema>;

/**
 * Body of `PUT /api/work/comments`. What is left out stays as it is; a comment that gets an assignee and has no state is open, and one
 * that loses its state loses its assignee.
 */
export const workChangesSchema = z.object({
  changes: z
    .array(
      z.object({
        id: commentIdSchema,
        state: workStateSchema.nullable().optional(),
        assignee: z.number().int().positive().nullable().optional(),
      }),
    )
    .min(1)
    .max(MOST_WORKED_AT_ONCE),
});
export type WorkChange = z.infer<typeof workChangesSchema>['changes'][number];

/** Answer: how the comments stood before, as it can be sent to undo the change. Those that are gone are left out. */
export const workChangedSchema = z.object({ before: z.array(workedSchema) });
export type WorkChanged = z.infer<typeof workChangedSchema>;

/** `GET /api/work/people`: whom comments can be assigned to. `me`: who asks. */
export const workPersonSchema = z.object({ id: z.number().int(), name: z.string(), me: z.boolean() });
export type WorkPerson = z.infer<typeof workPersonSchema>;

/** What somebody of the team wrote beside a comment. `mine`: who asks may remove it. */
export const commentNoteSchema = z.object({
  id: z.number().int(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  mine: z.boolean(),
});
export type CommentNote = z.infer<typeof commentNoteSchema>;

/** Body of `POST /api/work/comments/:id/notes`. */
export const addNoteSchema = z.object({ text: z.string().trim().min(1).max(2000) });
export type AddNote = z.infer<typeof addNoteSchema>;

/**
 * `GET /api/comments/:id/thread`: what the comment answers, the first one first; the comment; what answers it, each below the one that it
 * answers. `depth` 1 answers the comment itself.
 */
export const commentThreadSchema = z.object({
  parents: z.array(commentSchema),
  comment: commentSchema,
  answers: z.array(z.object({ depth: z.number().int(), comment: commentSchema })),
  /** There are more answers than are shown. */
  more: z.boolean(),
  /** The first of the parents, or the comment, answers something that is not stored here. */
  answersUnknown: z.boolean(),
});
export type CommentThread = z.infer<typeof commentThreadSchema>;

/** State, assignee or notes of comments have changed. */
export const workNewsSchema = z.object({ ids: z.array(z.number().int()) });
export type WorkNews = z.infer<typeof workNewsSchema>;

declare module '@moodline/shared/contract' {
  interface ServerEventData {
    work: WorkNews;
  }
}
