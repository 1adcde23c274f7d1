import type { Classes, Head, LanguageModel, Priority } from '@moodline/language-model/api';
import { COMMENT_KINDS, EMOTIONS, LABELS } from '@moodline/comments/contract';
import type { LabelAnswer } from './label-answer';
import { TAGGED } from './learning/learn-tag';
import { LABEL_OPTIONS, LABEL_ROLE } from './prompts/label';

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
  /** Heads of tags that are asked as well. */
  readonly tags?: readonly Head[];
  readonly priority?: Priority;
  readonly signal?: AbortSignal | undefined;
}

/** Whether a version is read by heads of this model; else its prompt is asked, as with models of the hub and model servers. */
export const readsByHead = (model: LanguageModel, { kind }: Pick<LabelAsker, 'kind'>): boolean =>
  kind === 'head' && model.heads.has(MOOD);

/**
 * Asks a version of the label role about texts: a head, its companions and the heads of tags in one pass up to the exit of the model, a
 * prompt by choosing among words; tags are a second pass then.
 * @returns per text, in the same order; null where the model gave no usable number
 * @throws what the model throws, see {@link LanguageModel}
 */
export async function askLabels(
  model: LanguageModel,
  asker: LabelAsker,
  { texts, tags = [], priority = 'batch', signal }: Question,
): Promise<(LabelAnswer | null)[]> {
  const { name, version, system } = asker;
  const role = { name, version, system };
  const more = signal ? { priority, signal } : { priority };
  if (!readsByHead(model, asker)) {
    const answers = await model.choose({ role, texts, options: LABEL_OPTIONS, ...more });
    const told = tags.length ? await model.classify({ role: LABEL_ROLE, heads: tags, texts, ...more }) : [];
    return answers.map((mood, index) => mood && { mood, ...tagsIn(told[index] ?? []) });
  }
  const heads = [asker.head ?? model.heads.get(MOOD), model.heads.get(EMOTION), model.heads.get(KIND)];
  const said = heads.filter((head) => head !== undefined);
  const asked = [...said, ...tags];
  const answers = await model.classify({ role, heads: asked, texts, ...more });
  return answers.map((classes) => {
    if (!classes) return null;
    const of = (head: Head | undefined, options: readonly string[]) =>
      head && inOrder(head, classes[asked.indexOf(head)] ?? [], options);
    const mood = of(heads[0], LABELS);
    const emotion = of(heads[1], EMOTIONS);
    const kind = of(heads[2], COMMENT_KINDS);
    if (!mood) return null;
    return { mood, ...(emotion && { emotion }), ...(kind && { kind }), ...tagsIn(classes.slice(said.length)) };
  });
}

/** What heads of tags say; nothing where none was asked. */
const tagsIn = (classes: Classes): Pick<LabelAnswer, 'tags'> =>
  classes.length ? { tags: classes.map((chances) => chances[TAGGED] ?? 0) } : {};

/** Probabilities in the order in which the product names the answers. @returns undefined for a head that lacks one of them */
function inOrder({ options }: Head, probabilities: readonly number[], names: readonly string[]): number[] | undefined {
  const ordered = names.map((name) => probabilities[options.indexOf(name)]);
  return ordered.every((value) => value !== undefined) ? ordered : undefined;
}
