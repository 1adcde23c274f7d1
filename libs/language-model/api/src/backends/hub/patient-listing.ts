import { pause } from '@moodline/shared/work';
import { ModelDownloadError } from '../backend.errors';
import { retryDelay, type Patience } from '../server/retry-delay';
import { HubFault, type Hub } from './hub';
import type { HubFile } from './hub-files';

/** Lists the files of a model, again after a passing fault. @throws ModelDownloadError, or the signal's reason */
export async function listPatiently(
  hub: Hub,
  modelId: string,
  { signal, patience }: { readonly signal: AbortSignal; readonly patience: Patience },
): Promise<HubFile[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await hub.list(modelId, signal);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (!(error instanceof HubFault)) throw error;
      if (attempt >= patience.retries)
        throw new ModelDownloadError(
          'model-download-network',
          `${error.message} Check the connection, or enter a mirror that can be reached from here.`,
        );
      await pause(retryDelay(attempt, patience, error.wishMs ?? 0), signal);
    }
  }
}
