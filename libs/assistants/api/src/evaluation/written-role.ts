import type { LanguageModel } from '@moodline/language-model/api';
import type { Label } from '@moodline/comments/contract';

export type Spoken = 'zh' | 'en' | 'ja';

/** A text that a role is asked to answer. `label` is undefined where the role is not told the mood. */
export interface RoleInput {
  readonly language: Spoken;
  readonly label: Label | undefined;
  readonly text: string;
}

/** What a role made of an input: as the model wrote it and as it is shown, each with what a program finds wrong. */
export interface RoleOutput extends RoleInput {
  readonly role: string;
  readonly raw: string;
  readonly shown: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Milliseconds until the first piece of text came; null where none did. */
  readonly firstWord: number | null;
  /** Milliseconds until the whole text was there. */
  readonly whole: number;
}

/** A role as the evaluation runs it: how its inputs are put to the model, and what a program can check. */
export interface WrittenRole {
  readonly name: string;
  readonly rules: readonly string[];
  readonly inputs: readonly RoleInput[];
  answer(model: LanguageModel, input: RoleInput): Promise<RoleOutput>;
  /** What is shown of what the model wrote, and what is wrong with either; without it a role has to be asked again. */
  readonly judge?: (input: RoleInput, raw: string, cut: boolean) => Pick<RoleOutput, 'shown' | 'before' | 'after'>;
}

/** Asks the model once and takes the times. */
export async function timed(model: LanguageModel, request: Parameters<LanguageModel['write']>[0]) {
  const start = performance.now();
  let firstWord: number | null = null;
  const { text, finish } = await model.write({ ...request, onToken: () => (firstWord ??= performance.now() - start) });
  return { raw: text.trim(), cut: finish === 'length', firstWord, whole: performance.now() - start };
}
