import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { keyPrint, type ForgottenList } from '@moodline/comments/api';
import { forgottenEntrySchema, forgottenListHeadSchema, type ForgottenEntry } from '@moodline/comments/contract';
import { BackupError } from '../format/backup-errors';

/**
 * Reads a list that `moodline forgotten` wrote.
 * @param key of the backup: a list of another installation says nothing of it
 * @throws BackupError
 */
export async function readForgottenFile(file: string, key: Buffer): Promise<ForgottenList> {
  const entries: ForgottenEntry[] = [];
  let lastSource: number | null = null;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (lastSource === null) {
      const head = forgottenListHeadSchema.safeParse(parsed(line));
      if (!head.success) throw noList(file);
      if (head.data.key !== keyPrint(key)) throw otherInstallation(file);
      lastSource = head.data.lastSource;
    } else if (line) {
      const entry = forgottenEntrySchema.safeParse(parsed(line));
      if (!entry.success) throw noList(file);
      entries.push(entry.data);
    }
  }
  if (lastSource === null) throw noList(file);
  return { entries, lastSource };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const noList = (file: string) =>
  new BackupError(
    'no-forgotten-list',
    `${file} is no list of who was forgotten, or it is damaged. Nothing was changed. Write one with: npm run -s moodline -- forgotten FILE`,
  );

const otherInstallation = (file: string) =>
  new BackupError(
    'other-forgotten-list',
    `${file} was written by another installation than the backup, and nobody can be recognised by it there. Nothing was changed. Name the list of the installation that the backup is of.`,
  );
