import { Injectable } from '@nestjs/common';
import {
  noteFlaws,
  writtenFromNotes,
  type AskedModel,
  type NoteAttempt,
  type NoteDraft,
  type NoteDraftRequest,
  type NoteLanguage,
} from '@moodline/assistants/contract';
import { detectLanguage } from '@moodline/comments/api';
import { LanguageModel, ModelUnavailableError, RolePrompts } from '@moodline/language-model/api';
import { roughTokens } from '@moodline/sentiment/contract';
import { tooWeak } from '../evaluation/role-rates';
import { COLLEAGUE_ROLE } from '../prompts/colleague';
import type { ReplyListener } from '../try/text-trial';

/** Longest mail, in tokens. */
const MAIL_TOKENS = 220;
/** How often the model may try. */
const ATTEMPTS = 2;

/** What the second attempt is told beside the notes: the first one lost or added something. */
const AGAIN: Readonly<Record<NoteLanguage, string>> = {
  zh: '\n（每一点都要写进去，不要改数字和姓名）',
  en: '\n(Write down every point as it is.)',
  ja: '\n（すべての点をそのまま書く）',
};

/**
 * Makes a mail or a summary of a day from notes. A mail of the model is shown only when a program finds nothing wrong with it; after two that
 * are wrong, and where no model answers, code makes it from the notes; at once where the bundled model was measured to write too little that passes. A day is sorted by code alone. Nothing is stored or sent.
 */
@Injectable()
export class NoteDrafter {
  constructor(
    private readonly model: LanguageModel,
    private readonly prompts: RolePrompts,
  ) {}

  /** @throws WritingInterruptedError */
  async draft(workspaceId: number, request: NoteDraftRequest, listener: ReplyListener): Promise<NoteDraft> {
    const language = languageOf(request.notes);
    const seed = COLLEAGUE_ROLE[language];
    const { model } = this.model.inForce('write').status();
    const rulesOnly = tooWeak(seed, await this.prompts.active(workspaceId, seed), model);
    if (request.kind === 'mail' && !rulesOnly) return this.attempted(workspaceId, request, listener);
    const text = writtenFromNotes(request.kind, request.notes, { language, tone: request.tone });
    const weak = request.kind === 'mail' ? rulesOnly : null;
    return { text, by: 'written', language, attempts: [], asked: null, rulesOnly: weak };
  }

  /** A mail that the model tries, however well it does, so often at most; what the evaluations measure. @throws WritingInterruptedError */
  async attempted(
    workspaceId: number,
    { notes, tone, most = ATTEMPTS }: Omit<NoteDraftRequest, 'kind'> & { readonly most?: number },
    { signal, onPiece }: ReplyListener,
  ): Promise<NoteDraft> {
    const language = languageOf(notes);
    const attempts: NoteAttempt[] = [];
    let asked: AskedModel | null = null;
    const start = performance.now();
    const role = await this.prompts.active(workspaceId, COLLEAGUE_ROLE[language]);
    const model = this.model.inForce('write');
    while (attempts.length < most && !signal.aborted) {
      const input = attempts.length ? `${notes}${AGAIN[language]}` : notes;
      // Only the first attempt is seen while it is written: a second one in its place would look like a mistake of the page.
      const onToken = attempts.length ? undefined : onPiece;
      const written = await model
        .write({ role, input, maxTokens: MAIL_TOKENS, onToken, signal })
        .catch(nothingWhereNoModel);
      if (!written) break;
      const text = written.text.trim();
      attempts.push({ text, flaws: noteFlaws(text, notes, { language, cut: written.finish === 'length' }) });
      asked = {
        ...{ role: role.name, version: role.version, kind: 'prompt', system: role.system },
        ...{ model: model.status().model, tokens: roughTokens(role.system) + roughTokens(input) },
        milliseconds: Math.round(performance.now() - start),
      };
      if (!attempts.at(-1)?.flaws.length) return { text, by: 'model', language, attempts, asked, rulesOnly: null };
    }
    const text = writtenFromNotes('mail', notes, { language, tone });
    return { text, by: 'written', language, attempts, asked, rulesOnly: null };
  }
}

function nothingWhereNoModel(error: unknown): null {
  if (error instanceof ModelUnavailableError) return null;
  throw error;
}

/** Notes in signs that could be either are Chinese, others English. */
function languageOf(notes: string): NoteLanguage {
  const language = detectLanguage(notes);
  if (language !== 'und') return language;
  return /\p{Script=Han}/u.test(notes) ? 'zh' : 'en';
}
