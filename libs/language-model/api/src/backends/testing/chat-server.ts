import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, json, SpecServer } from './spec-server';

/** What arrives at `chat/completions`, as far as specs look at it. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly max_tokens: number;
  readonly logprobs?: boolean;
  readonly response_format?: {
    readonly json_schema: {
      readonly schema: { readonly properties: { readonly answer: { readonly enum: readonly string[] } } };
    };
  };
  readonly guided_choice?: readonly string[];
  readonly stream?: boolean;
  readonly chat_template_kwargs?: object;
}

/** What a server of a certain make offers. */
export type Offer = 'logprobs' | 'response_format' | 'guided_choice';

/** A model server with a tiny mind: a text with `bad` in it is NEGATIVE, `odd` is a ramble, everything else POSITIVE. */
export class ChatServer extends SpecServer {
  readonly bodies: ChatBody[] = [];
  readonly keys: (string | undefined)[] = [];
  offers: readonly Offer[] = ['logprobs', 'response_format'];
  /** Whether what is not offered is refused with 400, as strict servers do, or ignored. */
  strict = false;
  /** Answers a request in another way, once each, before the mind gets its turn. */
  readonly surprises: ((request: IncomingMessage, response: ServerResponse, body: ChatBody) => void)[] = [];
  pieces: readonly string[] = ['Mood ', 'fell ', 'by 4.'];
  /** Never ends a streamed text by itself. */
  endless = false;
  running = 0;
  mostRunning = 0;
  pauseMs = 0;

  constructor() {
    super();
    this.answer = (request, response) => void this.hear(request, response);
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    response.once('close', () => this.running--);
    const body = await bodyOf<ChatBody>(request);
    this.bodies.push(body);
    this.keys.push(request.headers.authorization);
    const surprise = this.surprises.shift();
    if (surprise) return surprise(request, response, body);
    if (this.pauseMs) await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
    if (body.stream) return this.stream(response);
    const asked: Offer | null = body.logprobs
      ? 'logprobs'
      : body.response_format
        ? 'response_format'
        : body.guided_choice
          ? 'guided_choice'
          : null;
    const offered = asked !== null && this.offers.includes(asked);
    if (asked && !offered && this.strict)
      return json(response, 400, { error: { message: `${asked} is not supported` } });
    this.choose(response, body, offered ? asked : null);
  }

  private choose(response: ServerResponse, { messages, response_format }: ChatBody, offered: Offer | null): void {
    const text = messages.at(-1)?.content ?? '';
    const answer = text.includes('bad') ? 'NEGATIVE' : 'POSITIVE';
    const content =
      offered === 'response_format'
        ? JSON.stringify({ answer })
        : text.includes('odd') && offered !== 'guided_choice'
          ? 'I could not say.'
          : `${answer}.`;
    const other = answer === 'NEGATIVE' ? 'POS' : 'NEG';
    const top = text.includes('odd')
      ? [{ token: 'I', logprob: -0.01 }]
      : [
          { token: answer.slice(0, 3), logprob: Math.log(0.6) },
          { token: other, logprob: Math.log(0.2) },
          { token: 'The', logprob: Math.log(0.1) },
        ];
    const logprobs =
      offered === 'logprobs' ? { content: [{ token: top[0]?.token, logprob: -0.1, top_logprobs: top }] } : null;
    if (response_format && offered && text.includes('odd'))
      return json(response, 200, { choices: [{ message: { content: '{"answer": 7}' }, logprobs: null }] });
    json(response, 200, { choices: [{ message: { content }, finish_reason: 'stop', logprobs }] });
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const content of this.pieces)
      response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
    if (this.endless) return;
    response.end(`data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`);
  }
}
