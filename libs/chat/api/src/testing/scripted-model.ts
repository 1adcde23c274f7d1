import type { Intent } from '@moodline/chat/contract';
import { INTENTS } from '@moodline/chat/contract';
import { LanguageModel, type ChooseRequest, type WriteRequest, type Written } from '@moodline/language-model/api';

/** For specs: a model that says what the spec wants and remembers what it was asked. */
export class ScriptedModel extends LanguageModel {
  intent: Intent = 'trend';
  narration = '';
  themeName = '';
  /** Thrown instead of writing. */
  fault: Error | null = null;
  readonly chosen: ChooseRequest[] = [];
  readonly written: WriteRequest[] = [];

  forget(): void {
    this.chosen.length = 0;
    this.written.length = 0;
    this.fault = null;
    this.themeName = '';
  }

  async choose(request: ChooseRequest): Promise<number[][]> {
    this.chosen.push(request);
    return request.texts.map(() => INTENTS.map((intent) => (intent === this.intent ? 1 : 0)));
  }

  /** Writes in pieces of five characters, as a real one streams. */
  async write(request: WriteRequest): Promise<Written> {
    this.written.push(request);
    if (this.fault) throw this.fault;
    const text = request.role.name.startsWith('themes') ? this.themeName : this.narration;
    for (let start = 0; start < text.length; start += 5) request.onToken?.(text.slice(start, start + 5));
    return { text, finish: 'stop' };
  }

  status() {
    return { state: 'ready' as const, model: 'scripted', pid: null, problem: null };
  }
}
