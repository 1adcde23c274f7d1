import { aimlessBecause, isAimless } from './aimless-draft';
import { namedProblem, names } from './named-problem';
import { PROMISE_FLAWS, promisesIn, sentencesOf, type PromiseFlaw } from './promises';
import { replyFlaws } from './reply-flaws';
import { isMisread } from './restated-comment';
import { REPLY_FLAWS, type ReplyFlaw } from './try';
import { asksForUsual, REQUEST } from './usual-request';
import { kindOfAnswered, tellsOrder, writtenParts, type Answered, type Tone } from './written-answer';

/**
 * What a program can see to be wrong with an answer for the public. `problem`: it does not name what the comment is about. `aimless`: a sentence of a model is
 * no thanks, no apology for that, no question and no deed; `misread`: it tells what happened otherwise than the comment. People may write as they like.
 */
export const DRAFT_FLAWS = [...REPLY_FLAWS, ...PROMISE_FLAWS, 'problem', 'long', 'aimless', 'misread'] as const;
export type DraftFlaw = ReplyFlaw | PromiseFlaw | 'problem' | 'long' | 'aimless' | 'misread';

/** Longest answer, in characters: what a platform shows without folding. */
export const LONGEST_ANSWER = { zh: 160, ja: 180, en: 420, und: 420 } as const;

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
  ...(misreads(draft, answered) ? ['misread' as const] : []),
];

/** Whether a sentence that asks for nothing tells of the comment what it does not say. */
const misreads = (draft: string, { text, language }: Answered): boolean =>
  sentencesOf(draft).some((sentence) => !REQUEST.test(sentence) && isMisread(sentence, text, language));

/** One sentence that is sorry twice sounds like none that is. */
const SORRY_TWICE = /(抱歉|对不起|不好意思|sorry|apologi[sz]e|申し訳|すみません).*\1/iu;
const SORRY = /抱歉|对不起|不好意思|sorry|apologi[sz]e|申し訳|すみません/iu;

/** A draft with where it comes from: the model's words, its words without what was wrong, or the written sentence alone. */
export interface MendedDraft {
  readonly text: string;
  readonly by: 'model' | 'mended' | 'written';
  readonly problem: string;
}

/** Whether people's words are all that such a comment gets of a small model: a question is no matter of its knowledge, a private trouble none of an order number, and a plain fact nothing to be sorry for. */
export const needsNoModel = (answered: Answered): boolean =>
  ['question', 'private'].includes(kindOfAnswered(answered)) || isStatement(answered);

/** Known to be neither praise nor complaint. */
const isStatement = (answered: Answered): boolean =>
  answered.label !== undefined && kindOfAnswered(answered) === 'statement';

/** The answer that people wrote for such a comment, with what it is about. */
export function writtenDraft(answered: Answered, tone: Tone): MendedDraft {
  const { opening, about, care, next } = writtenParts(answered, tone);
  const problem = namedProblem(answered.text, answered.language);
  return { text: `${opening}${about}${care}${next}`.trim(), by: 'written', problem };
}

interface Mending {
  readonly tone: Tone;
  readonly cut?: boolean;
  /** Of a small model only what says the comment again, thanks, or asks for the usual things may stand. */
  readonly isSmall?: boolean;
}

/**
 * Makes a draft of what the model wrote: sentences that promise, admit, invent, are sorry again, are in another language or have no aim are left out, the problem is
 * named where they did not, and the opening of the tone is put before it. Where nothing is left, the answer is the written one.
 */
export function mendDraft(
  raw: string,
  answered: Answered,
  { tone, cut = false, isSmall = false }: Mending,
): MendedDraft {
  const written = writtenDraft(answered, tone);
  if (isSmall && needsNoModel(answered)) return written;
  const { language } = answered;
  const { opening, about, care, next } = writtenParts(answered, tone);
  const sentences = sentencesOf(raw.trim());
  const body = fitting(keptSentences(raw, answered, { cut, isSmall }), LONGEST_ANSWER[language] - 90);
  const isNamed = names(body.filter((sentence) => !REQUEST.test(sentence)).join(' '), written.problem);
  const join = (parts: readonly string[]) => parts.join(language === 'zh' || language === 'ja' ? '' : ' ');
  // Of an answer that is sorry in people's words the model's own apology is one too many, and of praise its thanks are.
  const rest = isNamed || !written.problem ? body : body.filter((sentence) => !REPEATS_ABOUT.test(sentence));
  const asks = rest.filter((sentence) => REQUEST.test(sentence));
  const tells = rest.filter((sentence) => !REQUEST.test(sentence));
  const asked = asks.length || !isSmall || !next ? asks : [next];
  const said = join(care ? [...tells, care.trim(), ...asked] : asks.length ? rest : [...rest, ...asked]);
  const draft = `${opening}${isNamed && said ? said : `${about}${said || next}`}`.trim();
  if (!body.length || draftFlaws(draft, answered).length) return written;
  const isUntouched = isNamed && said === join(sentences);
  return { ...written, text: draft, by: isUntouched ? 'model' : 'mended' };
}

/** What the written words about a comment say already. */
const REPEATS_ABOUT =
  /抱歉|对不起|不好意思|谢谢|感谢|高兴|开心|sorry|apologi[sz]e|thank|glad|happy|申し訳|すみません|ありがと|うれし/iu;

/** Sentences of the model that may stand; a request for what nobody has becomes the written one. None of a text that went round in circles. */
function keptSentences(
  raw: string,
  answered: Answered,
  { cut, isSmall }: { readonly cut: boolean; readonly isSmall: boolean },
): string[] {
  const { text, language } = answered;
  if (cut && replyFlaws(raw, { ...answered, cut }).includes('repetition')) return [];
  const sentences = sentencesOf(raw.trim());
  const { next } = writtenParts(answered, 'plain');
  const kept: string[] = [];
  // Of a text that was cut the last sentence is none.
  for (const sentence of cut ? sentences.slice(0, -1) : sentences) {
    const why = aimlessBecause(sentence, answered) ?? (isSmall ? wrongOfSmall(sentence, answered) : null);
    const said = why === 'asks' || asksAgainForOrder(sentence, text) ? next : sentence;
    const isAgain = !said || kept.some((one) => one.toLowerCase() === said.toLowerCase());
    // A small model is kept to one request.
    const asksAgain = isSmall && REQUEST.test(said) && kept.some((one) => REQUEST.test(one));
    const isSorryAgain = SORRY_TWICE.test(said) || (SORRY.test(said) && kept.some((one) => SORRY.test(one)));
    if (why === 'says' || isAgain || asksAgain || isSorryAgain || promisesIn(said, text, language).length) continue;
    if (!replyFlaws(said, { ...answered, cut: false }).length) kept.push(said);
  }
  return kept;
}

/** Asks for a number that stands in the comment. */
const asksAgainForOrder = (sentence: string, text: string): boolean =>
  tellsOrder(text) && REQUEST.test(sentence) && /order (?:number|id)|订单(?:号|编号)|注文番号/iu.test(sentence);

/** Said by the request already. */
const WILL_CHECK = /^we(?:'ll| will) (?:check|look)\b/iu;

/** Why a sentence of a small model may not stand, where {@link aimlessBecause} finds nothing. */
function wrongOfSmall(sentence: string, { text, language }: Answered): 'asks' | 'says' | null {
  if (REQUEST.test(sentence)) return asksForUsual(sentence, language === 'und' ? 'en' : language) ? null : 'asks';
  return WILL_CHECK.test(sentence) || isMisread(sentence, text, language) ? 'says' : null;
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
