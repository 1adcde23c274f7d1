import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** What a command of the CLI answered. */
export interface CliAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A built Moodline that runs in a folder and on a port of its own. */
export class RunningProduct {
  private child: ChildProcess | null = null;
  private output = '';

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly demo: boolean,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @param options.prepare what is done in the data folder before the start */
  static async start(
    options: {
      readonly demo?: boolean;
      readonly environment?: Readonly<Record<string, string>>;
      readonly prepare?: (cli: RunningProduct['cli'], dataDir: string) => Promise<void>;
    } = {},
  ): Promise<RunningProduct> {
    const dataDir = mkdtempSync(join(tmpdir(), 'moodline-journey-'));
    // Started as root, the database server runs as another user; a folder it cannot pass would send its files elsewhere, where they stay.
    chmodSync(dataDir, 0o711);
    const product = new RunningProduct(dataDir, await freePort(), options.demo ?? false, options.environment ?? {});
    await options.prepare?.((...args) => product.cli(...args), dataDir);
    await product.start();
    return product;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Process id of what was started; its children are the model and, for a moment, others. */
  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** The one-time link that the start printed last. */
  get ownerLink(): string {
    const links = this.output.match(/http:\S+\/owner#\S+/g);
    if (!links) throw new Error(`No owner link was printed:\n${this.output}`);
    return links.at(-1) ?? '';
  }

  /** Redeems the link that the start printed, as the button of its page does: from then on the command line answers. */
  async becomeOwner(): Promise<void> {
    const token = new URL(this.ownerLink).hash.slice(1);
    const answer = await fetch(`${this.url}/api/session/link`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (!answer.ok) throw new Error(`The owner link was refused: ${await answer.text()}`);
  }

  /** Starts (again) on the same folder and waits until it says that it is ready. */
  async start(): Promise<void> {
    const environment = {
      ...processEnvironment(),
      PORT: String(this.port),
      MOODLINE_DATA: this.dataDir,
      MOODLINE_DEMO: String(this.demo),
      MOODLINE_TIME_ZONE: 'Asia/Shanghai',
      FEED_ALLOWED_HOSTS: '127.0.0.1',
      ...this.environment,
    };
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps/api/main.js')], {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    await new Promise<void>((done, failed) => {
      const read = (chunk: Buffer) => {
        this.output += chunk.toString();
        if (/Stop with Ctrl-C/.test(this.output)) done();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => failed(new Error(`The product ended with ${code}:\n${this.output}`)));
    });
  }

  /** Ends it without any chance to clear up, as a power cut would. The database server of this folder goes on running. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
    this.output = '';
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  cli(...args: string[]): Promise<CliAnswer> {
    return new Promise((done) => {
      execFile(
        process.execPath,
        [join(ROOT, 'dist/apps/cli/main.js'), '--data', this.dataDir, ...args],
        { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
        (error, stdout, stderr) =>
          done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
      );
    });
  }

  async cliJson<T>(...args: string[]): Promise<T> {
    const { code, stdout, stderr } = await this.cli('--json', ...args);
    if (code) throw new Error(`moodline ${args.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout) as T;
  }

  /** Asks the API as the CLI does. */
  api(path: string, init: RequestInit = {}): Promise<Response> {
    const { token } = JSON.parse(readFileSync(join(this.dataDir, 'access.json'), 'utf8')) as { token: string };
    return fetch(`${this.url}/api/${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, ...init.headers },
    });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}

/** The environment without settings of a Moodline somebody may have. */
function processEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    // eslint-disable-next-line no-restricted-properties -- the product's own settings are what is replaced here
    Object.entries(process.env).filter(([name]) => !/^(MOODLINE_|DATABASE_URL|PUBLIC_URL|HOST$)/.test(name)),
  ) as NodeJS.ProcessEnv;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
