import type { ModelCheckResult } from '@moodline/language-model/contract';
import type { RolePrompt } from '../language-model';
import { ModelLoadError } from './backend.errors';
import type { Backend } from './backend-factory';
import { leavesTo } from './model-names';

const JUDGE: RolePrompt = {
  name: 'model-check',
  version: 0,
  system: 'Judge the mood of a comment. Answer with one word: POSITIVE, NEGATIVE or NEUTRAL.',
};
const OPTIONS = ['POSITIVE', 'NEUTRAL', 'NEGATIVE'];
const WRITER: RolePrompt = { name: 'model-check-write', version: 1, system: 'Answer politely in one short sentence.' };
const COMMENTS = ['I love it, works perfectly and arrived a day early.', '太差了，用了两天就坏，客服也不理人。'];
const REQUEST = 'The delivery came late and the box was damaged.';
const WRITTEN_TOKENS = 40;

let examinations = 0;

/** Has a model choose for two comments and write a sentence, and measures. @throws what the model throws */
export async function examine({ model, way, choice }: Backend, signal: AbortSignal): Promise<ModelCheckResult> {
  // A version of its own each time: what is remembered must not answer for the model.
  const judge = { ...JUDGE, version: ++examinations };
  // The first answer includes loading and, at a server, finding out what it offers: that is not its speed.
  await model.choose({ role: judge, texts: ['ok'], options: OPTIONS, priority: 'interactive', signal });
  const chooseBegun = performance.now();
  const answers = await model.choose({
    role: judge,
    texts: COMMENTS,
    options: OPTIONS,
    priority: 'interactive',
    signal,
  });
  const chooseMs = performance.now() - chooseBegun;
  const writeBegun = performance.now();
  let firstPieceMs: number | null = null;
  const onToken = () => (firstPieceMs ??= performance.now() - writeBegun);
  const { text } = await model.write({ role: WRITER, input: REQUEST, maxTokens: WRITTEN_TOKENS, onToken, signal });
  if (signal.aborted) throw signal.reason;
  const comments = COMMENTS.map((comment, index) => ({ text: comment, ...likeliest(answers[index] ?? null) }));
  return {
    model: model.status().model,
    way: way(),
    chooseMs,
    comments,
    firstPieceMs,
    writeMs: performance.now() - writeBegun,
    written: text,
    leavesTo: leavesTo(choice),
  };
}

/**
 * Makes sure that a model loads and answers, before it takes over.
 * @param problems where the factory tells what goes wrong: the first trouble ends the trial
 * @throws ModelLoadError, or what the model throws
 */
export async function prove({ model }: Backend, problems: AbortSignal): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    const fail = () => reject(problems.reason);
    if (problems.aborted) fail();
    problems.addEventListener('abort', fail, { once: true });
  });
  const answers = await Promise.race([
    model.choose({ role: JUDGE, texts: COMMENTS, options: OPTIONS, priority: 'interactive', signal: problems }),
    failed,
  ]);
  if (answers.some((answer) => answer === null)) throw new ModelLoadError('it gave no usable answer.');
}

function likeliest(chances: readonly number[] | null): { label: string | null; probability: number | null } {
  if (!chances) return { label: null, probability: null };
  const probability = Math.max(...chances);
  return { label: OPTIONS[chances.indexOf(probability)] ?? null, probability };
}
