import { Injectable } from '@nestjs/common';
import { isTranslation, translationFlaws, type TranslatedInto, type Translation } from '@moodline/assistants/contract';
import { maskPersonalData } from '@moodline/comments/api';
import type { Comment } from '@moodline/comments/contract';
import { BUNDLED_MODEL, LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { roughTokens } from '@moodline/sentiment/contract';
import type { Language } from '@moodline/shared/contract';
import { TRANSLATOR_ROLE } from '../prompts/translator';
import type { ReplyListener } from '../try/text-trial';
import { TranslationNeedsModelError } from './translation.errors';

/** Longest translation, in tokens. */
const TRANSLATION_TOKENS = 600;

/** Translates a comment in the role `translator`, and checks what came. Nothing is stored. */
@Injectable()
export class CommentTranslator {
  constructor(
    private readonly model: LanguageModel,
    private readonly prompts: RolePrompts,
  ) {}

  /** @throws TranslationNeedsModelError where the bundled model writes; ModelUnavailableError, WritingInterruptedError, InputTooLongError */
  async translate(
    workspaceId: number,
    comment: Pick<Comment, 'text' | 'language'>,
    { into, signal, onPiece }: ReplyListener & { readonly into: TranslatedInto },
  ): Promise<Translation> {
    const start = performance.now();
    const model = this.model.inForce('write');
    if (model.status().model === BUNDLED_MODEL) throw new TranslationNeedsModelError();
    const role = await this.prompts.active(workspaceId, TRANSLATOR_ROLE[into]);
    const input = maskPersonalData(comment.text);
    const written = await model.write({ role, input, maxTokens: TRANSLATION_TOKENS, onToken: onPiece, signal });
    const text = written.text.trim();
    const flaws = translationFlaws(text, { text: input, into, cut: written.finish === 'length' });
    const asked = {
      ...{ role: role.name, version: role.version, kind: 'prompt' as const, system: role.system },
      ...{ model: model.status().model, tokens: roughTokens(role.system) + roughTokens(input) },
      milliseconds: Math.round(performance.now() - start),
    };
    return { text: isTranslation(flaws) ? text : null, from: comment.language as Language, into, flaws, asked };
  }
}
