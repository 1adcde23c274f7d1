import { createServer } from 'node:net';
import { join } from 'node:path';
import { Logger, type INestApplication } from '@nestjs/common';
import { AccountsRepository, FirstOwner, SignIn } from '@moodline/accounts/api';
import { InstallationFiles, settleRestore } from '@moodline/backups/api';
import { BUNDLED_MODEL, verifyWeights } from '@moodline/language-model/api';
import type { Settings } from '@moodline/shared/config';
import {
  EmbeddedDatabase,
  makeAppendOnly,
  migrate,
  prepareReader,
  requireSupportedServer,
  type Reader,
  type ReaderPlace,
} from '@moodline/shared/db';
import { secretKey } from '@moodline/shared/secrets';
import { DemoSeeder } from '@moodline/sources/api';
import { DataFolder } from './data-folder';
import { HIDDEN, readerPassword } from './hidden-from-readers';
import { StartError } from './start-error';
import type { Steps } from './steps';
import { createWebServer } from './web-server';

/** What came of a start. */
export interface Started {
  /** Whether it answers requests, or only works. */
  readonly serves: boolean;
  /** Makes the owner, once and soon; null where there is one. */
  readonly ownerLink: string | null;
}

/** The whole product in one process: database, API, worker and model, started in order and stopped in reverse. */
export class Product {
  private readonly folder: DataFolder;
  private readonly embedded: EmbeddedDatabase | null;
  private app: INestApplication | null = null;
  private databaseStarted = false;

  constructor(
    private readonly settings: Settings,
    private readonly steps: Steps,
  ) {
    this.folder = new DataFolder(settings.dataDir);
    this.embedded = settings.DATABASE_URL ? null : new EmbeddedDatabase(settings.dataDir);
  }

  /** Starts everything. */
  async start(): Promise<Started> {
    const { settings, steps } = this;
    const serves = settings.MOODLINE_ROLES.includes('api');
    await this.folder.open(settings.PORT);
    if (serves) await requireFreePort(settings.PORT, settings.HOST);
    await steps.run('Checking the model', (tell) =>
      verifyWeights({
        directory: join(settings.rootDir, 'models', BUNDLED_MODEL),
        rememberIn: join(settings.dataDir, 'weights-verified.json'),
        onProgress: ({ checkedBytes, totalBytes }) => tell(`${Math.round((100 * checkedBytes) / totalBytes)} %`),
      }),
    );
    const place = await steps.run('Starting the database', () => this.startDatabase());
    const databaseUrl = place.url;
    await this.settle(databaseUrl);
    await steps.run('Bringing the database up to date', () => migrate(databaseUrl, join(settings.rootDir, 'prisma')));
    const reader = await prepareReader(place, readerPassword(secretKey(settings)), HIDDEN);
    if (place.administratorUrl)
      await makeAppendOnly(place.administratorUrl, new URL(databaseUrl).username, APPEND_ONLY);
    const app = (this.app = await steps.run('Starting Moodline', () =>
      createWebServer(settings, databaseUrl, this.folder.logFile, reader),
    ));
    warnOf(reader);
    const accounts = app.get(AccountsRepository);
    const workspaceId = await accounts.ensureWorkspace(
      'Moodline',
      settings.MOODLINE_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    );
    await app.init();
    if (settings.MOODLINE_DEMO) await app.get(DemoSeeder).seed(workspaceId);
    if (!serves) return { serves, ownerLink: null };
    await app.get(FirstOwner).ensure(workspaceId);
    await this.listen(app);
    const signIn = app.get(SignIn);
    this.folder.writeAccess(`http://127.0.0.1:${settings.PORT}`, await signIn.newApiToken(workspaceId));
    // Where there is an owner, a link in what a start printed would be a key that lies about.
    if (await accounts.owner(workspaceId)) return { serves, ownerLink: null };
    return { serves, ownerLink: (await signIn.newLink(workspaceId)).url };
  }

  /** Stops what was started. Safe to call at any point of the start, and twice. */
  async stop(): Promise<void> {
    const app = this.app;
    this.app = null;
    await app?.close();
    if (this.databaseStarted) await this.embedded?.stop();
    this.databaseStarted = false;
    this.folder.close();
  }

  /** Ends what a killed restore has left. A database that others reach may be loaded by one of them at this moment. */
  private async settle(databaseUrl: string): Promise<void> {
    const files = new InstallationFiles(this.settings);
    if (this.embedded || files.waiting) await settleRestore(databaseUrl, files);
  }

  private async startDatabase(): Promise<ReaderPlace> {
    if (!this.embedded) {
      const url = this.settings.DATABASE_URL ?? '';
      await requireSupportedServer(url);
      return { url };
    }
    this.databaseStarted = true;
    return this.embedded.start();
  }

  private async listen(app: INestApplication): Promise<void> {
    try {
      await app.listen(this.settings.PORT, this.settings.HOST);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw portTaken(this.settings.PORT);
      throw error;
    }
  }
}

/** What was written there stays as it was written. */
const APPEND_ONLY = ['audit_event'];

const NO_READER_ROLE =
  'The database server gives Moodline no role that can only read. Questions and exports use the same role as everything else.';
const NO_ROW_SECURITY =
  'Row level security is off for the tables of the search: only an administrator of the database server can let the search use its index beneath it. docs/operating.md has the two statements.';

/** Tells of what the database server does not give. */
function warnOf({ ownRole, rowSecurity }: Reader): void {
  const logger = new Logger('Database');
  if (!ownRole) logger.warn(NO_READER_ROLE);
  else if (!rowSecurity) logger.warn(NO_ROW_SECURITY);
}

const portTaken = (port: number) =>
  new StartError(
    `Port ${port} is taken by another program. Stop that program, or start Moodline with --port ${port + 1}.`,
  );

/** Asks before anything is started, so that a taken port costs no time. */
async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return reject(portTaken(port));
      if (error.code === 'EACCES')
        return reject(new StartError(`Port ${port} needs administrator rights. Choose one above 1023 with --port.`));
      reject(new StartError(`Moodline cannot listen on ${host}:${port} (${error.code}). Check HOST and --port.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
