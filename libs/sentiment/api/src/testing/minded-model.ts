import {
  LanguageModel,
  type ChooseRequest,
  type ModelStatus,
  type WriteRequest,
  type Written,
} from '@moodline/language-model/api';

/** For specs: a model whose mood is written in its prompt ("says negative"). It dies on any text with `poison` in it. */
export class MindedModel extends LanguageModel {
  model = 'minded';
  readonly asked: string[] = [];
  /** Called before each answer, as time passes while a model works. */
  meanwhile: () => Promise<void> | void = () => undefined;

  async choose({ role, texts }: ChooseRequest): Promise<(readonly number[] | null)[]> {
    await this.meanwhile();
    this.asked.push(...texts);
    if (texts.some((text) => text.includes('poison'))) throw new Error('the model process ended');
    const mood = /says (positive|neutral|negative)/.exec(role.system)?.[1];
    return texts.map(
      (text) =>
        ({ positive: [0.8, 0.1, 0.1], neutral: [0.1, 0.8, 0.1], negative: [0.1, 0.1, 0.8] })[
          text.includes('fine') ? 'neutral' : (mood ?? 'positive')
        ] ?? null,
    );
  }

  async write({ role, input, onToken }: WriteRequest): Promise<Written> {
    const text = `${role.system}: ${input}`;
    onToken?.(text.slice(0, 4));
    onToken?.(text.slice(4));
    return { text, finish: 'stop' };
  }

  status(): ModelStatus {
    return { state: 'ready', model: this.model, pid: 1, problem: null };
  }
}
