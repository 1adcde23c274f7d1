/** What every model keeps to, whatever runs it. */
import { join } from 'node:path';
import { ChildLanguageModel } from '../child-language-model';
import type { LanguageModel, RolePrompt } from '../language-model';
import { ChatServer, type Offer } from './testing/chat-server';
import { ServerLanguageModel } from './server/server-language-model';

interface Opened {
  readonly model: LanguageModel;
  /** Texts with which this model behaves in a certain way. */
  readonly words: {
    readonly first: string;
    readonly second: string;
    readonly unusable: string;
    readonly endless: string;
  };
  readonly close: () => Promise<void>;
}

const role: RolePrompt = { name: 'label', version: 1, system: 'Judge.' };
const options = ['POSITIVE', 'NEGATIVE'];

async function child(): Promise<Opened> {
  const model = new ChildLanguageModel({
    entry: join(__dirname, '../testing/fake-model-process.cjs'),
    place: { modelsDir: '/nowhere', modelName: 'fake', threads: 1 },
  });
  return {
    model,
    words: { first: 'good', second: 'fine', unusable: 'nothing', endless: 'never end' },
    close: () => model.close(),
  };
}

const server =
  (...offers: Offer[]) =>
  async (): Promise<Opened> => {
    const chat = await new ChatServer().start();
    chat.offers = offers;
    chat.strict = true;
    chat.endless = true;
    const model = new ServerLanguageModel({
      baseUrl: `${chat.url}/v1`,
      key: null,
      concurrency: 2,
      serverModel: 'qwen',
      model: 'qwen @ here',
    });
    const close = async () => {
      await model.close();
      await chat.close();
    };
    return { model, words: { first: 'good', second: 'bad', unusable: 'odd', endless: 'go' }, close };
  };

describe.each([
  ['weights in a child process', child],
  ['a server with log probabilities', server('logprobs', 'response_format')],
  ['a server with JSON schemas', server('response_format')],
  ['a server that only talks', server()],
])('%s', (_, open) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  it('chooses with probabilities in the order of texts and options, summing to one', async () => {
    const { first, second } = opened.words;
    const [alone] = await opened.model.choose({ role, texts: [first], options });
    const both = await opened.model.choose({ role: { ...role, version: 2 }, texts: [second, first], options });
    expect(both).toHaveLength(2);
    expect(both[1]).toEqual(alone);
    for (const chances of both) {
      expect(chances).toHaveLength(options.length);
      expect(chances?.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    }
  });

  it('answers null for a text without a usable number, and goes on with the others', async () => {
    const { first, unusable } = opened.words;
    const answers = await opened.model.choose({ role, texts: [unusable, first], options });
    expect(answers[0]).toBeNull();
    expect(answers[1]).not.toBeNull();
  });

  it('rejects an aborted choice with the reason of the signal', async () => {
    await expect(
      opened.model.choose({ role, texts: [opened.words.first], options, signal: AbortSignal.abort(new Error('left')) }),
    ).rejects.toThrow('left');
  });

  it('streams a text, and returns what was written when it is cancelled', async () => {
    const abort = new AbortController();
    const pieces: string[] = [];
    const onToken = (piece: string) => {
      pieces.push(piece);
      abort.abort();
    };
    const { text, finish } = await opened.model.write({
      role,
      input: opened.words.endless,
      signal: abort.signal,
      onToken,
    });
    expect(finish).toBe('cancelled');
    expect(text).toBe(pieces.join(''));
    expect(pieces).toHaveLength(1);
  });

  it('passes on the fault of a reader, and answers the next', async () => {
    const onToken = () => {
      throw new Error('the reader hung up');
    };
    await expect(opened.model.write({ role, input: opened.words.endless, onToken })).rejects.toThrow(
      'the reader hung up',
    );
    expect(await opened.model.choose({ role, texts: [opened.words.first], options })).toHaveLength(1);
  });

  it('names itself', () => {
    expect(opened.model.status()).toMatchObject({
      model: expect.stringMatching(/^(fake|qwen @ here)$/),
      problem: null,
    });
  });
});
