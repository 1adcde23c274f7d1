import { asksForFact, companionFlaws, KNOWS_NO_FACTS } from './companion-check';
import { namedProblem, names } from './named-problem';
import { sentencesOf } from './promises';
import { type RepliedTo } from './reply-flaws';

/** Longest reply, in sentences. */
const MOST_SENTENCES = 3;

/** Written by people, for where nothing is left of what the model wrote. */
const LISTENS = {
  zh: (what: string) => `${what ? `“${what}”` : '这件事'}，我听到了。愿意多说一点吗？`,
  en: (what: string) => `${what ? `“${what}”` : 'This'}: I have heard it. Would you like to say more?`,
  ja: (what: string) => `${what ? `「${what}」` : 'このこと'}、たしかに聞きました。もう少し話してくれますか？`,
} as const;

/** Written by people: says what a complaint was about where the sentence that did had to go. */
const HARD = {
  zh: (what: string) => `“${what}”，确实让人不好受。`,
  en: (what: string) => `“${what}”: that is hard. `,
  ja: (what: string) => `「${what}」とのこと、つらいですね。`,
} as const;

/** Written by people: asks on. */
const MORE = { zh: '愿意多说一点吗？', en: 'Would you like to say more?', ja: 'もう少し話してくれますか？' } as const;

/** The written reply where nothing is left: a complaint is felt with, anything else heard. */
const written = (spoken: keyof typeof MORE, problem: string, label: RepliedTo['label']): string =>
  label === 'negative' && problem ? `${HARD[spoken](problem)}${MORE[spoken]}` : LISTENS[spoken](problem);

/** A companion's reply without the sentences that have a flaw; the written one where none is left. @returns the raw text where nothing is wrong */
export function mendReply(raw: string, to: RepliedTo): string {
  const spoken = to.language === 'und' ? 'en' : to.language;
  if (asksForFact(to.text, to.label)) return KNOWS_NO_FACTS[spoken];
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
  if (!mended || companionFlaws(mended, { ...to, cut: false }).length) return written(spoken, problem, to.label);
  // A question alone, without what it belonged to, comes out of nothing.
  if (to.label !== 'negative' && kept.every((sentence) => /[?？]\s*$/u.test(sentence)))
    return written(spoken, problem, to.label);
  return to.label === 'negative' && !names(mended, problem) ? `${HARD[spoken](problem)}${mended}` : mended;
}
