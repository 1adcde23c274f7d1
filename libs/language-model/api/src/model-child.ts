import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { childEnvironment } from '@moodline/shared/config';
import type { FromModel, ModelProcessArguments, ToModel } from './model-messages';

/** Characters of the child's last words that are kept to explain its death. */
const KEPT_LAST_WORDS = 2_000;

export interface ModelChildOptions {
  /** Script of the child. */
  readonly entry: string;
  readonly place: ModelProcessArguments;
  readonly onMessage: (message: FromModel) => void;
  /** Called once, however the child ends. @param problem what is known of the reason. */
  readonly onExit: (problem: string) => void;
  /** Silence of a busy child after which it counts as hung and is killed, in milliseconds. */
  readonly hungAfterMs: number;
  /** Whether an answer is due; only then is silence suspicious. */
  readonly isBusy: () => boolean;
}

/** One life of the child process: from the fork to its exit. */
export class ModelChild {
  private readonly process: ChildProcess;
  private readonly watch: NodeJS.Timeout;
  private heard = performance.now();
  private lastWords = '';
  private problem: string | null = null;
  private gone = false;

  constructor(private readonly options: ModelChildOptions) {
    this.process = fork(options.entry, [JSON.stringify(options.place)], {
      execArgv: [],
      // It reads weights in native code, and needs neither keys nor the database.
      env: childEnvironment(),
      // Features travel as numbers, not as text.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.process.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.lastWords = (this.lastWords + words).slice(-KEPT_LAST_WORDS);
    });
    this.process.on('message', (message: FromModel) => this.hear(message));
    this.process.on('error', (error) => this.end(error.message));
    // Not 'exit': its last words are complete only when its streams are closed.
    this.process.on('close', (code, signal) =>
      this.end(`it ended with ${signal ?? `code ${code}`}. ${this.lastWords}`.trim()),
    );
    this.watch = setInterval(() => this.look(), options.hungAfterMs / 10).unref();
  }

  get pid(): number | null {
    return this.gone ? null : (this.process.pid ?? null);
  }

  send(message: ToModel): void {
    // A channel that has just closed is reported by 'exit' as well; the callback keeps it from being thrown.
    if (this.process.connected) this.process.send(message, () => undefined);
  }

  /** Ends the child. It holds nothing that could be lost. */
  async stop(): Promise<void> {
    if (this.gone) return;
    const ended = once(this.process, 'close');
    this.process.kill('SIGKILL');
    await ended;
  }

  private hear(message: FromModel): void {
    this.heard = performance.now();
    if (message.type === 'failed') this.problem = message.problem;
    if (!this.gone) this.options.onMessage(message);
  }

  private look(): void {
    if (!this.options.isBusy()) {
      this.heard = performance.now();
    } else if (performance.now() - this.heard > this.options.hungAfterMs) {
      this.problem = 'it no longer answered.';
      this.process.kill('SIGKILL');
    }
  }

  private end(problem: string): void {
    if (this.gone) return;
    this.gone = true;
    clearInterval(this.watch);
    this.options.onExit(this.problem ?? problem);
  }
}
