import * as z from 'zod';
import { hubChoiceSchema } from './model-choice';

/** Progress of fetching a language model. Bytes; the total is known once its files are listed. */
export const modelDownloadSchema = z.object({
  id: z.number().int(),
  modelId: z.string(),
  dtype: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  receivedBytes: z.number(),
  totalBytes: z.number().nullable(),
  bytesPerSecond: z.number(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ModelDownload = z.infer<typeof modelDownloadSchema>;

declare module '@moodline/shared/contract' {
  interface ServerEventData {
    'model-download': ModelDownload;
    /** Which model does what has changed, or is about to: ask `GET /api/models/status`. */
    'model-changed': Record<string, never>;
  }
}

/** Body of `POST /api/models/downloads`: fetches a model without choosing it. */
export const startDownloadSchema = hubChoiceSchema.omit({ kind: true });
export type StartDownload = z.infer<typeof startDownloadSchema>;
