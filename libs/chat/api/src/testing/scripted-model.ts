import type { Intent } from '@moodline/chat/contract';
import { LanguageModel, type ChooseRequest, type WriteRequest, type Written } from '@moodline/language-model/api';
import { MODEL_INTENTS } from '../prompts/asks';

/** For specs: a model that says what the spec wants and remembers what it was asked. */
export class ScriptedModel extends LanguageModel {
  intent: Intent = 'trend';
  readonly chosen: ChooseRequest[] = [];
  readonly written: WriteRequest[] = [];

  forget(): void {
    this.chosen.length = 0;
    this.written.length = 0;
  }

  async choose(request: ChooseRequest): Promise<number[][]> {
    this.chosen.push(request);
    return request.texts.map(() => MODEL_INTENTS.map(([, intent]) => (intent === this.intent ? 1 : 0)));
  }

  async write(request: WriteRequest): Promise<Written> {
    this.written.push(request);
    return { text: '', finish: 'stop' };
  }

  status() {
    return { state: 'ready' as const, model: 'scripted', pid: null, problem: null };
  }
}
