import type { Head, LanguageModel, Priority } from '@moodline/language-model/api';
import { COMMENT_KINDS, EMOTIONS, LABELS } from '@moodline/shared/contract';
import type { LabelAnswer } from './label-answer';
import { LABEL_OPTIONS } from './prompts/label';

/** Heads that say more of a comment than its mood, by their names. */
const EMOTION = 'emotion';
const KIND = 'kind';
export const MOOD = 'mood';

/** A version of the label role as far as asking the model needs it. */
export interface LabelAsker {
  readonly name: string;
  readonly version: number;
  readonly system: string;
  /** `prompt` where it is not said. */
  readonly kind?: 'prompt' | 'head';
  /** A mood head of the workspace's own; else that of the weights. */
  readonly head?: Head | null;
}

interface Question {
  readonly texts: readonly string[];
  readonly priority?: Priority;
  readonly signal?: AbortSignal | undefined;
}

/** Whether a version is read by heads of this model; else its prompt is asked, as with models of the hub and model servers. */
export const readsByHead = (model: LanguageModel, { kind }: Pick<LabelAsker, 'kind'>): boolean =>
  kind === 'head' && model.heads.has(MOOD);

/**
 * Asks a version of the label role about texts: a head and its companions in one pass up to the exit of the model, a prompt by
 * choosing among words.
 * @returns per text, in the same order; null where the model gave no usable number
 * @throws what the model throws, see {@link LanguageModel}
 */
export async function askLabels(
  model: LanguageModel,
  asker: LabelAsker,
  { texts, priority = 'batch', signal }: Question,
): Promise<(LabelAnswer | null)[]> {
  const { name, version, system } = asker;
  const role = { name, version, system };
  const more = signal ? { priority, signal } : { priority };
  if (!readsByHead(model, asker)) {
    const answers = await model.choose({ role, texts, options: LABEL_OPTIONS, ...more });
    return answers.map((mood) => mood && { mood });
  }
  const heads = [asker.head ?? model.heads.get(MOOD), model.heads.get(EMOTION), model.heads.get(KIND)];
  const asked = heads.filter((head) => head !== undefined);
  const answers = await model.classify({ role, heads: asked, texts, ...more });
  return answers.map((classes) => {
    if (!classes) return null;
    const of = (head: Head | undefined, options: readonly string[]) =>
      head && inOrder(head, classes[asked.indexOf(head)] ?? [], options);
    const mood = of(heads[0], LABELS);
    const emotion = of(heads[1], EMOTIONS);
    const kind = of(heads[2], COMMENT_KINDS);
    return mood ? { mood, ...(emotion ? { emotion } : {}), ...(kind ? { kind } : {}) } : null;
  });
}

/** Probabilities in the order in which the product names the answers. @returns undefined for a head that lacks one of them */
function inOrder({ options }: Head, probabilities: readonly number[], names: readonly string[]): number[] | undefined {
  const ordered = names.map((name) => probabilities[options.indexOf(name)]);
  return ordered.every((value) => value !== undefined) ? ordered : undefined;
}
