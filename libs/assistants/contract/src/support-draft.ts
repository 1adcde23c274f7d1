import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { aimlessBecause, isAimless } from './aimless-draft';
import { namedProblem, names } from './named-problem';
import { PROMISE_FLAWS, promisesIn, sentencesOf, type PromiseFlaw } from './promises';
import { replyFlaws } from './reply-flaws';
import { REPLY_FLAWS, type ReplyFlaw } from './try';

/**
 * What a program can see to be wrong with an answer for the public. `problem`: it does not name what the comment is about. `aimless`: a sentence of a model is
 * no thanks, no apology for that, no question and no deed; people may write as they like.
 */
export const DRAFT_FLAWS = [...REPLY_FLAWS, ...PROMISE_FLAWS, 'problem', 'long', 'aimless'] as const;
export type DraftFlaw = ReplyFlaw | PromiseFlaw | 'problem' | 'long' | 'aimless';

export const TONES = ['plain', 'warm', 'formal'] as const;
export type Tone = (typeof TONES)[number];

/** Longest answer, in characters: what a platform shows without folding. */
export const LONGEST_ANSWER = { zh: 160, ja: 180, en: 420, und: 420 } as const;

/** What is answered: a comment, or a text like one. */
export interface Answered {
  readonly text: string;
  readonly language: Language;
  /** Where it is known. */
  readonly label?: Label;
}

/** What is wrong with an answer, as far as a program can see. @param cut whether the model was stopped at the limit of its length */
export function draftFlaws(draft: string, answered: Answered, cut = false): DraftFlaw[] {
  const { text, language } = answered;
  const problem = namedProblem(text, language);
  return [
    ...replyFlaws(draft, { ...answered, cut }),
    ...promisesIn(draft, text, language),
    ...(names(draft, problem) ? [] : ['problem' as const]),
    ...(draft.length > LONGEST_ANSWER[language] ? ['long' as const] : []),
  ];
}

/** The same for what a model wrote. */
export const modelDraftFlaws = (draft: string, answered: Answered, cut = false): DraftFlaw[] => [
  ...draftFlaws(draft, answered, cut),
  ...(isAimless(draft, answered) ? ['aimless' as const] : []),
];

type Spoken = Exclude<Language, 'und'>;
const quoted = { zh: (one: string) => `“${one}”`, en: (one: string) => `“${one}”`, ja: (one: string) => `「${one}」` };

/** Written by people: names the problem where the model did not. */
const ABOUT: Readonly<Record<Spoken, (problem: string) => string>> = {
  zh: (problem) => `您提到的${quoted.zh(problem)}，我们看到了。`,
  en: (problem) => `We have read what you say about ${quoted.en(problem)}. `,
  ja: (problem) => `${quoted.ja(problem)}とのこと、確認いたしました。`,
};
/** One sentence that is sorry twice sounds like none that is. */
const SORRY_TWICE = /(抱歉|对不起|不好意思|sorry|apologi[sz]e|申し訳|すみません).*\1/iu;
const SORRY = /抱歉|对不起|不好意思|sorry|apologi[sz]e|申し訳|すみません/iu;
/** What only asks for something does not say what was understood. */
const REQUEST = /\bplease\b|\bDM\b|请|私信|ください|いただけ|お知らせ/iu;
/** The same, with nothing of the model behind it. */
const NEXT: Readonly<Record<Spoken, string>> = {
  zh: '请把订单号私信给我们，我们来核实。',
  en: 'Please send us your order number by private message so that we can look into it.',
  ja: 'お手数ですが、注文番号をDMでお知らせください。確認いたします。',
};
const OPENING: Readonly<Record<Tone, Readonly<Record<Spoken, string>>>> = {
  plain: { zh: '', en: '', ja: '' },
  warm: {
    zh: '谢谢您告诉我们。',
    en: 'Thank you for telling us. ',
    ja: 'お知らせいただき、ありがとうございます。',
  },
  formal: { zh: '尊敬的用户，您好：', en: 'Dear customer, ', ja: 'お客様、お世話になっております。' },
};

/** A draft with where it comes from: the model's words, its words without what was wrong, or the written sentence alone. */
export interface MendedDraft {
  readonly text: string;
  readonly by: 'model' | 'mended' | 'written';
  readonly problem: string;
}

/**
 * Makes a draft of what the model wrote: sentences that promise, admit, invent, are sorry again, are in another language or have no aim are left out, the problem is
 * named where they did not, and the opening of the tone is put before it. Where nothing is left, the answer is the written one.
 */
export function mendDraft(
  raw: string,
  answered: Answered,
  { tone, cut = false }: { tone: Tone; cut?: boolean },
): MendedDraft {
  const { text, language } = answered;
  const spoken = language === 'und' ? 'en' : language;
  const problem = namedProblem(text, language);
  const sentences = sentencesOf(raw.trim());
  const body = fitting(keptSentences(raw, answered, cut), LONGEST_ANSWER[language] - 90);
  const isNamed = names(body.filter((sentence) => !REQUEST.test(sentence)).join(' '), problem);
  const joined = body.join(spoken === 'en' ? ' ' : '');
  const rest = joined && isNamed ? joined : `${problem ? ABOUT[spoken](problem) : ''}${joined || NEXT[spoken]}`;
  const draft = `${OPENING[tone][spoken]}${rest}`.trim();
  if (!draftFlaws(draft, answered).length) {
    const isUntouched = isNamed && body.join() === sentences.join();
    return { text: draft, by: joined ? (isUntouched ? 'model' : 'mended') : 'written', problem };
  }
  const written = `${OPENING[tone][spoken]}${problem ? ABOUT[spoken](problem) : ''}${NEXT[spoken]}`.trim();
  return { text: written, by: 'written', problem };
}

/** Sentences of the model that may stand; a request for a number that nobody has becomes the written one. None of a text that went round in circles. */
function keptSentences(raw: string, answered: Answered, cut: boolean): string[] {
  const { text, language } = answered;
  if (cut && replyFlaws(raw, { ...answered, cut }).includes('repetition')) return [];
  const sentences = sentencesOf(raw.trim());
  const kept: string[] = [];
  // Of a text that was cut the last sentence is none.
  for (const sentence of cut ? sentences.slice(0, -1) : sentences) {
    const why = aimlessBecause(sentence, answered);
    const said = why === 'asks' ? NEXT[language === 'und' ? 'en' : language] : sentence;
    const isAgain = kept.some((one) => one.toLowerCase() === said.toLowerCase());
    const isSorryAgain = SORRY_TWICE.test(said) || (SORRY.test(said) && kept.some((one) => SORRY.test(one)));
    if (why === 'says' || isAgain || isSorryAgain || promisesIn(said, text, language).length) continue;
    if (!replyFlaws(said, { ...answered, cut: false }).length) kept.push(said);
  }
  return kept;
}

/** The first sentences that fit into a length. */
function fitting(sentences: readonly string[], most: number): string[] {
  const fit: string[] = [];
  for (const sentence of sentences) {
    if (fit.join(' ').length + sentence.length > most) break;
    fit.push(sentence);
  }
  return fit;
}
