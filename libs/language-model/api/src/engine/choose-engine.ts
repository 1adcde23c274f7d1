import type { RolePrompt } from '../language-model';
import type { KeyValueCache } from './cache-tensors';
import type { ModelSession } from './model-session';
import { branchShares, forkChains, optionForks, type ForkChain, type OptionFork } from './option-forks';
import type { PrefixCache } from './prefix-cache';
import type { PromptTokens } from './prompt-tokens';
import type { Steps } from './step-queue';
import { TOKEN_BUDGET, tokenBatches } from './token-batches';

/** Texts tokenised before others get a turn, some tens of milliseconds of work. */
const TOKENISED_AT_ONCE = 64;

export interface Choice {
  readonly role: RolePrompt;
  readonly texts: readonly string[];
  readonly options: readonly string[];
}

/** Chooses among options by reading, not by generating: the probability of an option is that of its tokens as the answer. */
export class ChooseEngine {
  constructor(
    private readonly session: ModelSession,
    private readonly prompt: PromptTokens,
    private readonly prefixes: PrefixCache<'whole'>,
    private readonly tokenBudget: number = TOKEN_BUDGET,
  ) {}

  /**
   * One batch a step.
   * @returns per text one probability per option; null where the model gave no finite number.
   */
  async *choose({ role, texts, options }: Choice): Steps<(number[] | null)[]> {
    const chains = forkChains(optionForks(options.map((option) => this.prompt.answer(option))));
    const prefix = yield* this.prefixes.of(role);
    const rows: number[][] = [];
    for (const text of texts) {
      if (rows.length > 0 && rows.length % TOKENISED_AT_ONCE === 0) yield;
      rows.push(this.prompt.clippedUserTurn(text));
    }
    const chances: (number[] | null)[] = rows.map(() => options.map(() => 1));
    for (const chain of chains) yield* this.decide({ chain, rows, prefix, chances });
    return chances;
  }

  /** Multiplies each option's chance by the shares of its branches at the forks of one chain. */
  private async *decide({ chain, rows, prefix, chances }: Decision): Steps<void> {
    const toLastFork = rows.map((row) => [...row, ...chain.path]);
    const before = chain.forks.map(({ path }) => chain.path.length - path.length);
    const limits = { tokens: this.tokenBudget, rows: this.session.rowsAtOnce(prefix) };
    for (const batch of tokenBatches(
      toLastFork.map((row) => row.length),
      limits,
    )) {
      const read = await this.session.readRows(
        batch.map((index) => toLastFork[index] ?? []),
        prefix,
        before,
      );
      batch.forEach((index, row) => {
        chain.forks.forEach((fork, place) => {
          const logits = read[row]?.[place];
          const shares = branchShares(fork.branches.map(({ token }) => logits?.[token] ?? NaN));
          chances[index] = shares && weigh(chances[index] ?? null, fork, shares);
        });
      });
      yield;
    }
  }
}

interface Decision {
  readonly chain: ForkChain;
  readonly rows: readonly (readonly number[])[];
  readonly prefix: KeyValueCache<'whole'>;
  readonly chances: (number[] | null)[];
}

function weigh(chances: readonly number[] | null, fork: OptionFork, shares: readonly number[]): number[] | null {
  if (!chances) return null;
  const weighed = [...chances];
  fork.branches.forEach(({ options }, branch) => {
    for (const option of options) weighed[option] = (weighed[option] ?? NaN) * (shares[branch] ?? NaN);
  });
  return weighed;
}
