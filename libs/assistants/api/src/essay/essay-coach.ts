import { Injectable } from '@nestjs/common';
import {
  checkedPieces,
  chosenAdvice,
  type AskedModel,
  type CoachedEssay,
  type ReadEssay,
  type WrittenPiece,
} from '@moodline/assistants/contract';
import { maskPersonalData } from '@moodline/comments/api';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { roughTokens } from '@moodline/sentiment/contract';
import { measuredOf } from '../evaluation/role-rates';
import { ESSAY_COACH_ROLE } from '../prompts/essay-coach';
import type { ReplyListener } from '../try/text-trial';
import { EssayReader } from './essay-reader';

/** Longest answer about a paragraph, in tokens: two suggestions. */
const ADVICE_TOKENS = 140;
/** Longest paragraph that the model is given, and so many of them. */
const READ_CHARACTERS = 1_200;
const READ_PARAGRAPHS = 2;

/**
 * Advises on an essay: rules first, and what a model writes in the role `essay-coach` as far as the check lets it pass. The bundled model is not
 * asked: what it adds quotes rightly and says little that a writer could use. Nothing is stored.
 */
@Injectable()
export class EssayCoach {
  constructor(
    private readonly reader: EssayReader,
    private readonly model: LanguageModel,
    private readonly prompts: RolePrompts,
  ) {}

  /** @throws ModelUnavailableError, WritingInterruptedError */
  async advise(workspaceId: number, text: string, listener: ReplyListener): Promise<CoachedEssay> {
    const essay = await this.reader.read(workspaceId, text, listener.signal);
    const { language, written } = essay;
    if (written !== null || language === 'und')
      return { advice: [], dropped: [], written, asked: null, rulesOnly: null };
    const start = performance.now();
    const role = await this.prompts.active(workspaceId, ESSAY_COACH_ROLE[language]);
    const model = this.model.inForce('write');
    const rulesOnly = measuredOf(ESSAY_COACH_ROLE[language], role, model.status().model);
    if (rulesOnly) return { advice: chosenAdvice(essay.advice, []), dropped: [], written, asked: null, rulesOnly };
    const pieces: WrittenPiece[] = [];
    let tokens = 0;
    for (const paragraph of paragraphsToRead(essay)) {
      const own = (essay.paragraphs[paragraph]?.text ?? '').slice(0, READ_CHARACTERS);
      const input = maskPersonalData(own);
      tokens += roughTokens(role.system) + roughTokens(input);
      if (pieces.length) listener.onPiece('\n');
      const said = await model.write({
        ...{ role, input, maxTokens: ADVICE_TOKENS },
        ...{ onToken: listener.onPiece, signal: listener.signal },
      });
      pieces.push(...checkedPieces(said.text, { text: own, paragraph, language, cut: said.finish !== 'stop' }));
      if (listener.signal.aborted) break;
    }
    const asked: AskedModel = {
      ...{ role: role.name, version: role.version, kind: 'prompt', system: role.system },
      ...{ model: model.status().model, tokens, milliseconds: Math.round(performance.now() - start) },
    };
    const passed = pieces.filter(({ flaw }) => !flaw).map(({ advice }) => advice);
    return {
      advice: chosenAdvice(essay.advice, passed),
      dropped: pieces.flatMap(({ advice, flaw }) => (flaw ? [{ text: advice.text, flaw }] : [])),
      ...{ written, asked, rulesOnly: null },
    };
  }
}

/** Paragraphs that rules say little about first, and of them the longest: there the model has most to add. */
function paragraphsToRead({ paragraphs, advice }: ReadEssay): number[] {
  const found = (at: number) => advice.filter(({ paragraph, rule }) => paragraph === at && rule !== 'detail').length;
  return paragraphs
    .map(({ text }, at) => ({ at, found: Math.min(found(at), 2), length: text.length }))
    .sort((a, b) => a.found - b.found || b.length - a.length)
    .slice(0, READ_PARAGRAPHS)
    .map(({ at }) => at);
}
