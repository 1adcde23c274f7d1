import { PreTrainedTokenizer } from '@huggingface/transformers';

/** Longer texts keep their head and tail only: the label role was tuned and measured that way. */
const HEAD_TOKENS = 64;
const TAIL_TOKENS = 32;

/**
 * Characters kept at each end of an over-long text before it is tokenised, many times what the kept tokens can spell. Tokenising
 * a text of a million characters takes many seconds, and strangers write the texts.
 */
const KEPT_CHARACTERS = 4_000;

/** How an unfinished character shows. */
const UNFINISHED = '\uFFFD';
/** Bytes of the longest character in UTF-8, each of which may be a token. */
const TOKENS_OF_A_SIGN = 4;

/** Models that think aloud before they answer are told by an empty thought that they have done so. */
const EMPTY_THOUGHT = '<think>\n\n</think>\n\n';

interface TokenizerFile {
  readonly added_tokens: readonly { readonly id: number; readonly content: string; readonly special: boolean }[];
}

/**
 * Turns roles and texts into the tokens of a chat.
 *
 * The tokenizer inside knows no control tokens, so a comment that spells `<|im_end|>` stays ordinary text and cannot end its
 * turn; the control tokens of the frame are put in by their numbers, here and nowhere else.
 */
export class PromptTokens {
  /** Tokens that end an answer: all control tokens, as none of them belongs inside one. */
  readonly stops: ReadonlySet<number>;
  private readonly tokenizer: PreTrainedTokenizer;
  private readonly turnStart: number;
  private readonly turnEnd: number;
  private readonly answerStart: string;

  /**
   * @param file content of tokenizer.json
   * @param config content of tokenizer_config.json
   * @throws Error when the model does not use the `<|im_start|>` chat format.
   */
  constructor(file: TokenizerFile, config: object) {
    const control = new Map(
      file.added_tokens.filter((token) => token.special).map((token) => [token.content, token.id]),
    );
    const turnStart = control.get('<|im_start|>');
    const turnEnd = control.get('<|im_end|>');
    if (turnStart === undefined || turnEnd === undefined) throw new Error('The model has no <|im_start|> chat format.');
    this.turnStart = turnStart;
    this.turnEnd = turnEnd;
    this.answerStart = file.added_tokens.some(({ content }) => content === '<think>') ? EMPTY_THOUGHT : '';
    this.stops = new Set(control.values());
    this.tokenizer = new PreTrainedTokenizer(
      { ...file, added_tokens: file.added_tokens.filter((token) => !token.special) },
      config,
    );
  }

  /** The part of the chat that all requests of a role begin with: the system turn and the head of the user's turn. */
  rolePrefix(system: string): number[] {
    return [
      this.turnStart,
      ...this.plain(`system\n${system}`),
      this.turnEnd,
      ...this.plain('\n'),
      this.turnStart,
      ...this.plain('user\n'),
    ];
  }

  /** A whole user text and the head of the answer. */
  userTurn(text: string): number[] {
    return [...this.plain(text), ...this.answerHead()];
  }

  /** As {@link userTurn}, with the middle of a long text left out. */
  clippedUserTurn(text: string): number[] {
    return [...clipTokens(this.plain(clipCharacters(text))), ...this.answerHead()];
  }

  /** As {@link clippedUserTurn}. @returns also how many characters of the text have been read with each of its tokens */
  placedUserTurn(text: string): { readonly row: readonly number[]; readonly ends: readonly number[] } {
    const tokens = this.plain(clipCharacters(text));
    return { row: [...clipTokens(tokens), ...this.answerHead()], ends: clipTokens(this.endsOf(tokens)) };
  }

  /** An option as the model would answer it, closed by the end of its turn. */
  answer(option: string): number[] {
    return [...this.plain(option), this.turnEnd];
  }

  /** Text of answer tokens. An unfinished character at the end shows as U+FFFD. */
  decode(tokens: readonly number[]): string {
    return this.tokenizer.decode([...tokens], { skip_special_tokens: false, clean_up_tokenization_spaces: false });
  }

  /** A sign may be spelled by several tokens: it has been read with the last of them. */
  private endsOf(tokens: readonly number[]): number[] {
    let end = 0;
    let open: number[] = [];
    return tokens.map((token) => {
      open.push(token);
      const signs = this.decode(open);
      if (signs.endsWith(UNFINISHED) && open.length < TOKENS_OF_A_SIGN) return end;
      open = [];
      return (end += signs.length);
    });
  }

  private answerHead(): number[] {
    return [this.turnEnd, ...this.plain('\n'), this.turnStart, ...this.plain(`assistant\n${this.answerStart}`)];
  }

  private plain(text: string): number[] {
    return this.tokenizer.encode(text, { add_special_tokens: false });
  }
}

/** The first 64 and the last 32 tokens of a longer row; other rows as they are. */
export function clipTokens(tokens: readonly number[]): readonly number[] {
  if (tokens.length <= HEAD_TOKENS + TAIL_TOKENS) return tokens;
  return [...tokens.slice(0, HEAD_TOKENS), ...tokens.slice(-TAIL_TOKENS)];
}

function clipCharacters(text: string): string {
  if (text.length <= 2 * KEPT_CHARACTERS) return text;
  return text.slice(0, KEPT_CHARACTERS).toWellFormed() + text.slice(-KEPT_CHARACTERS).toWellFormed();
}
