import { asksForFact, companionFlaws } from './companion-check';
import { HARD, isClearlyGlad, KNOWS_NO_FACTS, maySmallAsk, MORE, writtenReply } from './companion-words';
import { namedProblem, names } from './named-problem';
import { sentencesOf } from './promises';
import { type RepliedTo } from './reply-flaws';
import { tellsDanger } from './written-answer';

/** Longest reply, in sentences. */
const MOST_SENTENCES = 3;

/**
 * Whether people's words are all that such a text gets: a question of fact, of which a listener knows nothing, and of a small model also a text without a mood, to which it
 * asks questions out of nothing, one whose joy is not beyond doubt, and one that tells of something by which somebody may be hurt.
 */
export const needsNoCompanion = (to: Omit<RepliedTo, 'cut'>, isSmall: boolean): boolean =>
  asksForFact(to.text, to.label) ||
  (isSmall && !to.isUnsure && (to.label === 'neutral' || (to.label === 'positive' && !isClearlyGlad(to)))) ||
  (isSmall && to.label !== undefined && to.label !== 'positive' && tellsDanger(to.text, spokenOf(to)));

/** What people wrote for such a text. */
export const companionWords = (to: Omit<RepliedTo, 'cut'>): string =>
  asksForFact(to.text, to.label) ? KNOWS_NO_FACTS[spokenOf(to)] : writtenReply(to);

const spokenOf = ({ language }: Pick<RepliedTo, 'language'>) => (language === 'und' ? 'en' : language);

/**
 * A companion's reply without the sentences that have a flaw; the written one where none is left.
 * @param isSmall whether the bundled model wrote it
 * @returns the raw text where nothing is wrong
 */
export function mendReply(raw: string, to: RepliedTo, isSmall = false): string {
  const spoken = spokenOf(to);
  if (needsNoCompanion(to, isSmall)) return companionWords(to);
  const sentences = sentencesOf(raw);
  const isAsked = (sentence: string) => !isSmall || maySmallAsk(sentence, spoken);
  if (!companionFlaws(raw, to).length && sentences.length <= MOST_SENTENCES && sentences.every(isAsked)) return raw;
  const seen = new Set<string>();
  const kept = (to.cut ? sentences.slice(0, -1) : sentences).filter((sentence) => {
    const isNew = !seen.has(sentence.toLowerCase());
    seen.add(sentence.toLowerCase());
    return isNew && isAsked(sentence) && !companionFlaws(sentence, { ...to, cut: false }).length;
  });
  const mended = kept.slice(0, MOST_SENTENCES).join(spoken === 'en' ? ' ' : '');
  const problem = namedProblem(to.text, to.language);
  if (!mended || companionFlaws(mended, { ...to, cut: false }).length) return writtenReply(to);
  // A question alone, without what it belonged to, comes out of nothing.
  if (to.label !== 'negative' && kept.every((sentence) => /[?？]\s*$/u.test(sentence))) return writtenReply(to);
  if (to.label === 'positive' && isSmall && !names(mended, problem)) return writtenReply(to);
  const said = to.label === 'negative' && !names(mended, problem) ? `${HARD[spoken](problem)}${mended}` : mended;
  // A question that had to go leaves the other without a word to go on with.
  const asks = isSmall && to.label === 'negative' && !sentences.every(isAsked) && !/[?？]\s*$/u.test(said);
  return asks ? `${said}${spoken === 'en' ? ' ' : ''}${MORE[spoken]}` : said;
}
