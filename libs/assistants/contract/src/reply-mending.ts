import { asksForFact, companionFlaws } from './companion-check';
import { HARD, KNOWS_NO_FACTS, writtenReply } from './companion-words';
import { namedProblem, names } from './named-problem';
import { sentencesOf } from './promises';
import { type RepliedTo } from './reply-flaws';

/** Longest reply, in sentences. */
const MOST_SENTENCES = 3;

/**
 * Whether people's words are all that such a text gets: a question of fact, of which a listener knows nothing, and of a small model also a text without a mood, to which it
 * asks questions out of nothing.
 */
export const needsNoCompanion = (to: Omit<RepliedTo, 'cut'>, isSmall: boolean): boolean =>
  asksForFact(to.text, to.label) || (isSmall && to.label === 'neutral' && !to.isUnsure);

/** What people wrote for such a text. */
export const companionWords = (to: Omit<RepliedTo, 'cut'>): string =>
  asksForFact(to.text, to.label)
    ? KNOWS_NO_FACTS[to.language === 'und' ? 'en' : to.language]
    : writtenReply({ ...to, cut: false });

/**
 * A companion's reply without the sentences that have a flaw; the written one where none is left.
 * @param isSmall whether the bundled model wrote it
 * @returns the raw text where nothing is wrong
 */
export function mendReply(raw: string, to: RepliedTo, isSmall = false): string {
  const spoken = to.language === 'und' ? 'en' : to.language;
  if (needsNoCompanion(to, isSmall)) return companionWords(to);
  const sentences = sentencesOf(raw);
  if (!companionFlaws(raw, to).length && sentences.length <= MOST_SENTENCES) return raw;
  const seen = new Set<string>();
  const kept = (to.cut ? sentences.slice(0, -1) : sentences).filter((sentence) => {
    const isNew = !seen.has(sentence.toLowerCase());
    seen.add(sentence.toLowerCase());
    return isNew && !companionFlaws(sentence, { ...to, cut: false }).length;
  });
  const mended = kept.slice(0, MOST_SENTENCES).join(spoken === 'en' ? ' ' : '');
  const problem = namedProblem(to.text, to.language);
  if (!mended || companionFlaws(mended, { ...to, cut: false }).length) return writtenReply(to);
  // A question alone, without what it belonged to, comes out of nothing.
  if (to.label !== 'negative' && kept.every((sentence) => /[?？]\s*$/u.test(sentence))) return writtenReply(to);
  return to.label === 'negative' && !names(mended, problem) ? `${HARD[spoken](problem)}${mended}` : mended;
}
