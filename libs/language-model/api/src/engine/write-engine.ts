import type { RolePrompt, Written } from '../language-model';
import { EngineFault } from './engine-fault';
import type { ModelSession } from './model-session';
import type { PrefixCache } from './prefix-cache';
import type { PromptTokens } from './prompt-tokens';
import { goesInCircles } from './repetition';
import type { Steps } from './step-queue';

/** More than a token spells in any prose. */
const CHARACTERS_PER_TOKEN = 16;

export interface Composition {
  readonly role: RolePrompt;
  readonly input: string;
  readonly maxTokens: number;
  readonly onPiece: (piece: string) => void;
}

/** Writes a text token by token, always taking the likeliest one, so that the same input gives the same text. */
export class WriteEngine {
  /** @param context most tokens the model can hold: prompt and answer together. */
  constructor(
    private readonly session: ModelSession,
    private readonly prompt: PromptTokens,
    private readonly prefixes: PrefixCache<'whole'>,
    private readonly context: number,
  ) {}

  /**
   * One token a step. A text that goes round in circles ends like one that reached its limit.
   * @throws EngineFault when input and answer do not fit into the context (an input is never cut, as a fact would be lost), or
   *   when the weights give no finite numbers.
   */
  async *write({ role, input, maxTokens, onPiece }: Composition): Steps<Written> {
    // Tokenising takes time, and no text of this many characters fits.
    if (input.length > this.context * CHARACTERS_PER_TOKEN) throw this.tooLong();
    const prefix = yield* this.prefixes.of(role);
    const turn = this.prompt.userTurn(input);
    if (prefix.length + turn.length + maxTokens > this.context) throw this.tooLong();
    let { cache, next } = yield* this.session.read(turn, prefix);
    const tokens: number[] = [];
    let text = '';
    for (;;) {
      const token = likeliest(next);
      const stopped = this.prompt.stops.has(token);
      if (!stopped) tokens.push(token);
      const ended = stopped || tokens.length >= maxTokens || goesInCircles(tokens);
      const written = this.prompt.decode(tokens);
      const readable = ended ? written : written.replace(/\uFFFD+$/u, '');
      if (readable.length > text.length) onPiece(readable.slice(text.length));
      text = readable;
      if (ended) return { text, finish: stopped ? 'stop' : 'length' };
      yield;
      ({ cache, next } = await this.session.readOn([token], cache));
    }
  }

  private tooLong(): EngineFault {
    return new EngineFault('input-too-long', `Prompt and answer exceed ${this.context} tokens.`);
  }
}

function likeliest(logits: Float32Array): number {
  let best = -1;
  let highest = -Infinity;
  for (let token = 0; token < logits.length; token++) {
    const logit = logits[token] ?? NaN;
    if (Number.isNaN(logit)) throw new EngineFault('unusable-answer', 'The weights gave no finite numbers.');
    if (logit > highest) {
      highest = logit;
      best = token;
    }
  }
  if (!Number.isFinite(highest)) throw new EngineFault('unusable-answer', 'The weights gave no finite numbers.');
  return best;
}
