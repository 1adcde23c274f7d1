import { Injectable } from '@nestjs/common';
import { maskPersonalData } from '@moodline/comments/api';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import {
  mendReply,
  replyFlaws,
  type AskedModel,
  type TriedLabels,
  type TriedReply,
  type TriedText,
} from '@moodline/assistants/contract';
import { TextLabeller, type LabelledText } from '@moodline/sentiment/api';
import { roughTokens } from '@moodline/sentiment/contract';
import { COMPANION_ROLE } from '../prompts/companion';

import { speaksOfSelfHarm, writtenAnswer } from './self-harm';

/** Longest reply, in tokens: three sentences. */
const REPLY_TOKENS = 120;

/** Who waits for a reply. */
export interface ReplyListener {
  readonly signal: AbortSignal;
  readonly onPiece: (text: string) => void;
}

/** One model in two roles: the judge, who labels a text as it would a comment, and the companion, who answers it. Nothing is stored. */
@Injectable()
export class TextTrial {
  constructor(
    private readonly labeller: TextLabeller,
    private readonly model: LanguageModel,
    private readonly prompts: RolePrompts,
  ) {}

  /** @throws ModelUnavailableError */
  async labels(workspaceId: number, texts: readonly string[], signal: AbortSignal): Promise<TriedLabels> {
    const start = performance.now();
    const { texts: labelled, read, asked } = await this.labeller.label(workspaceId, texts, signal);
    const tokens = read.length ? roughTokens(asked.system) + roughTokens(read.join('\n')) : null;
    return {
      texts: labelled.map((one, index) => tried(texts[index] ?? '', one)),
      asked: { ...asked, tokens, milliseconds: since(start) },
    };
  }

  /** @throws ModelUnavailableError, WritingInterruptedError */
  async reply(workspaceId: number, text: string, { signal, onPiece }: ReplyListener): Promise<TriedReply> {
    const start = performance.now();
    const { texts } = await this.labeller.label(workspaceId, [text], signal);
    const [labelled] = texts;
    const language = labelled?.language ?? 'und';
    if (speaksOfSelfHarm(text)) return { text: writtenAnswer(language), by: 'written', flaws: [], asked: null };
    const label = labelled && 'label' in labelled.decision ? labelled.decision.label : 'neutral';
    const seed = COMPANION_ROLE[language === 'und' ? 'en' : language];
    const role = await this.prompts.active(workspaceId, seed);
    const input = `[${label.toUpperCase()}] ${maskPersonalData(text)}`;
    const model = this.model.inForce('write');
    const written = await model.write({ role, input, maxTokens: REPLY_TOKENS, onToken: onPiece, signal });
    const reply = written.text.trim();
    const asked: AskedModel = {
      ...{ role: role.name, version: role.version, kind: 'prompt', system: role.system },
      ...{ model: model.status().model, tokens: roughTokens(role.system) + roughTokens(input) },
      milliseconds: since(start),
    };
    const to = { text, language, label, cut: written.finish === 'length' };
    const shown = mendReply(reply, to);
    return { text: shown, by: shown === reply ? 'model' : 'mended', flaws: replyFlaws(reply, to), asked };
  }
}

function tried(text: string, { language, byRule, decision }: LabelledText): TriedText {
  if ('unscoredReason' in decision)
    return {
      ...{ text, language, label: null, unsure: false, probabilities: null, emotion: null, kind: null, by: null },
      reason: decision.unscoredReason,
    };
  const { label, probabilities, unsure = false, emotion, kind } = decision;
  return {
    ...{ text, language, label, unsure, probabilities },
    ...{ emotion: emotion?.is ?? null, kind: kind?.is ?? null, by: byRule ? 'rule' : 'model', reason: null },
  };
}

const since = (start: number) => Math.round(performance.now() - start);
