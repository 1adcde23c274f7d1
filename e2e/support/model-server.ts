import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the product asks for, of the OpenAI protocol. */
interface Asked {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** A server that speaks the OpenAI protocol and writes what it is told to; of choices it takes the first. */
export class ModelServer {
  private constructor(private readonly server: Server) {}

  /** @param write the answer to a system prompt and a text */
  static async start(write: (system: string, text: string) => string): Promise<ModelServer> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece)));
      request.on('end', () => {
        if (request.url?.endsWith('/models')) return response.end(JSON.stringify({ data: [{ id: 'larger' }] }));
        const { model, stream, messages } = JSON.parse(body) as Asked;
        const of = (role: string) => messages.find((one) => one.role === role)?.content ?? '';
        const content = write(of('system'), of('user'));
        if (!stream) return response.end(JSON.stringify(whole(model, content)));
        response.setHeader('Content-Type', 'text/event-stream');
        const send = (choice: object) =>
          response.write(`data: ${JSON.stringify({ id: '1', model, choices: [{ index: 0, ...choice }] })}\n\n`);
        send({ delta: { content }, finish_reason: null });
        send({ delta: {}, finish_reason: 'stop' });
        response.end('data: [DONE]\n\n');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new ModelServer(server);
  }

  /** As it is written into the settings. */
  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

const FIRST_TOKENS = ['POSITIVE', 'POS', 'NEGATIVE', 'NEG', 'NEUTRAL', 'NE'];

function whole(model: string, content: string) {
  const top = FIRST_TOKENS.map((token, index) => ({ token, logprob: -0.5 - index }));
  const logprobs = { content: [{ token: 'POS', logprob: -0.5, top_logprobs: top }] };
  const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', logprobs };
  return { id: '1', model, choices: [choice] };
}
