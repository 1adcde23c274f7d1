import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { DomainError } from '@moodline/shared/http';
import type { ImportResult } from '@moodline/sources/contract';
import { FileImporter } from '../import/file-importer';
import { fileAt } from '../import/stored-file';
import { withoutValues } from '../incoming/reject-reason';
import { InboxFolder, type ClaimedFile } from './inbox-folder';
import { InboxWorkspaceQuery } from './inbox-workspace.query';

const MAX_NAME = 80;
/** Rejected rows that the note beside a file names. */
const NAMED_ROWS = 100;

/**
 * Imports files that are dropped into a folder, each once by what is in it. Those in a folder below go to the source of that folder's name,
 * the others to a source of their own name, as in the dashboard.
 */
@Injectable()
export class InboxImporter {
  private readonly logger = new Logger(InboxImporter.name);
  readonly folder: InboxFolder;

  constructor(
    private readonly importer: FileImporter,
    private readonly workspace: InboxWorkspaceQuery,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.folder = new InboxFolder(settings.INBOX_FOLDER ?? join(settings.dataDir, 'inbox'));
  }

  /** Imports what lies there, one file after the other, until told to stop. */
  async round(signal: AbortSignal): Promise<void> {
    const files = await this.folder.settled();
    const workspaceId = files.length ? await this.workspace.find() : null;
    if (workspaceId === null) return;
    for (const file of files) {
      if (signal.aborted) return;
      const claimed = await this.folder.claim(file);
      if (claimed) await this.take(workspaceId, claimed, signal);
    }
  }

  private async take(workspaceId: number, file: ClaimedFile, signal: AbortSignal): Promise<void> {
    try {
      const hash = await this.folder.hash(file);
      if (await this.folder.wasImported(hash))
        return await this.folder.remove(
          file,
          'What is in this file was imported before, so it was not imported again. The file was removed.',
        );
      const source =
        (file.folder ?? file.name.replace(/\.[^.]*$/u, '').trim()).slice(0, MAX_NAME) || file.name.slice(0, MAX_NAME);
      const { mtime } = await stat(file.path);
      const result = await this.importer.importStored(
        workspaceId,
        { name: file.name.slice(0, 200), source, dryRun: false, fileTime: mtime.toISOString() },
        fileAt(file.path),
        signal,
      );
      await this.folder.rememberImported(hash);
      if (result.rows > 0 && result.rejectedCount === result.rows)
        await this.folder.putAside(file, noteOn(result) ?? 'No row of this file could become a comment.');
      else await this.folder.remove(file, noteOn(result));
    } catch (error) {
      // Of an import that was interrupted, the file comes again; what it brought by then is not doubled.
      if (signal.aborted) return this.folder.giveBack(file);
      if (!(error instanceof DomainError))
        this.logger.error(`A dropped file could not be imported: ${(error as Error).stack ?? String(error)}`);
      await this.folder.putAside(
        file,
        error instanceof DomainError
          ? error.message
          : 'Something went wrong here; the log explains it. Drop the file again to try once more.',
      );
    }
  }
}

/** What a person should know of an import that nobody watched: what was doubtful, and which rows were left out. */
function noteOn({ rows, rejectedCount, rejected, doubts }: ImportResult): string | null {
  const doubtful = doubts.filter(({ code }) => code !== 'many-rejected').map(({ message }) => `Not sure: ${message}`);
  if (!rejectedCount && !doubtful.length) return null;
  const lines = rejected
    .slice(0, NAMED_ROWS)
    .map(withoutValues)
    .map(({ line, reason }) => `line ${line}: ${reason}`);
  const refused = rejectedCount ? [`${rejectedCount} of ${rows} rows could not become comments.`] : [];
  return [...doubtful, ...refused, ...lines].join('\n');
}
