import type { ApiClient } from './api-client';

/** Gives a command what it needs: the API, and a printer that knows whether JSON was asked for. */
export interface Shell {
  api(): ApiClient;
  /** The data folder, where one was named. */
  dataFolder(): string | undefined;
  print(json: unknown, human: () => string): void;
}
