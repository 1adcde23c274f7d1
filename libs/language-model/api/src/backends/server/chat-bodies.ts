import type { RolePrompt } from '../../language-model';

export type ChoosingMethod = 'logprobs' | 'json-schema' | 'guided-choice' | 'plain';

export interface ChoiceQuestion {
  readonly model: string;
  readonly role: RolePrompt;
  readonly options: readonly string[];
  readonly text: string;
}

export interface TextQuestion {
  readonly model: string;
  readonly role: RolePrompt;
  readonly input: string;
  readonly maxTokens: number;
}

/** Tokens of an answer whose probabilities are read: enough to tell apart options that begin alike. */
const READ_TOKENS = 8;
/** The most that servers tell; vLLM refuses more unless it is configured. */
const TOP_LOGPROBS = 20;
/** Room for an option in JSON. */
const NAMED_TOKENS = 64;
/** Characters kept at each end of a longer text: what a comment says stands at its beginning and its end. */
const HEAD_CHARACTERS = 2_000;
const TAIL_CHARACTERS = 1_000;

/** One request per method; every one of them lists the options, as a role's prompt may rely on its tuning. */
export const chooseBodies: Readonly<Record<ChoosingMethod, (question: ChoiceQuestion) => object>> = {
  logprobs: (question) => ({ ...chat(question), max_tokens: READ_TOKENS, logprobs: true, top_logprobs: TOP_LOGPROBS }),
  'json-schema': (question) => ({
    ...chat(question, JSON_HINT),
    max_tokens: NAMED_TOKENS,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'choice', strict: true, schema: choiceSchema(question.options) },
    },
  }),
  // vLLM took `guided_choice` first and reads `structured_outputs` now; each version ignores the other's field.
  'guided-choice': (question) => ({
    ...chat(question),
    max_tokens: NAMED_TOKENS,
    guided_choice: question.options,
    structured_outputs: { choice: question.options },
  }),
  plain: (question) => ({ ...chat(question), max_tokens: NAMED_TOKENS }),
};

/** A text to be streamed. */
export function writeBody({ model, role, input, maxTokens }: TextQuestion): object {
  return { ...common(model), messages: messages(role.system, input), max_tokens: maxTokens, stream: true };
}

const JSON_HINT = ' Put it into JSON: {"answer": "…"}.';

function chat({ model, role, options, text }: ChoiceQuestion, hint = ''): object {
  return {
    ...common(model),
    messages: messages(`${role.system}\nAnswer with exactly one of: ${options.join(', ')}.${hint}`, clip(text)),
  };
}

/** Qwen3 thinks before it answers unless it is told not to. */
function common(model: string): object {
  return {
    model,
    temperature: 0,
    ...(/qwen-?3/i.test(model) ? { chat_template_kwargs: { enable_thinking: false } } : {}),
  };
}

const messages = (system: string, user: string) => [
  { role: 'system', content: system },
  { role: 'user', content: user },
];

const choiceSchema = (options: readonly string[]) => ({
  type: 'object',
  properties: { answer: { type: 'string', enum: options } },
  required: ['answer'],
  additionalProperties: false,
});

function clip(text: string): string {
  if (text.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return text.toWellFormed();
  return `${text.slice(0, HEAD_CHARACTERS).toWellFormed()} … ${text.slice(-TAIL_CHARACTERS).toWellFormed()}`;
}
