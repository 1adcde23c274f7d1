import * as z from 'zod';
import { modelDownloadSchema } from './model-download';
import { modelProblemSchema } from './model-check';

const backendKindSchema = z.enum(['bundled', 'hub', 'folder', 'server']);

/** The model that does a task now, and the one that is to take over. */
const taskStatusSchema = z.object({
  inForce: z.object({
    kind: backendKindSchema,
    /** As it is named in label rows. */
    model: z.string(),
    state: z.enum(['starting', 'ready', 'restarting', 'failed']),
    problem: z.string().nullable(),
    /** Host that texts are sent to; null while they stay on this machine. */
    leavesTo: z.string().nullable(),
  }),
  /** A model that was chosen but is not in force yet, or could not be taken; the one in force goes on meanwhile. */
  next: z
    .object({
      kind: backendKindSchema,
      model: z.string(),
      step: z.enum(['downloading', 'loading', 'failed']),
      problem: modelProblemSchema.nullable(),
    })
    .nullable(),
});
export type TaskStatus = z.infer<typeof taskStatusSchema>;

/** Answer of `GET /api/models/status`, as seen by the process that answers. */
export const modelsStatusSchema = z.object({
  label: taskStatusSchema,
  write: taskStatusSchema,
  downloads: z.array(modelDownloadSchema),
});
export type ModelsStatus = z.infer<typeof modelsStatusSchema>;
