import { Injectable } from '@nestjs/common';
import { detectLanguage, maskPersonalData } from '@moodline/comments/api';
import { LanguageModel, RolePrompts, type RolePrompt } from '@moodline/language-model/api';
import {
  companionFlaws,
  companionWords,
  mendReply,
  needsNoCompanion,
  replyFlaws,
  type AskedModel,
  type RepliedTo,
  type TriedLabels,
  type TriedReply,
  type TriedText,
  type TryReply,
} from '@moodline/assistants/contract';
import { TextLabeller, type LabelledText } from '@moodline/sentiment/api';
import { roughTokens } from '@moodline/sentiment/contract';
import type { Language } from '@moodline/shared/contract';
import { NotFoundError } from '@moodline/shared/http';
import { measuredOf } from '../evaluation/role-rates';
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

  /** @throws NotFoundError where there is no such role, ModelUnavailableError, WritingInterruptedError */
  async reply(workspaceId: number, { text, role: name }: TryReply, listener: ReplyListener): Promise<TriedReply> {
    const start = performance.now();
    const language = detectLanguage(text);
    if (speaksOfSelfHarm(text))
      return { text: writtenAnswer(language), by: 'written', flaws: [], probability: null, asked: null };
    const answer = name
      ? await this.byOwnRole(workspaceId, name, { text, language, listener })
      : await this.byCompanion(workspaceId, { text, language, listener });
    return { ...answer, asked: answer.asked && { ...answer.asked, milliseconds: since(start) } };
  }

  private async byCompanion(workspaceId: number, { text, language, listener }: Spoken): Promise<TriedReply> {
    const { texts } = await this.labeller.label(workspaceId, [text], listener.signal);
    const to = { text, language, ...labelOf(texts[0]) };
    const seed = COMPANION_ROLE[language === 'und' ? 'en' : language];
    const role = await this.prompts.active(workspaceId, seed);
    const isSmall = measuredOf(seed, role, this.model.inForce('write').status().model) !== null;
    if (needsNoCompanion(to, isSmall))
      return { text: companionWords(to), by: 'written', flaws: [], probability: null, asked: null };
    const { reply, cut, asked } = await this.write(
      role,
      `[${(to.label ?? 'neutral').toUpperCase()}] ${maskPersonalData(text)}`,
      listener,
    );
    const shown = mendReply(reply, { ...to, cut }, isSmall);
    const by = shown === reply ? 'model' : 'mended';
    return { text: shown, by, flaws: companionFlaws(reply, { ...to, cut }), probability: null, asked };
  }

  /** As the role wrote or chose: what its checks say stands beside it. */
  private async byOwnRole(
    workspaceId: number,
    name: string,
    { text, language, listener }: Spoken,
  ): Promise<TriedReply> {
    const seed = await this.prompts.seedIn(workspaceId, name);
    if (!seed?.about.own) throw new NotFoundError('role', name);
    const role = await this.prompts.active(workspaceId, seed);
    const input = maskPersonalData(text);
    const { options } = seed.about;
    if (!options) {
      const { reply, cut, asked } = await this.write(role, input, listener);
      const flaws = replyFlaws(reply, { text, language: seed.about.language ?? language, cut });
      return { text: reply, by: 'model', flaws, probability: null, asked };
    }
    const model = this.model.inForce('label');
    const ask = { role, texts: [input], options, priority: 'interactive', signal: listener.signal } as const;
    const [chances] = await model.choose(ask);
    const probability = chances ? Math.max(...chances) : null;
    const choice = chances && probability !== null ? (options[chances.indexOf(probability)] ?? '') : '';
    const asked = askedOf(role, input, model.status().model);
    return { text: choice, by: 'model', flaws: choice ? [] : ['empty'], probability, asked };
  }

  private async write(role: RolePrompt, input: string, { signal, onPiece }: ReplyListener) {
    const model = this.model.inForce('write');
    const written = await model.write({ role, input, maxTokens: REPLY_TOKENS, onToken: onPiece, signal });
    const asked = askedOf(role, input, model.status().model);
    return { reply: written.text.trim(), cut: written.finish === 'length', asked };
  }
}

interface Spoken {
  readonly text: string;
  readonly language: Language;
  readonly listener: ReplyListener;
}

/** The mood of a text, as far as it is known. */
function labelOf(labelled: LabelledText | undefined): Pick<RepliedTo, 'label' | 'isUnsure' | 'probability'> {
  if (!labelled || !('label' in labelled.decision)) return {};
  const { label, unsure = false, probabilities } = labelled.decision;
  return { label, isUnsure: unsure, ...(probabilities && { probability: probabilities[label] }) };
}

/** What the model was asked; how long it took is known later. */
const askedOf = (role: RolePrompt, input: string, model: string): AskedModel => ({
  ...{ role: role.name, version: role.version, kind: 'prompt', system: role.system, model },
  ...{ tokens: roughTokens(role.system) + roughTokens(input), milliseconds: 0 },
});

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
