import { createHash } from 'node:crypto';
import type { RolePrompt } from './language-model';

/** Answers kept, some tens of megabytes when full. */
const KEPT_ANSWERS = 50_000;

/** One probability per option (of each head, one head behind the other), or null where the model gave no usable number. */
export type ChoiceAnswer = readonly number[] | null;

/** What an answer depends on besides the text. */
export interface Question {
  readonly model: string;
  readonly role: RolePrompt;
  /** The options to choose among, or the digests of the heads to read by. */
  readonly asked: readonly string[];
}

/** Remembers the answers of `choose` and `classify`; the least recently used ones go first. Holds digests, no text. */
export class AnswerCache {
  private readonly answers = new Map<string, readonly number[]>();

  constructor(private readonly capacity: number = KEPT_ANSWERS) {}

  /** Keys of the texts under one question. The prompt itself counts too, as a draft may share its version with another. */
  keys({ model, role, asked }: Question, texts: readonly string[]): string[] {
    const question = JSON.stringify([model, role.name, role.version, role.system, asked]);
    return texts.map((text) => createHash('sha256').update(question).update('\0').update(text).digest('base64'));
  }

  /**
   * Answers for all texts, in order; each text that is not remembered is asked for once. A missing answer is not remembered.
   * @param ask answers texts in their order
   */
  async answer(
    question: Question,
    texts: readonly string[],
    ask: (texts: readonly string[]) => Promise<readonly ChoiceAnswer[]>,
  ): Promise<ChoiceAnswer[]> {
    const keys = this.keys(question, texts);
    const found = new Map<string, ChoiceAnswer>();
    const open = new Map<string, string>();
    keys.forEach((key, index) => {
      const known = this.get(key);
      if (known) found.set(key, known);
      else open.set(key, texts[index] ?? '');
    });
    if (open.size > 0) {
      const answers = await ask([...open.values()]);
      [...open.keys()].forEach((key, index) => {
        const answer = answers[index] ?? null;
        found.set(key, answer);
        if (answer) this.set(key, answer);
      });
    }
    return keys.map((key) => found.get(key) ?? null);
  }

  get(key: string): readonly number[] | undefined {
    const answer = this.answers.get(key);
    if (answer) this.set(key, answer);
    return answer;
  }

  set(key: string, answer: readonly number[]): void {
    this.answers.delete(key);
    this.answers.set(key, answer);
    if (this.answers.size <= this.capacity) return;
    for (const oldest of this.answers.keys()) {
      this.answers.delete(oldest);
      return;
    }
  }
}
