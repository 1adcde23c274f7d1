import type { RolePrompt } from '../../language-model';
import { InputTooLongError, WritingInterruptedError } from '../../language-model.errors';
import { ModelServerError } from '../backend.errors';
import { ChatServer } from '../testing/chat-server';
import { json } from '../testing/spec-server';
import { ServerLanguageModel, type ServerModelOptions } from './server-language-model';

const role: RolePrompt = { name: 'label', version: 1, system: 'Judge.' };
const options = ['POSITIVE', 'NEGATIVE'];
const QUICK = { retries: 3, firstDelayMs: 1, longestDelayMs: 4 };

describe('a model behind a server', () => {
  let server: ChatServer;
  let model: ServerLanguageModel;
  let opened: ServerLanguageModel[];

  const open = (more: Partial<ServerModelOptions> = {}) => {
    model = new ServerLanguageModel({
      baseUrl: `${server.url}/v1`,
      key: 'sk-secret',
      concurrency: 4,
      serverModel: 'qwen',
      model: 'qwen @ here',
      patience: QUICK,
      ...more,
    });
    opened.push(model);
    return model;
  };
  const choose = (texts: string[], signal?: AbortSignal) =>
    model.choose({ role, texts, options, ...(signal ? { signal } : {}) });

  beforeEach(async () => {
    server = await new ChatServer().start();
    opened = [];
    open();
  });
  afterEach(async () => {
    await Promise.all(opened.map((each) => each.close()));
    await server.close();
  });

  describe('choosing', () => {
    it('reads probabilities off the first tokens where the server tells them', async () => {
      const [good, bad] = await choose(['good', 'bad']);
      expect(good?.[0]).toBeCloseTo(0.75, 4);
      expect(bad?.[1]).toBeCloseTo(0.75, 4);
      expect(model.way).toBe('logprobs');
      expect(server.requests[0]).toBe('POST /v1/chat/completions');
      expect(server.bodies[0]).toMatchObject({ model: 'qwen', temperature: 0, logprobs: true, top_logprobs: 20 });
      expect(server.bodies[0]?.messages[0]?.content).toContain('Answer with exactly one of: POSITIVE, NEGATIVE.');
    });

    it.each([true, false])(
      'takes a constrained answer where there are no log probabilities (refused: %s)',
      async (strict) => {
        server.offers = ['response_format'];
        server.strict = strict;
        const [good, bad] = await choose(['good', 'bad']);
        expect(good?.[0]).toBeCloseTo(0.9);
        expect(bad?.[1]).toBeCloseTo(0.9);
        expect(model.way).toBe('constrained');
      },
    );

    it('does not ask again for what the server does not offer', async () => {
      server.offers = ['response_format'];
      server.strict = true;
      await choose(['good']);
      server.bodies.length = 0;
      await choose(['bad']);
      expect(server.bodies).toHaveLength(1);
      expect(server.bodies[0]?.response_format?.json_schema.schema.properties.answer.enum).toEqual(options);
    });

    it('uses guided choice where the server knows no JSON schema', async () => {
      server.offers = ['guided_choice'];
      server.strict = true;
      expect((await choose(['bad']))[0]?.[1]).toBeCloseTo(0.9);
      expect(server.bodies.at(-1)).toMatchObject({ guided_choice: options });
    });

    it('reads the option out of plain words at last', async () => {
      server.offers = [];
      server.strict = true;
      expect((await choose(['bad']))[0]?.[1]).toBeCloseTo(0.9);
      expect(model.way).toBe('plain');
    });

    it('answers null where the model names no option', async () => {
      expect(await choose(['good', 'odd'])).toEqual([[expect.any(Number), expect.any(Number)], null]);
    });

    it('asks for a text once and remembers the answer', async () => {
      await choose(['good', 'good']);
      await choose(['good']);
      expect(server.bodies).toHaveLength(1);
    });

    it('keeps to its number of requests at once', async () => {
      open({ concurrency: 2 });
      server.pauseMs = 5;
      await choose(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(server.mostRunning).toBe(2);
    });

    it('does not let a text that the server refuses spoil the others', async () => {
      await choose(['good']);
      server.surprises.push((_, response) => json(response, 400, { error: { message: 'content filter' } }));
      expect((await choose(['first', 'second'])).filter((answer) => answer === null)).toHaveLength(1);
    });

    it('rejects an aborted choice with the reason of the signal', async () => {
      await expect(choose(['good'], AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
      const abort = new AbortController();
      server.surprises.push(() => abort.abort(new Error('left later')));
      await expect(choose(['other'], abort.signal)).rejects.toThrow('left later');
    });

    it('tells Qwen3 not to think aloud', async () => {
      open({ serverModel: 'Qwen/Qwen3-0.6B' });
      await choose(['good']);
      expect(server.bodies[0]).toMatchObject({ chat_template_kwargs: { enable_thinking: false } });
    });
  });

  describe('writing', () => {
    it('streams a text', async () => {
      const pieces: string[] = [];
      expect(await model.write({ role, input: 'go', maxTokens: 40, onToken: (piece) => pieces.push(piece) })).toEqual({
        text: 'Mood fell by 4.',
        finish: 'stop',
      });
      expect(pieces).toEqual(['Mood ', 'fell ', 'by 4.']);
      expect(server.bodies[0]).toMatchObject({ stream: true, max_tokens: 40 });
    });

    it('leaves out thoughts', async () => {
      server.pieces = ['<thi', 'nk>well', '</think>', '\n\nMood', ' fell'];
      expect((await model.write({ role, input: 'go' })).text).toBe('Mood fell');
    });

    it('returns what was written when it is cancelled, and hangs up', async () => {
      server.endless = true;
      const abort = new AbortController();
      const written = await model.write({ role, input: 'go', signal: abort.signal, onToken: () => abort.abort() });
      expect(written).toEqual({ text: 'Mood ', finish: 'cancelled' });
      while (server.running > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    });

    it('does not begin a text anew that was already shown in part', async () => {
      server.surprises.push((_, response) => {
        response
          .writeHead(200, { 'content-type': 'text/event-stream' })
          .write('data: {"choices":[{"delta":{"content":"Mood "}}]}\n\n', () => response.destroy());
      });
      await expect(model.write({ role, input: 'go' })).rejects.toThrow(WritingInterruptedError);
      expect(server.bodies).toHaveLength(1);
    });

    it('begins again when the answer broke off before its first word', async () => {
      server.surprises.push((_, response) => response.destroy());
      expect((await model.write({ role, input: 'go' })).text).toBe('Mood fell by 4.');
    });

    it('takes a text from a server that does not stream', async () => {
      server.surprises.push((_, response) =>
        json(response, 200, { choices: [{ message: { content: 'whole' }, finish_reason: 'length' }] }),
      );
      expect(await model.write({ role, input: 'go' })).toEqual({ text: 'whole', finish: 'length' });
    });

    it('tells that an input is too long', async () => {
      server.surprises.push((_, response) =>
        json(response, 400, { error: { message: "This model's maximum context length is 4096 tokens." } }),
      );
      await expect(model.write({ role, input: 'go' })).rejects.toThrow(InputTooLongError);
    });
  });

  describe('in trouble', () => {
    it.each([429, 500, 502, 503])('tries again after %d', async (status) => {
      server.surprises.push((_, response) => json(response, status, {}));
      expect((await choose(['good']))[0]?.[0]).toBeGreaterThan(0.5);
      expect(server.bodies).toHaveLength(2);
      expect(model.status()).toMatchObject({ state: 'ready', problem: null });
    });

    it('waits as long as the server asks, with all requests', async () => {
      open({ concurrency: 1 });
      server.surprises.push((_, response) => json(response, 429, {}, { 'retry-after': '0.3' }));
      const begun = performance.now();
      await choose(['good', 'bad']);
      expect(performance.now() - begun).toBeGreaterThan(290);
      expect(server.bodies).toHaveLength(3);
    });

    it('gives up at once when the server asks for too much patience', async () => {
      server.surprises.push((_, response) => json(response, 429, {}, { 'retry-after': '3600' }));
      await expect(choose(['good'])).rejects.toMatchObject({ code: 'model-server-busy' });
      expect(server.bodies).toHaveLength(1);
    });

    it('gives up after its tries, says why, and recovers', async () => {
      for (let tries = 0; tries <= QUICK.retries; tries++)
        server.surprises.push((_, response) => json(response, 500, {}));
      await expect(choose(['good'])).rejects.toMatchObject({ code: 'model-server-failed' });
      expect(model.status()).toMatchObject({ state: 'failed', problem: expect.stringContaining('500') });
      await choose(['good']);
      expect(model.status().state).toBe('ready');
    });

    it('does not repeat a request whose key is refused, and never shows the key', async () => {
      server.surprises.push((_, response) =>
        json(response, 401, { error: { message: 'Incorrect API key provided: sk-secret' } }),
      );
      const error = await choose(['good']).catch((caught: ModelServerError) => caught);
      expect(error).toMatchObject({ code: 'model-server-key', details: { words: 'Incorrect API key provided: …' } });
      expect(JSON.stringify(error)).not.toContain('sk-secret');
      expect(server.keys).toEqual(['Bearer sk-secret']);
    });

    it('says that address or model are wrong', async () => {
      server.surprises.push((_, response) => json(response, 404, {}));
      await expect(choose(['good'])).rejects.toMatchObject({ code: 'model-server-model' });
    });

    it('does not follow a redirect, which would take the key along', async () => {
      server.surprises.push((_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end());
      await expect(choose(['good'])).rejects.toMatchObject({ code: 'model-server-redirect' });
    });

    it('gives up on a server that is silent', async () => {
      open({ timeoutMs: 50, patience: { ...QUICK, retries: 0 } });
      server.surprises.push(() => undefined);
      await expect(choose(['good'])).rejects.toMatchObject({ code: 'model-server-timeout' });
    });

    it('says that nobody is there', async () => {
      open({ baseUrl: 'http://127.0.0.1:1/v1' });
      await expect(choose(['good'])).rejects.toMatchObject({ code: 'model-server-unreachable' });
    });

    it('says that an answer is no completion', async () => {
      open({ patience: { ...QUICK, retries: 0 } });
      server.surprises.push((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
      await expect(choose(['good'])).rejects.toMatchObject({ code: 'model-server-broken' });
    });
  });
});
