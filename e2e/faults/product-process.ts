import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
/** Files that processes on one database share: the key of author hashes, and that the weights were checked. */
const SHARED_FILES = ['author-key', 'weights-verified.json'];

export interface ProcessPlan {
  readonly name: string;
  readonly roles: 'api' | 'worker';
  readonly databaseUrl: string;
  readonly inbox: string;
  /** A process whose data folder is there already. */
  readonly first?: ProductProcess;
}

/** One of several processes of a built Moodline on one database. */
export class ProductProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'moodline-faults-'));
  private child: ChildProcess | null = null;
  private output = '';

  private constructor(
    private readonly plan: ProcessPlan,
    private readonly port: number,
  ) {
    for (const file of SHARED_FILES) {
      const from = join(plan.first?.dataDir ?? '', file);
      if (plan.first && existsSync(from)) copyFileSync(from, join(this.dataDir, file));
    }
  }

  static async start(plan: ProcessPlan): Promise<ProductProcess> {
    const process = new ProductProcess(plan, await freePort());
    await process.start();
    return process;
  }

  /** Starts (again) and waits until it says that it is at work. */
  async start(): Promise<void> {
    const { databaseUrl, roles, inbox, name } = this.plan;
    this.output = '';
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps/api/main.js')], {
      cwd: ROOT,
      env: {
        // eslint-disable-next-line no-restricted-properties -- of this process only the search path is handed on
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        PORT: String(this.port),
        DATABASE_URL: databaseUrl,
        MOODLINE_DATA: this.dataDir,
        MOODLINE_ROLES: roles,
        MOODLINE_DEMO: 'false',
        FEED_ALLOWED_HOSTS: '127.0.0.1',
        CRAWL_DELAY_SECONDS: '0',
        INBOX_FOLDER: inbox,
        MODEL_THREADS: '1',
      },
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
      child.once('exit', (code, signal) => failed(new Error(`${name} ended with ${code ?? signal}:\n${this.output}`)));
    });
  }

  /** Follows the link that the start printed, which makes the owner. @returns the token of a session, which holds at all processes */
  async signIn(): Promise<string> {
    const [, token] = /http:\S+\/owner#(\S+)/.exec(this.output) ?? [];
    if (!token) throw new Error(`No owner link was printed:\n${this.output}`);
    const { headers } = await fetch(`http://127.0.0.1:${this.port}/api/session/link`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const [cookie] = headers.getSetCookie();
    if (!cookie) throw new Error('The owner link signed nobody in.');
    return /=([^;]+)/.exec(cookie)?.[1] ?? '';
  }

  /** As a power cut ends it: nothing is tidied up. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  api(path: string, session: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}/api/${path}`, {
      ...init,
      headers: { cookie: `moodline_session_${this.port}=${session}`, ...init.headers },
    });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
