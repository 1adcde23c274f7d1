import { LEAST_ADVICE, type Advice, type AdviceRule } from './advice';
import { ADVICE_WORDS } from './advice-words';
import { netOf, type MoodParagraph } from './essay-mood';
import { essaySentences, essayWords, type Spoken } from './essay-paragraphs';
import { BREAK, CLAIM, EXAMPLE, GENERAL, MORAL, REASON } from './argument-words';
import { detailOf, HEDGE, TOLD } from './told-words';

/** A sentence is long from here: words in English, characters in Chinese and Japanese. */
const LONG = { en: 36, zh: 70, ja: 90 } as const;
/** Longest quote, in characters: enough to find the place. */
const LONGEST_QUOTE = { en: 60, zh: 18, ja: 24 } as const;
/** So many sentences in a row begin or end alike, so often comes a word in a paragraph. */
const SAME_STARTS = 3;
const SAME_ENDS = 4;
const REPEATED = 4;
/** Both paragraphs lean so far to their sides, of 1. */
const LEANS = 0.45;
/** So many signs of a sentence show how it ends. */
const TAIL_OF_SENTENCE = 8;
/** So many signs show where a sentence can be parted. */
const BREAK_SIGNS = 6;

const VAGUE: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:(?:very|really|so|quite|extremely)\s+(?:good|nice|bad|great|interesting|beautiful|big|important)|(?:many|a lot of|lots of|some|those|these|all kinds of)\s+(?:things|stuff)|and so on|kind of|sort of|somehow|something like that|amazing|awesome)\b/giu,
  zh: /(?:非常|特别|十分|真的很|好|很)(?:好看|好吃|好玩|漂亮|美丽|有趣|有意思|重要|不错)|各种各样的?东西|很多东西|一些东西|某种|之类的|什么的|等等(?![我你他她])/gu,
  ja: /(?:とても|すごく|非常に|本当に|めっちゃ)(?:よかった|良かった|きれい|綺麗|面白かった|おもしろかった|大切)|いろいろな?(?:こと|もの)?|色々な?(?:こと|もの)?|なんか|やばい|すごい|という感じ/gu,
};
/** Words that a quote does not end with: more was to come. */
const OPEN_END =
  /[\s,，、;；:：]+(?:and|or|but|so|the|a|an|of|to|in|at|with|from|that|his|her|my|our|their)?$|\s(?:and|or|but|so|the|a|an|of|to|in|at|with|from|that|his|her|my|our|their)$/iu;
/** Words that lead over to the other side: the turn is no surprise behind them. */
const TURNS =
  /^(?:but|however|yet|still|then|suddenly|until|although|though|only|so when|despite|later|finally|但|可是?|然而|不过|后来|直到|没想到|谁知|终于|虽然|でも|しかし|ところが|けれど|だが|それでも|すると|やがて|しばらく)/iu;
const STOP = new Set(
  'that this with have from they them their there then when what which were will would could should about just also because been into over some more than your like said says very'.split(
    ' ',
  ),
);
const STOP_WIDE =
  /^(?:我们|他们|她们|你们|自己|这个|那个|一个|什么|没有|可以|因为|所以|但是|如果|就是|还是|已经|时候|这样|那样|知道|起来|出来|今天|一样|これ|それ|あれ|こと|とき|よう|ところ|自分|私|僕|彼|彼女)$/u;

/** A place that a rule found; `number` is what was counted there. */
interface Finding {
  readonly quote: string;
  readonly number: number;
  readonly breaksAt?: string;
}
type Finder = (paragraph: string, language: Spoken) => Finding[];

/** Rules that look at a paragraph alone. */
const FINDERS: readonly (readonly [AdviceRule, Finder])[] = [
  ['exclamations', exclamations],
  ['long-sentence', longSentences],
  ['no-reason', claimsWithoutReason],
  ['no-example', generalWithoutExample],
  ['same-start', sameStarts],
  ['same-end', sameEnds],
  ['repeated-word', repeatedWords],
  ['told-feeling', wordsOf(TOLD)],
  ['vague-word', wordsOf(VAGUE)],
  ['hedge', wordsOf(HEDGE)],
  ['moral', wordsOf(MORAL)],
];

/**
 * What a program can see in an essay, the weightiest first: each rule once before any comes twice. Two short sentences
 * that would gain by a detail stand at the end, to fill up where little else is found.
 */
export function adviceByRules(paragraphs: readonly MoodParagraph[], language: Spoken): Advice[] {
  const byRule = FINDERS.map(([rule, find]) =>
    paragraphs.flatMap(({ text }, paragraph) => find(text, language).map((found) => ({ ...found, rule, paragraph }))),
  );
  const found = inTurn([...byRule.slice(0, 2), moodSwings(paragraphs, language), ...byRule.slice(2)]);
  const filled = [...found, ...unlike(details(paragraphs, language)).slice(0, LEAST_ADVICE)];
  return filled.map(({ paragraph, quote, rule, number, breaksAt = '' }) => ({
    ...{ paragraph, quote, rule },
    text: ADVICE_WORDS[language][rule](quote, number, breaksAt),
  }));
}

interface Placed extends Finding {
  readonly rule: AdviceRule;
  readonly paragraph: number;
}

/** The first of each list, then the second of each. */
function inTurn(lists: readonly (readonly Placed[])[]): Placed[] {
  const most = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
}

function exclamations(paragraph: string, language: Spoken): Finding[] {
  const chains = [...paragraph.matchAll(/[!！]{2,}/gu)].map(({ index, 0: signs }) => {
    const before = paragraph.slice(0, index).match(/[^.!?。！？\n，,、]*$/u)?.[0] ?? '';
    return { quote: tail(before, language) + signs, number: signs.length };
  });
  return chains;
}

function longSentences(paragraph: string, language: Spoken): Finding[] {
  return essaySentences(paragraph)
    .map((sentence) => ({
      quote: head(sentence, language),
      number: lengthOf(sentence, language),
      breaksAt: breakOf(sentence, language),
    }))
    .filter(({ number }) => number > LONG[language])
    .sort((a, b) => b.number - a.number);
}

/** The words nearest to the middle before which a sentence can be parted, where neither part gets too short. */
function breakOf(sentence: string, language: Spoken): string {
  const middle = sentence.length / 2;
  const [nearest] = [...sentence.matchAll(BREAK[language])]
    .map(({ index }) => index)
    .filter((index) => Math.abs(index - middle) < sentence.length / 4)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  if (nearest === undefined) return '';
  const words = /^(?:\S+\s+){0,3}\S+/u.exec(sentence.slice(nearest))?.[0] ?? '';
  return (language === 'en' ? words : sentence.slice(nearest, nearest + BREAK_SIGNS)).replace(/[^\p{L}\p{N}]+$/u, '');
}

/** The first claim of a paragraph that gives no reason. */
function claimsWithoutReason(paragraph: string, language: Spoken): Finding[] {
  if (REASON[language].test(paragraph)) return [];
  const claim = essaySentences(paragraph).find((sentence) => CLAIM[language].test(sentence));
  return claim ? [{ quote: head(claim.replace(/[.。!！]+["”』」]*$/u, ''), language), number: 1 }] : [];
}

/** What is said of everybody, where the paragraph tells of nobody. */
function generalWithoutExample(paragraph: string, language: Spoken): Finding[] {
  return EXAMPLE[language].test(paragraph) ? [] : wordsOf(GENERAL)(paragraph, language).slice(0, 1);
}

function sameStarts(paragraph: string, language: Spoken): Finding[] {
  const starts = essaySentences(paragraph).map((sentence) => essayWords(sentence, language)[0] ?? '');
  const found: Finding[] = [];
  let run = 1;
  for (let at = 1; at <= starts.length; at++) {
    if (at < starts.length && starts[at] && starts[at] === starts[at - 1]) run++;
    else {
      if (run >= SAME_STARTS) found.push({ quote: starts[at - 1] ?? '', number: run });
      run = 1;
    }
  }
  return found;
}

function repeatedWords(paragraph: string, language: Spoken): Finding[] {
  const words = essayWords(paragraph, language).filter((word) => isContent(word, language));
  return [...Map.groupBy(words, (word) => word.toLowerCase()).values()]
    .filter(({ length }) => length >= REPEATED)
    .sort((a, b) => b.length - a.length)
    .map((same) => ({ quote: same[0] ?? '', number: same.length }));
}

/** Japanese sentences that end alike in a row: the last of them is quoted by its end. */
function sameEnds(paragraph: string, language: Spoken): Finding[] {
  if (language !== 'ja') return [];
  const sentences = essaySentences(paragraph).map((sentence) => sentence.replace(/[^\p{L}\p{N}]+$/u, ''));
  const found: Finding[] = [];
  let run = 1;
  for (let at = 1; at <= sentences.length; at++) {
    const end = sentences[at - 1]?.match(/(?:ました|でした|です|ます|[たるだい])$/u)?.[0];
    if (end && at < sentences.length && sentences[at]?.endsWith(end)) run++;
    else {
      if (run >= SAME_ENDS) found.push({ quote: (sentences[at - 1] ?? '').slice(-TAIL_OF_SENTENCE), number: run });
      run = 1;
    }
  }
  return found;
}

function wordsOf(patterns: Readonly<Record<Spoken, RegExp>>): Finder {
  return (paragraph, language) => [...paragraph.matchAll(patterns[language])].map(([quote]) => ({ quote, number: 1 }));
}

/** Neighbours that lean to opposite sides without a word that leads over. */
function moodSwings(paragraphs: readonly MoodParagraph[], language: Spoken): Placed[] {
  return paragraphs.flatMap((one, paragraph): Placed[] => {
    const before = paragraphs[paragraph - 1];
    const [from, to] = [before ? netOf(before) : null, netOf(one)];
    if (from === null || to === null || from * to >= 0 || Math.min(Math.abs(from), Math.abs(to)) < LEANS) return [];
    const [first] = essaySentences(one.text);
    if (!first || TURNS.test(first)) return [];
    return [{ rule: 'mood-swing', paragraph, quote: head(first, language), number: 1 }];
  });
}

/** The shortest sentences that are no exclamation and no question: the ones that tell instead of showing. */
function details(paragraphs: readonly MoodParagraph[], language: Spoken): Placed[] {
  return paragraphs
    .flatMap(({ text }, paragraph) => essaySentences(text).map((sentence) => ({ sentence, paragraph })))
    .filter(({ sentence }) => !/[!?！？]/u.test(sentence) && lengthOf(sentence, language) > 2)
    .sort((a, b) => a.sentence.length - b.sentence.length)
    .map(({ sentence, paragraph }) => ({
      ...{ rule: 'detail' as const, paragraph, number: detailOf(sentence, language) },
      quote: head(sentence.replace(/[.。…]+["”』」]*$/u, ''), language),
    }));
}

/** Those that ask for something else before they come: what is asked for twice in the same words is read once. */
const unlike = (found: readonly Placed[]): Placed[] => {
  const [first] = found;
  const other = found.find(({ number }) => number !== first?.number);
  return first && other ? [first, other, ...found.filter((one) => one !== first && one !== other)] : [...found];
};

/** Words in English, characters that are no punctuation in Chinese and Japanese. */
const lengthOf = (sentence: string, language: Spoken) =>
  language === 'en' ? essayWords(sentence, 'en').length : (sentence.match(/[\p{L}\p{N}]/gu)?.length ?? 0);

const isContent = (word: string, language: Spoken) =>
  language === 'en'
    ? word.length > 3 && !STOP.has(word.toLowerCase())
    : word.length > 1 && !/^[\p{Script=Hiragana}\d]+$/u.test(word) && !STOP_WIDE.test(word);

/** The beginning of a sentence as it stands there, ended at a word. */
function head(sentence: string, language: Spoken): string {
  if (sentence.length <= LONGEST_QUOTE[language]) return sentence;
  const cut = sentence.slice(0, LONGEST_QUOTE[language]);
  const end = Math.max(cut.lastIndexOf(' '), cut.search(/[,，、;；:：][^,，、;；:：]*$/u));
  return (end > LONGEST_QUOTE[language] / 3 ? cut.slice(0, end) : cut).replace(OPEN_END, '').trim();
}

function tail(sentence: string, language: Spoken): string {
  const cut = sentence.trimStart().slice(-LONGEST_QUOTE[language]);
  return language === 'en' && cut.length === LONGEST_QUOTE.en ? cut.slice(cut.indexOf(' ') + 1) : cut;
}
