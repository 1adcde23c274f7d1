/**
 * The engine without the product around it, beside the way of the article it is measured against: on the same weights, in one
 * process, on request of a bench. Requests and answers are messages; the bench of a domain only needs this file's place.
 */
import { setPriority } from 'node:os';
import { AutoModelForCausalLM, AutoTokenizer, env } from '@huggingface/transformers';
import { InferenceSession } from 'onnxruntime-node';
import { ContextCopies } from '../src/engine/cache-tensors';
import { ChooseEngine, type Choice } from '../src/engine/choose-engine';
import { FeaturesEngine } from '../src/engine/features-engine';
import { loadEngine, type ModelPlace } from '../src/engine/load-engine';
import { PromptTokens } from '../src/engine/prompt-tokens';
import type { Steps } from '../src/engine/step-queue';

/** As the article does it: so much room for an answer of one word. */
const ARTICLE_TOKENS = 10;
/** As the model process of the product. */
const NICE = 10;

type Part = 'tokens' | 'copies' | 'run';

/** What to measure. `budget` overrides the tokens of a batch. */
type Request = { readonly id: number } & (
  | { readonly way: 'choose' | 'features'; readonly choice: Choice; readonly budget?: number }
  | { readonly way: 'article'; readonly choice: Choice }
);

/** Milliseconds of the whole and of its parts; tokens read and written. */
interface Measured {
  readonly ms: number;
  readonly parts: Readonly<Record<Part, number>>;
  readonly tokens: number;
}

const spent: Record<Part, number> = { tokens: 0, copies: 0, run: 0 };
let tokensRead = 0;

function count(part: Part, begun: number): void {
  spent[part] += performance.now() - begun;
}

/** Puts a stopwatch on the parts of the engine. */
function watchParts(): void {
  const { clippedUserTurn } = PromptTokens.prototype;
  PromptTokens.prototype.clippedUserTurn = function (text) {
    const begun = performance.now();
    const turn = clippedUserTurn.call(this, text);
    count('tokens', begun);
    tokensRead += turn.length;
    return turn;
  };
  const { of } = ContextCopies.prototype;
  ContextCopies.prototype.of = function (context, rows) {
    const begun = performance.now();
    const copies = of.call(this, context, rows);
    count('copies', begun);
    return copies;
  };
  const { prototype } = InferenceSession as unknown as { prototype: { run: (...run: unknown[]) => Promise<unknown> } };
  const { run } = prototype;
  prototype.run = async function (...feeds) {
    const begun = performance.now();
    const outputs = await run.apply(this, feeds);
    count('run', begun);
    return outputs;
  };
}

/** One comment at a time: chat template, `generate`, nothing kept between comments. */
async function articleWay({ modelsDir, modelName, threads }: ModelPlace) {
  env.allowRemoteModels = false;
  env.localModelPath = modelsDir;
  const tokenizer = await AutoTokenizer.from_pretrained(modelName);
  const model = await AutoModelForCausalLM.from_pretrained(modelName, {
    dtype: 'q4',
    device: 'cpu',
    session_options: { intraOpNumThreads: threads },
  });
  return async ({ role, texts }: Choice): Promise<void> => {
    for (const text of texts) {
      const messages = [
        { role: 'system', content: role.system },
        { role: 'user', content: text },
      ];
      const inputs = tokenizer.apply_chat_template(messages, { add_generation_prompt: true, return_dict: true }) as {
        input_ids: { dims: number[] };
      };
      const output = (await model.generate({
        ...inputs,
        max_new_tokens: ARTICLE_TOKENS,
        do_sample: false,
      } as never)) as { dims: number[] };
      tokensRead += output.dims[1] ?? 0;
    }
  };
}

async function main(): Promise<void> {
  setPriority(NICE);
  const place = JSON.parse(process.argv[2] ?? '{}') as ModelPlace;
  watchParts();
  const { chooser, features } = await loadEngine(place);
  const article = await articleWay(place);
  const withBudget = (tokenBudget: number): ChooseEngine =>
    Object.assign(Object.create(ChooseEngine.prototype), chooser, { tokenBudget });

  const withExitBudget = (tokenBudget: number): FeaturesEngine =>
    Object.assign(Object.create(FeaturesEngine.prototype), features, { tokenBudget });

  const through = async (steps: Steps<unknown>): Promise<void> => {
    while (!(await steps.next()).done);
  };
  const measure = async (request: Request): Promise<Measured> => {
    Object.assign(spent, { tokens: 0, copies: 0, run: 0 });
    tokensRead = 0;
    const begun = performance.now();
    if (request.way === 'article') await article(request.choice);
    else if (request.way === 'features')
      await through(
        (request.budget === undefined ? features : withExitBudget(request.budget)).features(request.choice),
      );
    else await through((request.budget === undefined ? chooser : withBudget(request.budget)).choose(request.choice));
    return { ms: performance.now() - begun, parts: { ...spent }, tokens: tokensRead };
  };
  process.on('disconnect', () => process.exit(0));
  process.on(
    'message',
    (request: Request) => void measure(request).then((measured) => process.send?.({ id: request.id, ...measured })),
  );
  process.send?.({ id: 0 });
}

void main();
