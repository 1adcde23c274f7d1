import { problemTerms } from '../named-problem';
import type { NoteLanguage } from './note-facts';

/** What a mail may add to its notes: whom it greets, that it thanks, and signs that only join. */
const USUAL_WORDS = new Set(
  problemTerms(
    'dear hello kind best regards team everyone good morning afternoon sincerely yours cheers warm thanks thank there all sir madam many wishes here few point points would like let know following',
  ),
);
const USUAL_SIGNS: Readonly<Record<'zh' | 'ja', ReadonlySet<string>>> = {
  zh: new Set(
    '您你好大家各位同事先生女士谢感我们的是在已经还和为了把将会到以及也就这与及祝顺此致敬礼工作愉快前后有个一尊辛苦以下几点跟说现关情况告知如',
  ),
  ja: new Set('様皆各位御社弊世話疲願申上致存候以下記方日者担当者礼引続何卒次知連絡致'),
};
/** Said of every mail, whatever it is about. */
const COURTESY =
  /\b(?:i )?hope (?:this|that|you)[^.!\n]{0,20}(?:finds? you well|well)\b|\b(?:i )?look(?:ing)? forward to (?:hearing from you|your (?:answer|reply))\b|\blet (?:me|us) know if you have any questions\b|\bthank you for your (?:help|time|understanding|attention)\b/giu;
/** Asks for something. A mail asks for nothing that its notes do not. */
const ASKS: Readonly<Record<NoteLanguage, { readonly mail: RegExp; readonly notes: RegExp }>> = {
  en: {
    mail: /\bplease\b/iu,
    notes: /\b(?:please|need|can|could|must|should|bring|use|send|sign|check|order|deliver|take)\b|\?/iu,
  },
  zh: { mail: /请/u, notes: /请|需要|要|能|否|不能|吗/u },
  ja: { mail: /ください|下さい/u, notes: /ください|下さい|願|希望|確認|か$|ほしい|持参|利用|送/mu },
};
/** Signs of zh and ja, or words of English, that may be new. */
const MOST_NEW: Readonly<Record<NoteLanguage, number>> = { en: 0, zh: 1, ja: 1 };
/** Of the words of a line so many may be missing. */
const MOST_MISSING = 0.4;
const SIGNS = /[\p{Script=Han}\p{Script=Katakana}]/gu;

/** Whether a mail says what its notes do not say: with words or signs that are neither theirs nor those of every mail, or by asking for something. */
export function addsWords(mail: string, notes: string, language: NoteLanguage): boolean {
  if (ASKS[language].mail.test(mail) && !ASKS[language].notes.test(notes)) return true;
  return newIn(mail.replace(COURTESY, ' '), notes, language).size > MOST_NEW[language];
}

function newIn(mail: string, notes: string, language: NoteLanguage): ReadonlySet<string> {
  if (language === 'en') {
    const given = new Set(problemTerms(notes));
    const words = problemTerms(mail).filter((word) => !/^\d/u.test(word));
    return new Set(words.filter((word) => !given.has(word) && !USUAL_WORDS.has(word)));
  }
  const signs = new Set(mail.normalize('NFKC').match(SIGNS) ?? []);
  const given = notes.normalize('NFKC');
  return new Set([...signs].filter((sign) => !given.includes(sign) && !USUAL_SIGNS[language].has(sign)));
}

/** Whether a line of the notes is told nowhere. Whom a mail is to is no such line: names are looked for elsewhere. */
export function losesLine(mail: string, notes: string, language: NoteLanguage): boolean {
  const folded = mail.normalize('NFKC').toLowerCase();
  const said = new Set(problemTerms(mail));
  return notes.split('\n').some((line) => {
    if (ADDRESS[language].test(line)) return false;
    const terms = problemTerms(line);
    return terms.filter((term) => !said.has(term) && !folded.includes(term)).length > MOST_MISSING * terms.length;
  });
}

const ADDRESS: Readonly<Record<NoteLanguage, RegExp>> = {
  en: /^\s*to (?!be\b)/iu,
  zh: /^\s*(?:给|致|通知)/u,
  ja: /(?:様|さん|部長|博士|先生|各位|担当|先)(?:へ)?\s*$/u,
};

/** Whether a text is a list from its first line on. */
export const isList = (text: string): boolean => /^\s*[-•*]\s.*\n+\s*[-•*]\s/u.test(text);
