import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { allSteps } from '../testing/fake-engine-parts';
import { FeaturesEngine } from './features-engine';
import { ModelSession } from './model-session';
import { PrefixCache } from './prefix-cache';
import type { PromptTokens } from './prompt-tokens';

const role = { name: 'label', version: 1, system: 'Judge.' };
const LAYERS = [0, 1];
const CACHE = LAYERS.flatMap((layer) => [`past_key_values.${layer}.key`, `past_key_values.${layer}.value`]);

/** A graph of two layers with an exit after the first: its features are a token and the length of the context it was read behind. */
class ExitGraph {
  readonly runs: { readonly feeds: Record<string, Tensor>; readonly outputs: readonly string[] }[] = [];
  readonly inputNames = ['input_ids', 'attention_mask', 'num_logits_to_keep', ...CACHE];
  readonly inputMetadata = this.inputNames.map((name) => {
    const isCache = CACHE.includes(name);
    return {
      name,
      isTensor: true,
      type: isCache ? 'float32' : 'int64',
      shape: isCache ? ['batch', 1, 'past', 2] : ['batch'],
    };
  });

  constructor(readonly outputNames: readonly string[] = ['logits', 'features']) {}

  async run(feeds: Record<string, Tensor>, outputs: readonly string[]): Promise<Record<string, Tensor>> {
    this.runs.push({ feeds, outputs });
    const [rows = 0, width = 0] = feeds['input_ids']?.dims ?? [];
    const kept = -Number((feeds['num_logits_to_keep']?.data as BigInt64Array)[0]);
    if (kept < 1) throw new Error('not to the exit');
    const ids = feeds['input_ids']?.data as BigInt64Array;
    const past = feeds['past_key_values.0.key']?.dims[2] ?? 0;
    const features = Array.from({ length: rows * kept }, (_, cell) => {
      const column = width - kept + (cell % kept);
      return [Number(ids[Math.floor(cell / kept) * width + column]), past];
    });
    const present = (layer: number) => {
      const length = layer === 0 ? past + width : 0;
      return new Tensor(new Float32Array(rows * length * 2), [rows, 1, length, 2]);
    };
    return {
      features: new Tensor(Float32Array.from(features.flat()), [rows, kept, 2]),
      ...Object.fromEntries(
        LAYERS.flatMap((layer) => [
          [`present.${layer}.key`, present(layer)],
          [`present.${layer}.value`, present(layer)],
        ]),
      ),
    };
  }
}

function open(graph = new ExitGraph(), budget?: number) {
  const session = new ModelSession(graph as unknown as InferenceSession);
  // Behind a text stands the head of an answer, one token.
  const prompt = {
    clippedUserTurn: (text: string) => [...text].map(Number),
    placedUserTurn: (text: string) => ({ row: [...text, '7'].map(Number), ends: [...text].map((_, at) => at + 1) }),
  } as unknown as PromptTokens;
  const prefixes = new PrefixCache(() => session.readToExit([9, 9, 9]));
  return { graph, engine: new FeaturesEngine(session, prompt, prefixes, budget) };
}

describe('FeaturesEngine', () => {
  it('gives the features of each text at its last token, behind the prefix, in the order of the texts', async () => {
    const { graph, engine } = open();
    const { result } = await allSteps(engine.features({ role, texts: ['123', '4', '56'] }));
    expect(result.map((row) => [...row])).toEqual([
      [3, 3],
      [4, 3],
      [6, 3],
    ]);
    expect(graph.runs.slice(1).every(({ outputs }) => outputs.join() === 'features')).toBe(true);
  });

  it('gives readings: the features at each token, and those of the whole', async () => {
    const { engine } = open();
    const { result } = await allSteps(engine.readings({ role, texts: ['12', '3', ''] }));
    const plain = result.map(({ whole, tokens }) => [
      [...whole][0],
      ...tokens.map(({ end, features }) => [end, features[0]]),
    ]);
    expect(plain).toEqual([[7, [1, 1], [2, 2]], [7, [1, 3]], [7]]);
  });

  it('feeds nothing to the layers behind the exit', async () => {
    const { graph, engine } = open();
    await allSteps(engine.features({ role, texts: ['12', '34'] }));
    const { feeds } = graph.runs.at(-1) ?? {};
    expect(feeds?.['past_key_values.0.key']?.dims).toEqual([2, 1, 3, 2]);
    expect(feeds?.['past_key_values.1.key']?.dims).toEqual([2, 1, 0, 2]);
  });

  it('reads the prefix once', async () => {
    const { graph, engine } = open();
    await allSteps(engine.features({ role, texts: ['12'] }));
    await allSteps(engine.features({ role, texts: ['34'] }));
    expect(graph.runs.map(({ feeds }) => feeds['past_key_values.0.key']?.dims[2])).toEqual([0, 3, 3]);
  });

  it('does a batch a step', async () => {
    const { engine } = open(new ExitGraph(), 4);
    const { result, count } = await allSteps(engine.features({ role, texts: ['12', '34', '56'] }));
    expect(result.map((row) => row[0])).toEqual([2, 4, 6]);
    expect(count).toBeGreaterThan(2);
  });

  it('says so when the graph has no exit', async () => {
    const { engine } = open(new ExitGraph(['logits']));
    await expect(allSteps(engine.features({ role, texts: ['1'] }))).rejects.toThrow('has no exit');
  });
});
