import { z } from 'zod';
import { modelDownloadSchema } from '@moodline/shared/contract';
import { hubChoiceSchema } from './model-choice';

/** One download of a model and how far it is; also sent as the event `model-download`. */
export { modelDownloadSchema };
export type { ModelDownload } from '@moodline/shared/contract';

/** Body of `POST /api/models/downloads`: fetches a model without choosing it. */
export const startDownloadSchema = hubChoiceSchema.omit({ kind: true });
export type StartDownload = z.infer<typeof startDownloadSchema>;
