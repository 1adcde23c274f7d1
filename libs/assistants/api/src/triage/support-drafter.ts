import { Injectable } from '@nestjs/common';
import {
  mendDraft,
  modelDraftFlaws,
  needsNoModel,
  writtenDraft,
  type AskedModel,
  type Answered,
  type SupportDraft,
  type Tone,
} from '@moodline/assistants/contract';
import { maskPersonalData } from '@moodline/comments/api';
import type { Comment } from '@moodline/comments/contract';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { roughTokens } from '@moodline/sentiment/contract';
import { isTooWeak, measuredOf, type MeasuredShare } from '../evaluation/role-rates';
import { SUPPORT_ROLE } from '../prompts/support';
import { speaksOfSelfHarm, writtenAnswer } from '../try/self-harm';
import type { ReplyListener } from '../try/text-trial';

/** Longest draft, in tokens: three sentences. */
const DRAFT_TOKENS = 120;

/** Whether people's words alone answer a comment where the bundled model writes: of its kind, or because too few of the model's drafts passed in its language. */
export const answersAlone = (answered: Answered, { share }: MeasuredShare): boolean =>
  needsNoModel(answered) || isTooWeak(share);

/** Drafts an answer to a comment in the role `support`, and checks it. Nothing is stored or sent. */
@Injectable()
export class SupportDrafter {
  constructor(
    private readonly model: LanguageModel,
    private readonly prompts: RolePrompts,
  ) {}

  /** @throws ModelUnavailableError, WritingInterruptedError */
  async draft(
    workspaceId: number,
    comment: Pick<Comment, 'text' | 'language' | 'label'>,
    { tone, signal, onPiece }: ReplyListener & { readonly tone: Tone },
  ): Promise<SupportDraft> {
    const language = comment.language as Answered['language'];
    if (speaksOfSelfHarm(comment.text)) {
      const text = writtenAnswer(language);
      return { text, by: 'written', problem: '', raw: '', flaws: [], asked: null, rulesOnly: null };
    }
    const start = performance.now();
    const answered: Answered = { text: comment.text, language, label: comment.label ?? undefined };
    const seed = SUPPORT_ROLE[language === 'und' ? 'en' : language];
    const role = await this.prompts.active(workspaceId, seed);
    const model = this.model.inForce('write');
    const measured = measuredOf(seed, role, model.status().model);
    const rulesOnly = measured && answersAlone(answered, measured) ? measured : null;
    if (rulesOnly) return { ...writtenDraft(answered, tone), raw: '', flaws: [], asked: null, rulesOnly };
    const input = `[${(comment.label ?? 'neutral').toUpperCase()}] ${maskPersonalData(comment.text)}`;
    const written = await model.write({ role, input, maxTokens: DRAFT_TOKENS, onToken: onPiece, signal });
    const cut = written.finish === 'length';
    const raw = written.text.trim();
    const asked: AskedModel = {
      ...{ role: role.name, version: role.version, kind: 'prompt', system: role.system },
      ...{ model: model.status().model, tokens: roughTokens(role.system) + roughTokens(input) },
      milliseconds: Math.round(performance.now() - start),
    };
    const mended = mendDraft(raw, answered, { tone, cut, isSmall: measured !== null });
    return { ...mended, raw, flaws: modelDraftFlaws(raw, answered, cut), asked, rulesOnly: null };
  }
}
