import { Injectable } from '@nestjs/common';
import type { Intent } from '@moodline/chat/contract';
import { LanguageModel, ModelUnavailableError, RolePrompts } from '@moodline/language-model/api';
import { ASKS_ROLE, MODEL_INTENTS } from '../prompts/asks';
import type { QuestionLanguage } from './question-language';

/** Below this the model does not know what is asked. */
const LEAST_SURE = 0.6;

/** Asks the model what a question wants, where its words tell no rule. */
@Injectable()
export class IntentModel {
  constructor(
    private readonly model: LanguageModel,
    private readonly roles: RolePrompts,
  ) {}

  /** @returns null where the model is not sure, or does not run */
  async guess(
    workspaceId: number,
    question: string,
    { language, signal }: { language: QuestionLanguage; signal?: AbortSignal },
  ): Promise<Intent | null> {
    try {
      const role = await this.roles.active(workspaceId, ASKS_ROLE[language]);
      const options = MODEL_INTENTS.map(([word]) => word);
      const [chances] = await this.model.choose({ role, texts: [question], options, priority: 'interactive', signal });
      const best = Math.max(...(chances ?? [0]));
      const index = chances?.indexOf(best) ?? -1;
      return best >= LEAST_SURE ? (MODEL_INTENTS[index]?.[1] ?? null) : null;
    } catch (error) {
      // Without the model the question is asked back.
      if (error instanceof ModelUnavailableError) return null;
      throw error;
    }
  }
}
