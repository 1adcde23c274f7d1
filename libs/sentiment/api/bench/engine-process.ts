import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { BUNDLED_MODEL, type RolePrompt } from '@moodline/language-model/api';

const ROOT = resolve(__dirname, '../../../..');

export interface Choice {
  readonly role: RolePrompt;
  readonly texts: readonly string[];
  readonly options: readonly string[];
}

/** What a pass over some texts took, in milliseconds, and the tokens it read and wrote. */
export interface Pass {
  readonly ms: number;
  readonly parts: { readonly tokens: number; readonly copies: number; readonly run: number };
  readonly tokens: number;
}

/** The engine in a process of its own, without the product, with the way of the article beside it. */
export class EngineProcess {
  private lastId = 0;

  private constructor(private readonly process: ChildProcess) {}

  static async start(): Promise<EngineProcess> {
    const place = { modelsDir: `${join(ROOT, 'models')}/`, modelName: BUNDLED_MODEL, threads: availableParallelism() };
    const child = fork(join(ROOT, 'libs/language-model/api/bench/engine-bench.cjs'), [JSON.stringify(place)], {
      execArgv: [],
    });
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`The engine ended with ${code}.`))),
    ]);
    return new EngineProcess(child);
  }

  choose(choice: Choice, budget?: number): Promise<Pass> {
    return this.ask({ way: 'choose', choice, budget });
  }

  /** The same texts up to the exit of the graph. */
  features(choice: Choice, budget?: number): Promise<Pass> {
    return this.ask({ way: 'features', choice, budget });
  }

  article(choice: Choice): Promise<Pass> {
    return this.ask({ way: 'article', choice });
  }

  stop(): void {
    this.process.disconnect();
  }

  private async ask(request: object): Promise<Pass> {
    const id = ++this.lastId;
    this.process.send({ id, ...request });
    for (;;) {
      const [answer] = (await once(this.process, 'message')) as [Pass & { id: number }];
      if (answer.id === id) return answer;
    }
  }
}
