import { Injectable } from '@nestjs/common';
import { BUNDLED, type StoredChoice } from '../model-setting.repository';
import { ModelLoadError } from './backend.errors';
import { BackendFactory, type Backend } from './backend-factory';
import { CountedModel } from './counted-model';
import { prove } from './trial';

/** How long a model that nobody uses any more is kept: a batch that is being put together still goes to it, and somebody may change their mind. In milliseconds. */
const GRACE_MS = 30_000;

/** A model that is kept while somebody uses it. */
export interface HeldBackend {
  readonly key: string;
  readonly backend: Backend;
  /** Loads the model and has it answer, once. @throws what is wrong with it */
  readonly proof: () => Promise<void>;
}

interface Entry extends HeldBackend {
  readonly counted: CountedModel;
  readonly users: Set<string>;
  retirement: NodeJS.Timeout | null;
}

/** What tells choices apart. */
export const choiceKey = ({ choice, sealedKey }: StoredChoice): string => JSON.stringify([choice, sealedKey]);

/** Models that run, each once, however many tasks use it. */
@Injectable()
export class BackendPool {
  private readonly entries = new Map<string, Entry>();
  private readonly beginning = new Map<string, Promise<Entry>>();

  constructor(
    private readonly factory: BackendFactory,
    private readonly graceMs: number = GRACE_MS,
  ) {}

  /** The bundled weights, which are there at once. */
  bundled(user: string): HeldBackend {
    const key = choiceKey(BUNDLED);
    return this.use(this.entries.get(key) ?? this.enter(key, this.factory.bundled(), new AbortController()), user);
  }

  /** The model of a choice. @throws what the factory throws */
  async hold(stored: StoredChoice, user: string): Promise<HeldBackend> {
    const key = choiceKey(stored);
    const known = this.entries.get(key);
    if (known) return this.use(known, user);
    const begun = this.beginning.get(key) ?? this.begin(key, stored);
    return this.use(await begun, user);
  }

  /** Lets go of a model; it ends when nobody else uses it for a while. */
  release(held: HeldBackend, user: string): void {
    const entry = this.entries.get(held.key);
    if (entry !== held || !entry) return;
    entry.users.delete(user);
    if (entry.users.size > 0 || entry.retirement) return;
    this.retire(entry);
  }

  /** Ends a model that turned out to be of no use, for everybody: the next one who wants it gets a new one. */
  drop(held: HeldBackend, user: string): void {
    const entry = this.entries.get(held.key);
    if (entry !== held || !entry) return;
    entry.users.delete(user);
    if (entry.users.size === 0) void this.end(entry);
  }

  /** Ends all models. To be called when nobody asks them any more. */
  async close(): Promise<void> {
    await Promise.allSettled(this.beginning.values());
    await Promise.all([...this.entries.values()].map((entry) => this.end(entry)));
  }

  /** Ends a model after a while, and not before it has answered. */
  private retire(entry: Entry): void {
    entry.retirement = setTimeout(
      () => (entry.counted.isBusy ? this.retire(entry) : void this.end(entry)),
      this.graceMs,
    ).unref();
  }

  private begin(key: string, stored: StoredChoice): Promise<Entry> {
    const troubles = new AbortController();
    const begun = this.factory
      .make(stored, (problem) => troubles.abort(new ModelLoadError(problem)))
      .then((backend) => this.entries.get(key) ?? this.enter(key, backend, troubles))
      .finally(() => this.beginning.delete(key));
    this.beginning.set(key, begun);
    return begun;
  }

  private enter(key: string, backend: Backend, troubles: AbortController): Entry {
    let proof: Promise<void> | null = null;
    const counted = new CountedModel(backend.model);
    const proven = { ...backend, model: counted };
    const entry: Entry = {
      key,
      backend: proven,
      counted,
      users: new Set(),
      retirement: null,
      proof: () => (proof ??= once()),
    };
    // A proof that failed is no proof: the next one who asks tries again.
    const once = () =>
      prove(proven, troubles.signal).catch((error: unknown) => {
        proof = null;
        throw error;
      });
    this.entries.set(key, entry);
    return entry;
  }

  private use(entry: Entry, user: string): Entry {
    if (entry.retirement) clearTimeout(entry.retirement);
    entry.retirement = null;
    entry.users.add(user);
    return entry;
  }

  private async end(entry: Entry): Promise<void> {
    if (entry.retirement) clearTimeout(entry.retirement);
    if (this.entries.get(entry.key) === entry) this.entries.delete(entry.key);
    await entry.backend.close();
  }
}
