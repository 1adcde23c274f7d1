import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { halfBits, halfTensor } from './half-floats';
import { ModelSession } from './model-session';

const VOCABULARY = 10;
const CACHE = ['past_key_values.0.key', 'past_key_values.0.value'];
const ONE = 0x3c00;

interface Traits {
  readonly inputs: readonly string[];
  readonly type?: 'float32' | 'float16';
  readonly heads?: number | string;
  readonly width?: number;
  /** The fused attention of the runtime reads several rows only from the start. */
  readonly oneRowBehindContext?: boolean;
}

/** A graph whose likeliest next token is always its last token plus one; it remembers what it was fed. */
class CountingGraph {
  readonly runs: { feeds: Record<string, Tensor>; outputs: readonly string[] | undefined }[] = [];
  readonly inputNames: readonly string[];
  readonly inputMetadata;

  constructor(private readonly traits: Traits) {
    const { inputs, type = 'float32', heads = 1, width = 2 } = traits;
    this.inputNames = inputs;
    this.inputMetadata = inputs.map((name) => {
      const isCache = name.startsWith('past_');
      return {
        name,
        isTensor: true,
        type: isCache ? type : 'int64',
        shape: isCache ? ['batch', heads, 'past', width] : ['batch', 'seq'],
      };
    });
  }

  async run(feeds: Record<string, Tensor>, outputs?: readonly string[]): Promise<Record<string, Tensor>> {
    const [rows = 0, width = 0] = feeds['input_ids']?.dims ?? [];
    const past = feeds['past_key_values.0.key']?.dims[2] ?? 0;
    if (this.traits.oneRowBehindContext && rows > 1 && past > 0)
      throw new Error('batch_size must be 1 when sequence_length > 1 and past context is given.');
    this.runs.push({ feeds, outputs });
    const ids = feeds['input_ids']?.data as BigInt64Array;
    const kept = Number((feeds['num_logits_to_keep']?.data as BigInt64Array | undefined)?.[0] ?? width);
    const logits = new Uint16Array(rows * kept * VOCABULARY);
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < kept; k++)
        logits[(row * kept + k) * VOCABULARY + Number(ids[row * width + (width - kept + k)]) + 1] = ONE;
    }
    const { heads = 1, width: depth = 2 } = this.traits;
    const present = this.tensor(new Uint16Array(rows * Number(heads) * (past + width) * depth), [
      rows,
      Number(heads),
      past + width,
      depth,
    ]);
    return {
      logits: this.tensor(logits, [rows, kept, VOCABULARY]),
      'present.0.key': present,
      'present.0.value': present,
    };
  }

  /** As the runtime gives it: 16-bit floats in whatever type JavaScript has for them. */
  private tensor(bits: Uint16Array, dims: number[]): Tensor {
    if (this.traits.type === 'float16') return new Tensor('float16', bits, dims);
    return new Tensor(
      Float32Array.from(bits, (value) => value / ONE),
      dims,
    );
  }
}

const likeliest = (logits: Float32Array) => logits.indexOf(Math.max(...logits));
const open = (traits: Traits) => {
  const graph = new CountingGraph(traits);
  return { graph, session: new ModelSession(graph as unknown as InferenceSession) };
};
async function read(session: ModelSession, tokens: number[]) {
  const steps = session.read(tokens);
  for (let count = 1; ; count++) {
    const step = await steps.next();
    if (step.done) return { ...step.value, steps: count };
  }
}

const ALL = ['input_ids', 'attention_mask', 'position_ids', 'num_logits_to_keep', ...CACHE];

describe.each<[string, Traits]>([
  ['all inputs', { inputs: ALL }],
  ['no position_ids and no num_logits_to_keep', { inputs: ['input_ids', 'attention_mask', ...CACHE] }],
  ['eight heads of 128 numbers', { inputs: ALL, heads: 8, width: 128 }],
  ['a cache of 16-bit floats', { inputs: ALL, type: 'float16' }],
  ['an attention that takes one row behind a context', { inputs: ALL, oneRowBehindContext: true }],
])('a session of a graph with %s', (_, traits) => {
  const { inputs, heads = 1, width: depth = 2, type = 'float32' } = traits;

  it('feeds what the graph wants and nothing else', async () => {
    const { graph, session } = open(traits);
    await read(session, [1, 2]);
    expect(Object.keys(graph.runs[0]?.feeds ?? {}).sort()).toEqual([...inputs].sort());
    expect(graph.runs[0]?.feeds['past_key_values.0.key']).toMatchObject({ dims: [1, heads, 0, depth], type });
  });

  it('reads each row of a batch at its own last token, behind the shared context', async () => {
    const { graph, session } = open(traits);
    const { cache } = await read(session, [7, 7, 7]);
    const rows = [[1, 2, 3], [4], [5, 6]];
    for (let time = 0; time < 2; time++)
      expect((await session.readRows(rows, cache)).map((places) => places.map(likeliest))).toEqual([[4], [5], [7]]);
    expect(
      graph.runs
        .slice(1)
        .every(({ outputs, feeds }) => outputs?.join() === 'logits' && feeds['past_key_values.0.key']?.dims[2] === 3),
    ).toBe(true);
    expect(graph.runs).toHaveLength(traits.oneRowBehindContext ? 7 : 3);
  });

  it('reads a row at earlier tokens as well', async () => {
    const { session } = open(traits);
    const { cache } = await read(session, [7]);
    const places = await session.readRows(
      [
        [1, 2, 3, 4],
        [5, 6, 7],
      ],
      cache,
      [0, 2],
    );
    expect(places.map((row) => row.map(likeliest))).toEqual([
      [5, 3],
      [8, 6],
    ]);
  });

  it('reads a long prompt in steps, each behind the one before', async () => {
    const { graph, session } = open(traits);
    const { cache, next, steps } = await read(session, [...new Array<number>(600).fill(1), 8]);
    expect(likeliest(next)).toBe(9);
    expect(cache.length).toBe(601);
    expect(steps).toBe(3);
    expect(graph.runs.map(({ feeds }) => feeds['past_key_values.0.key']?.dims[2])).toEqual([0, 256, 512]);
  });
});

it('lays a batch out with an even count of tokens, the context repeated and positions behind it', async () => {
  const { graph, session } = open({ inputs: ALL });
  const { cache } = await read(session, [7, 7, 7]);
  await session.readRows([[1, 2, 3], [4], [5, 6]], cache);
  const { feeds } = graph.runs[1] ?? {};
  expect(feeds?.['attention_mask']?.dims).toEqual([3, 7]);
  expect(feeds?.['input_ids']?.dims).toEqual([3, 4]);
  expect(feeds?.['past_key_values.0.key']?.dims).toEqual([3, 1, 3, 2]);
  expect([...(feeds?.['position_ids']?.data as BigInt64Array)].slice(0, 4)).toEqual([3n, 4n, 5n, 6n]);
});

it('plans one row at a time once the graph has refused more', async () => {
  const { session } = open({ inputs: ALL, oneRowBehindContext: true });
  const { cache } = await read(session, [7]);
  expect(session.rowsAtOnce(cache)).toBeGreaterThan(1);
  await session.readRows([[1], [2]], cache);
  expect(session.rowsAtOnce(cache)).toBe(1);
});

it('does not take another failure for that refusal', async () => {
  const { graph, session } = open({ inputs: ALL });
  const { cache } = await read(session, [7]);
  graph.run = () => Promise.reject(new Error('out of memory'));
  await expect(session.readRows([[1], [2]], cache)).rejects.toThrow('out of memory');
  expect(session.rowsAtOnce(cache)).toBeGreaterThan(1);
});

it('feeds 16-bit floats of a run to the next as bits', async () => {
  const { graph, session } = open({ inputs: ALL, type: 'float16' });
  const { cache } = await read(session, [7, 7]);
  await session.readRows([[1], [2]], cache);
  const key = graph.runs[1]?.feeds['past_key_values.0.key'];
  expect(key?.data.constructor.name).toBe('Uint16Array');
  expect([...halfBits(key ?? halfTensor(new Uint16Array(0), [0]))]).toHaveLength(2 * 2 * 2);
});

it.each<[string, Traits & { type?: string }]>([
  ['past_key_values.0.key', { inputs: ['input_ids', ...CACHE], type: 'int8' } as never],
  ['past_key_values.0.key', { inputs: ['input_ids', ...CACHE], heads: 'heads' }],
  ['past_conv.0', { inputs: ['input_ids', 'past_conv.0'] }],
  ['token_type_ids', { inputs: ['input_ids', 'token_type_ids', ...CACHE] }],
])('refuses a graph with an input it cannot feed, and names it: %s', (name, traits) => {
  expect(() => open(traits)).toThrow(name);
});
