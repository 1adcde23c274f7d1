import type { RolePrompt, TextReading } from '../language-model';
import type { ModelSession } from './model-session';
import type { PrefixCache } from './prefix-cache';
import type { PromptTokens } from './prompt-tokens';
import type { Steps } from './step-queue';
import { EXIT_TOKEN_BUDGET, tokenBatches } from './token-batches';

/** Texts tokenised before others get a turn, some tens of milliseconds of work. */
const TOKENISED_AT_ONCE = 64;

export interface Featured {
  readonly role: RolePrompt;
  readonly texts: readonly string[];
}

/** A text as tokens, and where in them its features are read. */
interface PlacedRow {
  readonly tokens: readonly number[];
  readonly places: readonly number[];
}

/** Reads texts up to the exit of the graph: numbers that heads turn into probabilities, for half of the time. */
export class FeaturesEngine {
  constructor(
    private readonly session: ModelSession,
    private readonly prompt: PromptTokens,
    private readonly prefixes: PrefixCache<'exit'>,
    private readonly tokenBudget: number = EXIT_TOKEN_BUDGET,
  ) {}

  /**
   * One batch a step.
   * @returns the features of each text, at the place where the model would begin to answer
   * @throws Error when the graph has no exit
   */
  async *features({ role, texts }: Featured): Steps<Float32Array[]> {
    const rows = yield* this.tokenised(texts, (text) => {
      const tokens = this.prompt.clippedUserTurn(text);
      return { tokens, places: [tokens.length - 1] };
    });
    return (yield* this.readRows(role, rows)).map(([features]) => features ?? new Float32Array(0));
  }

  /** As {@link features}, with the features at each token of a text. */
  async *readings({ role, texts }: Featured): Steps<TextReading[]> {
    const rows = yield* this.tokenised(texts, (text) => {
      const { row: tokens, ends } = this.prompt.placedUserTurn(text);
      return { tokens, places: [...ends.keys(), tokens.length - 1], ends };
    });
    const read = yield* this.readRows(role, rows);
    return rows.map(({ ends }, row) => ({
      whole: read[row]?.at(-1) ?? new Float32Array(0),
      tokens: ends.map((end, token) => ({ end, features: read[row]?.[token] ?? new Float32Array(0) })),
    }));
  }

  private async *tokenised<Row extends PlacedRow>(
    texts: readonly string[],
    rowOf: (text: string) => Row,
  ): Steps<Row[]> {
    if (!this.session.hasExit) throw new Error('This model has no exit: it gives no features.');
    const rows: Row[] = [];
    for (const text of texts) {
      if (rows.length > 0 && rows.length % TOKENISED_AT_ONCE === 0) yield;
      rows.push(rowOf(text));
    }
    return rows;
  }

  private async *readRows(role: RolePrompt, rows: readonly PlacedRow[]): Steps<Float32Array[][]> {
    const prefix = yield* this.prefixes.of(role);
    const features: Float32Array[][] = [];
    const lengths = rows.map(({ tokens }) => tokens.length);
    const limits = { tokens: this.tokenBudget, rows: this.session.rowsAtOnce(prefix), keptCost: 0 };
    for (const batch of tokenBatches(lengths, limits)) {
      const own = batch.flatMap((index) => rows[index] ?? []);
      const read = await this.session.readFeatures(
        own.map(({ tokens }) => tokens),
        prefix,
        own.map(({ places }) => places),
      );
      batch.forEach((index, row) => (features[index] = read[row] ?? []));
      yield;
    }
    return features;
  }
}
