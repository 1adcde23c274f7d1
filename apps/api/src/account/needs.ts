import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUNDLED_MODEL } from '@moodline/language-model/api';
import type { Settings } from '@moodline/shared/config';

/** What a user must be able to do to run the product. */
export interface Needs {
  /** Files and folders to read. */
  readonly read: readonly string[];
  /** Folders to make files in. */
  readonly write: readonly string[];
  readonly port: number;
  readonly host: string;
}

/** What the settings ask for beside the data folder. Of a folder that is not there yet, the one it would be made in counts. */
export function needsOf(settings: Settings): Needs {
  const { rootDir, OIDC_CLIENT_SECRET_FILE, INBOX_FOLDER, BACKUP_FOLDER, PORT, HOST } = settings;
  const given = (...paths: readonly (string | undefined)[]) => paths.filter((path) => path !== undefined);
  return {
    read: [
      join(rootDir, 'prisma'),
      join(rootDir, 'models', BUNDLED_MODEL),
      ...given(OIDC_CLIENT_SECRET_FILE).filter((path) => existsSync(path)),
    ],
    write: given(INBOX_FOLDER, BACKUP_FOLDER).map(nearest),
    port: PORT,
    host: HOST,
  };
}

/** The folder itself, or the nearest one above it that exists. */
function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}
