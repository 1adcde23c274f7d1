import type { RolePrompt } from '../language-model';
import type { Depth, KeyValueCache } from './cache-tensors';
import type { Steps } from './step-queue';

/** Tokens of all prefixes kept, about 50 MB of keys and values for the bundled model, half of that up to its exit. */
const KEPT_TOKENS = 2_048;

/** Reads the system prompt of a role from the start. */
export type ReadPrefix<D extends Depth> = (system: string) => Steps<KeyValueCache<D>>;

/**
 * Keeps each role's prefix as keys and values, so that it is read once and not for each text. Least recently used roles go first.
 * Each depth has a cache of its own.
 */
export class PrefixCache<D extends Depth> {
  private readonly kept = new Map<string, { readonly system: string; readonly cache: KeyValueCache<D> }>();

  constructor(
    private readonly read: ReadPrefix<D>,
    private readonly keptTokens: number = KEPT_TOKENS,
  ) {}

  /** The prefix of a role, read when it is not kept or when a draft changed the prompt under the same version. */
  async *of(role: RolePrompt): Steps<KeyValueCache<D>> {
    const key = `${role.name}@${role.version}`;
    const known = this.kept.get(key);
    this.kept.delete(key);
    if (known && known.system === role.system) {
      this.kept.set(key, known);
      return known.cache;
    }
    const cache = yield* this.read(role.system);
    this.kept.delete(key);
    this.kept.set(key, { system: role.system, cache });
    this.shrink();
    return cache;
  }

  private shrink(): void {
    let tokens = [...this.kept.values()].reduce((sum, { cache }) => sum + cache.length, 0);
    for (const [key, { cache }] of this.kept) {
      if (tokens <= this.keptTokens || this.kept.size === 1) return;
      this.kept.delete(key);
      tokens -= cache.length;
    }
  }
}
