import { Injectable } from '@nestjs/common';
import {
  adviceByRules,
  essaySentences,
  essayWords,
  MOST_PARAGRAPHS,
  paragraphsOf,
  type MoodParagraph,
  type ReadEssay,
} from '@moodline/assistants/contract';
import { detectLanguage } from '@moodline/comments/api';
import { TextLabeller, type LabelledText } from '@moodline/sentiment/api';
import { roughTokens } from '@moodline/sentiment/contract';
import { LABELS } from '@moodline/comments/contract';
import { speaksOfSelfHarm, writtenAnswer } from '../try/self-harm';

/** Of a longer text the model reads the beginning and the end only, so a longer paragraph is read in parts. */
const PART_TOKENS = 80;
/** A mood put together of several parts is unsure where none has half of the probability. */
const HALF = 0.5;

/** Reads an essay: the mood of each paragraph by the labels of the product, and what rules see in it. Nothing is stored. */
@Injectable()
export class EssayReader {
  constructor(private readonly labeller: TextLabeller) {}

  /** @throws ModelUnavailableError */
  async read(workspaceId: number, text: string, signal: AbortSignal): Promise<ReadEssay> {
    const language = detectLanguage(text);
    const texts = paragraphsOf(text).slice(0, MOST_PARAGRAPHS);
    const parts = texts.map(partsOf);
    const { texts: labelled } = await this.labeller.label(workspaceId, parts.flat(), signal);
    let next = 0;
    const paragraphs = texts.map((paragraph, at): MoodParagraph => {
      const own = parts[at] ?? [];
      const labels = labelled.slice(next, (next += own.length));
      return { text: paragraph, ...moodOf(own, labels) };
    });
    const written = speaksOfSelfHarm(text) ? writtenAnswer(language) : null;
    return {
      ...{ language, paragraphs, written },
      words: language === 'und' ? 0 : essayWords(text, language).length,
      advice: language === 'und' || written ? [] : adviceByRules(paragraphs, language),
    };
  }
}

/** A paragraph as whole sentences of so many tokens together. */
function partsOf(paragraph: string): string[] {
  if (roughTokens(paragraph) <= PART_TOKENS) return [paragraph];
  const parts: string[] = [];
  for (const sentence of essaySentences(paragraph)) {
    const last = parts.at(-1);
    if (last !== undefined && roughTokens(last) + roughTokens(sentence) <= PART_TOKENS)
      parts[parts.length - 1] = `${last} ${sentence}`;
    else parts.push(sentence);
  }
  return parts.length ? parts : [paragraph];
}

/** The mean of the parts' probabilities by their length. */
function moodOf(parts: readonly string[], labelled: readonly LabelledText[]): Omit<MoodParagraph, 'text'> {
  const known = labelled.flatMap(({ decision }, at) =>
    'label' in decision ? [{ decision, weight: parts[at]?.length ?? 0 }] : [],
  );
  const [only] = known;
  if (!only) return { label: null, unsure: false, probabilities: null };
  if (known.length === 1) {
    const { label, probabilities, unsure = false } = only.decision;
    return { label, probabilities, unsure };
  }
  const weight = known.reduce((sum, one) => sum + one.weight, 0);
  const mean = (label: (typeof LABELS)[number]) =>
    known.reduce((sum, one) => sum + (one.decision.probabilities?.[label] ?? 0) * one.weight, 0) / weight;
  const probabilities = { positive: mean('positive'), negative: mean('negative'), neutral: mean('neutral') };
  const label = [...LABELS].sort((a, b) => probabilities[b] - probabilities[a])[0] ?? 'neutral';
  return { label, probabilities, unsure: probabilities[label] < HALF };
}
