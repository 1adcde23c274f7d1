import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { lastLogits, ModelSession } from './model-session';

const VOCABULARY = 10;

/** A graph whose likeliest next token is always its last token plus one; it remembers what it was fed. */
class CountingGraph {
  readonly runs: { feeds: Record<string, Tensor>; outputs: readonly string[] | undefined }[] = [];
  readonly inputMetadata;

  constructor(readonly inputNames: string[]) {
    this.inputMetadata = inputNames.map((name) => ({ name, isTensor: true, type: 'float32', shape: ['batch', 1, 'past', 2] }));
  }

  async run(feeds: Record<string, Tensor>, outputs?: readonly string[]): Promise<Record<string, Tensor>> {
    this.runs.push({ feeds, outputs });
    const [rows = 0, width = 0] = feeds['input_ids']?.dims ?? [];
    const ids = feeds['input_ids']?.data as BigInt64Array;
    const past = feeds['past_key_values.0.key']?.dims[2] ?? 0;
    const kept = Number((feeds['num_logits_to_keep']?.data as BigInt64Array | undefined)?.[0] ?? width);
    const logits = new Float32Array(rows * kept * VOCABULARY);
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < kept; k++) {
        const token = Number(ids[row * width + (width - kept + k)]);
        logits[(row * kept + k) * VOCABULARY + token + 1] = 1;
      }
    }
    const present = new Tensor(new Float32Array(rows * (past + width) * 2), [rows, 1, past + width, 2]);
    return { logits: new Tensor(logits, [rows, kept, VOCABULARY]), 'present.0.key': present, 'present.0.value': present };
  }
}

const CACHE = ['past_key_values.0.key', 'past_key_values.0.value'];
const likeliest = (logits: Float32Array) => logits.indexOf(Math.max(...logits));
const open = (inputs: string[]) => {
  const graph = new CountingGraph(inputs);
  return { graph, session: new ModelSession(graph as unknown as InferenceSession) };
};
async function read(session: ModelSession, tokens: number[]) {
  const steps = session.read(tokens);
  for (let count = 1; ; count++) {
    const step = await steps.next();
    if (step.done) return { ...step.value, steps: count };
  }
}

describe.each([
  ['all inputs', ['input_ids', 'attention_mask', 'position_ids', 'num_logits_to_keep', ...CACHE]],
  ['no position_ids and no num_logits_to_keep', ['input_ids', 'attention_mask', ...CACHE]],
])('a session of a graph with %s', (_, inputs) => {
  it('feeds what the graph wants and nothing else', async () => {
    const { graph, session } = open(inputs);
    await read(session, [1, 2]);
    expect(Object.keys(graph.runs[0]?.feeds ?? {}).sort()).toEqual([...inputs].sort());
  });

  it('reads each row of a batch at its own last token, behind the shared context', async () => {
    const { graph, session } = open(inputs);
    const { cache } = await read(session, [7, 7, 7]);
    const rows = [[1, 2, 3], [4], [5, 6]];
    const logits = await session.readRows(rows, cache);
    expect(rows.map(({ length }, row) => likeliest(lastLogits(logits, row, length)))).toEqual([4, 5, 7]);
    const { feeds, outputs } = graph.runs[1] ?? {};
    expect(outputs).toEqual(['logits']);
    expect(feeds?.['attention_mask']?.dims).toEqual([3, 7]);
    expect(feeds?.['input_ids']?.dims).toEqual([3, 4]);
    expect(feeds?.['past_key_values.0.key']?.dims).toEqual([3, 1, 3, 2]);
    if (feeds?.['position_ids']) expect([...(feeds['position_ids'].data as BigInt64Array)].slice(0, 4)).toEqual([3n, 4n, 5n, 6n]);
  });

  it('reads a long prompt in steps, each behind the one before', async () => {
    const { graph, session } = open(inputs);
    const { cache, next, steps } = await read(session, [...new Array<number>(600).fill(1), 8]);
    expect(likeliest(next)).toBe(9);
    expect(cache.length).toBe(601);
    expect(steps).toBe(3);
    expect(graph.runs.map(({ feeds }) => feeds['past_key_values.0.key']?.dims[2])).toEqual([0, 256, 512]);
  });
});

it('refuses a graph whose cache it cannot feed', () => {
  const graph = new CountingGraph(['input_ids', ...CACHE]);
  graph.inputMetadata.forEach((input) => (input.type = 'float16'));
  expect(() => new ModelSession(graph as unknown as InferenceSession)).toThrow('past_key_values.0.key');
});
