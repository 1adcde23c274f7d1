import { dayOf } from '@moodline/comments/api';
import type { LanguageModel, RolePrompt } from '@moodline/language-model/api';
import type { CitedSentence, SummaryLocale } from '@moodline/reports/contract';
import {
  checkSentence,
  netMoodLine,
  SentenceReader,
  shareLine,
  type ClosedFilter,
  type FactLine,
} from '@moodline/trends/api';
import type { MoodSeries } from '@moodline/trends/contract';

/** The narrator was tuned on questions with facts, so it is asked one. */
const QUESTION: Record<SummaryLocale, string> = {
  zh: '这段时间口碑怎么样？',
  en: 'How was the mood in this period?',
  ja: 'この期間の評判はどうでしたか？',
};
const TOKENS = 120;

export interface MoodNarration {
  readonly narrator: RolePrompt;
  readonly filter: ClosedFilter;
  readonly locale: SummaryLocale;
  readonly mood: MoodSeries;
  /** Comments that the sentence is shown with. */
  readonly examples: readonly number[];
  readonly signal: AbortSignal;
}

/** Facts about the mood of a period, as the narrator reads them. */
export function moodFacts({ filter, mood: { total, previous } }: Pick<MoodNarration, 'filter' | 'mood'>): FactLine[] {
  const days = `${dayOf(filter.from, filter.timeZone)}..${dayOf(new Date(filter.to.getTime() - 1), filter.timeZone)}`;
  const period = { days, total, previous: previous.total };
  return [netMoodLine(period), shareLine('negative', period)].map((line, index) => ({
    id: `F${index + 1}`,
    line: `F${index + 1} | ${line}`,
  }));
}

/** The first sentence of the narrator that holds against the facts; null when none does. */
export async function narrateMood(
  model: LanguageModel,
  narration: MoodNarration,
): Promise<{ sentence: CitedSentence | null; dropped: number }> {
  const { narrator, locale, signal, examples } = narration;
  const facts = moodFacts(narration);
  const input = [QUESTION[locale], 'FACTS', ...facts.map(({ line }) => line)].join('\n');
  const { text } = await model.write({ role: narrator, input, maxTokens: TOKENS, priority: 'interactive', signal });
  const reader = new SentenceReader();
  const written = [...reader.push(text), ...reader.end()];
  let dropped = 0;
  for (const candidate of written) {
    const verdict = checkSentence(candidate, facts);
    if (verdict.ok) return { sentence: { text: verdict.text, citations: [...examples] }, dropped };
    dropped++;
  }
  return { sentence: null, dropped };
}
