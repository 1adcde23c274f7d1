import type { Label, Language } from '@moodline/shared/contract';
import { namedProblem, names } from './named-problem';
import { PROMISE_FLAWS, promisesIn, sentencesOf, type PromiseFlaw } from './promises';
import { replyFlaws } from './reply-flaws';
import { REPLY_FLAWS, type ReplyFlaw } from './try';

/** What a program can see to be wrong with an answer for the public; `problem`: it does not name what the comment is about. */
export const DRAFT_FLAWS = [...REPLY_FLAWS, ...PROMISE_FLAWS, 'problem', 'long'] as const;
export type DraftFlaw = ReplyFlaw | PromiseFlaw | 'problem' | 'long';

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
 * Makes a draft of what the model wrote: sentences that promise, admit, invent, are sorry twice or are in another language are left out, the problem is named
 * where they did not, and the opening of the tone is put before it. Where nothing is left, the answer is the written one.
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
  // Of a text that was cut the last sentence is none.
  const whole = cut ? sentences.slice(0, -1) : sentences;
  const seen = new Set<string>();
  const kept = whole.filter((sentence) => {
    const key = sentence.toLowerCase();
    const wrong = seen.has(key) || SORRY_TWICE.test(sentence) || promisesIn(sentence, text, language).length > 0;
    seen.add(key);
    return !wrong && !replyFlaws(sentence, { ...answered, cut: false }).length;
  });
  const body = fitting(kept, LONGEST_ANSWER[language] - 90).join(spoken === 'en' ? ' ' : '');
  const named = body && names(body, problem);
  const rest = named ? body : `${problem ? ABOUT[spoken](problem) : ''}${body || NEXT[spoken]}`;
  const draft = `${OPENING[tone][spoken]}${rest}`.trim();
  if (!draftFlaws(draft, answered).length) {
    const untouched = named && kept.length === sentences.length;
    return { text: draft, by: body ? (untouched ? 'model' : 'mended') : 'written', problem };
  }
  const written = `${OPENING[tone][spoken]}${problem ? ABOUT[spoken](problem) : ''}${NEXT[spoken]}`.trim();
  return { text: written, by: 'written', problem };
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
