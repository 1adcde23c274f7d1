import type { ChoosingWay } from '@moodline/language-model/contract';
import { DomainError } from '@moodline/shared/http';
import type { Dispatcher } from 'undici';
import * as z from 'zod';
import { AnswerCache, type ChoiceAnswer } from '../../answer-cache';
import {
  LanguageModel,
  type ChooseRequest,
  type ModelStatus,
  type WriteRequest,
  type Written,
} from '../../language-model';
import { WritingInterruptedError } from '../../language-model.errors';
import { ModelServerError } from '../backend.errors';
import { chooseBodies, writeBody, type ChoosingMethod } from './chat-bodies';
import { eventData } from './event-data';
import { namedOption } from './named-option';
import { optionShares } from './option-logprobs';
import { RequestRefused, ServerRequests, type ServerRequestsOptions } from './server-requests';
import { ThoughtFilter } from './thought-filter';

const DEFAULT_MAX_TOKENS = 256;

/** How to ask for a choice, best first: each next one is taken where the server does not offer the one before. */
const METHODS: readonly ChoosingMethod[] = ['logprobs', 'json-schema', 'guided-choice', 'plain'];
const WAY_OF: Readonly<Record<ChoosingMethod, ChoosingWay>> = {
  logprobs: 'logprobs',
  'json-schema': 'constrained',
  'guided-choice': 'constrained',
  plain: 'plain',
};

export interface ServerModelOptions extends ServerRequestsOptions {
  /** Name of the model at the server. */
  readonly serverModel: string;
  /** What labels call the model. */
  readonly model: string;
}

const position = z.object({
  token: z.string(),
  top_logprobs: z.array(z.object({ token: z.string(), logprob: z.number() })),
});
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
        logprobs: z.object({ content: z.array(position).nullish() }).nullish(),
      }),
    )
    .min(1),
});
const streamPart = z.object({
  choices: z
    .array(
      z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: z.string().nullish() }),
    )
    .default([]),
  error: z.unknown().optional(),
});

/** What a server made of one text: an answer, or that this method is not for it. */
type Attempt = { readonly answer: ChoiceAnswer } | 'not-offered' | 'no-option';

/** A model behind a server that speaks the OpenAI protocol: vLLM, SGLang, Ollama, or one elsewhere. */
export class ServerLanguageModel extends LanguageModel {
  private readonly requests: ServerRequests;
  private readonly answers = new AnswerCache();
  private method = 0;
  /** Whether the method has given an answer: from then on a refusal is about the text, not about the method. */
  private proven = false;
  private problem: string | null = null;

  constructor(private readonly options: ServerModelOptions) {
    super();
    this.requests = new ServerRequests(options);
  }

  /** How the server tells probabilities, as far as it was asked. */
  get way(): ChoosingWay {
    return WAY_OF[this.methodNow()];
  }

  /** Ends what is on its way. */
  close(): Promise<void> {
    return this.requests.close();
  }

  status(): ModelStatus {
    return { state: this.problem ? 'failed' : 'ready', model: this.options.model, pid: null, problem: this.problem };
  }

  async choose(request: ChooseRequest): Promise<ChoiceAnswer[]> {
    const { role, texts, options } = request;
    // One text that cannot be answered at all ends the others of its request as well.
    const failed = new AbortController();
    const signal = request.signal ? AbortSignal.any([request.signal, failed.signal]) : failed.signal;
    return this.answers.answer({ model: this.options.model, role, asked: options }, texts, (open) =>
      Promise.all(
        open.map((text) =>
          this.watched(() => this.chooseOne({ ...request, signal }, text)).catch((error: unknown) => {
            failed.abort(error);
            throw error;
          }),
        ),
      ),
    );
  }

  async write({
    role,
    input,
    maxTokens = DEFAULT_MAX_TOKENS,
    onToken,
    priority = 'interactive',
    signal,
  }: WriteRequest): Promise<Written> {
    let text = '';
    // A reader that fails ends the text; that is no fault of the server.
    const reader = new AbortController();
    const either = signal ? AbortSignal.any([signal, reader.signal]) : reader.signal;
    const pass = (piece: string) => {
      either.throwIfAborted();
      if (!piece) return;
      text += piece;
      try {
        onToken?.(piece);
      } catch (error) {
        reader.abort(error);
      }
    };
    const body = writeBody({ model: this.options.serverModel, role, input, maxTokens });
    try {
      const finish = await this.watched(() =>
        this.requests.ask({
          body,
          priority,
          signal: either,
          mayRepeat: () => text === '',
          read: (response) => readText(response, pass),
        }),
      );
      return { text, finish };
    } catch (error) {
      if (signal?.aborted) return { text, finish: 'cancelled' };
      if (text !== '' && error instanceof ModelServerError) throw new WritingInterruptedError();
      throw error instanceof RequestRefused ? refused(error) : error;
    }
  }

  private async chooseOne(request: ChooseRequest, text: string): Promise<ChoiceAnswer> {
    for (let index = this.method; ; index = Math.max(index + 1, this.method)) {
      const method = METHODS[index];
      if (!method) return null;
      const attempt = await this.attempt(method, request, text);
      if (typeof attempt === 'object') return attempt.answer;
      // What the server does not offer is not asked for again; a text that this method cannot answer gets the next one's chance.
      if (attempt === 'not-offered' && this.method === index) this.method = Math.min(index + 1, METHODS.length - 1);
    }
  }

  private async attempt(
    method: ChoosingMethod,
    { role, options, priority = 'batch', signal }: ChooseRequest,
    text: string,
  ): Promise<Attempt> {
    const body = chooseBodies[method]({ model: this.options.serverModel, role, options, text });
    const last = method === METHODS.at(-1);
    try {
      const { choices } = await this.requests.ask({
        body,
        priority,
        signal,
        read: async (response) => completion.parse(await response.body.json()),
      });
      const choice = choices[0];
      const positions = choice?.logprobs?.content;
      if (method === 'logprobs' && !positions?.some(({ top_logprobs }) => top_logprobs.length > 0))
        return 'not-offered';
      const answer =
        method === 'logprobs'
          ? optionShares(options, positions ?? [])
          : namedOption(options, choice?.message.content ?? '');
      if (answer) this.proven ||= METHODS[this.method] === method;
      if (answer || last) return { answer };
      return 'no-option';
    } catch (error) {
      if (!(error instanceof RequestRefused)) {
        // A text that is too long for the server is not a reason to stop the others.
        if (error instanceof DomainError && error.code === 'model-input-too-long') return { answer: null };
        throw error;
      }
      if (this.proven) return { answer: null };
      if (last) throw refused(error);
      return 'not-offered';
    }
  }

  /** Keeps what went wrong last for {@link status}; cancelling is no fault. */
  private async watched<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      this.problem = null;
      return result;
    } catch (error) {
      if (error instanceof ModelServerError) this.problem = error.message;
      throw error;
    }
  }

  private methodNow(): ChoosingMethod {
    return METHODS[this.method] ?? 'plain';
  }
}

const refused = ({ status, words }: RequestRefused) =>
  new ModelServerError('model-server-refused', `The model server did not take the request (${status}).`, { words });

/** Reads a streamed text, or a whole one from a server that does not stream. */
async function readText(
  response: Dispatcher.ResponseData,
  onPiece: (piece: string) => void,
): Promise<'stop' | 'length'> {
  const thoughts = new ThoughtFilter();
  if (!String(response.headers['content-type']).includes('text/event-stream')) {
    const { choices } = completion.parse(await response.body.json());
    onPiece(thoughts.push(choices[0]?.message.content ?? '') + thoughts.end());
    return choices[0]?.finish_reason === 'length' ? 'length' : 'stop';
  }
  let finish: string | null = null;
  for await (const data of eventData(response.body)) {
    if (data === '[DONE]') break;
    const part = streamPart.parse(JSON.parse(data));
    if (part.error !== undefined) throw new Error('the server reported an error within its answer');
    const choice = part.choices[0];
    onPiece(thoughts.push(choice?.delta?.content ?? ''));
    finish = choice?.finish_reason ?? finish;
  }
  // A connection that ends without a reason was cut.
  if (!finish) throw new Error('the answer broke off');
  onPiece(thoughts.end());
  return finish === 'length' ? 'length' : 'stop';
}
