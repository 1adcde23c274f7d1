import type { Language } from '@moodline/shared/contract';
import { problemTerms } from './named-problem';

/** A word of a sentence; `term` is what it is known by, empty where it carries nothing. */
interface Word {
  readonly word: string;
  readonly term: string;
}

/** Forms that have no ending in common with their verb. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'broke break,broken break,heard hear,sent send,came come,took take,taken take,lost lose,told tell,paid pay,bought buy,left leave,gave give,kept keep,made make,felt feel,said say,stood stand'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** What an answer may say whatever the comment says. */
const FREE =
  /^(?:sorry|apolog\w*|troubl\w*|inconven\w*|hear|heard|experienc\w*|issues?|problems?|frustrat\w*|disappoint\w*|happen\w*|caus\w*|late|slow|long|like[ds]?|love[ds]?|enjoy\w*|found|helpful|glad|happy|thanks?|thank|read|telling|sharing|feedback|appreciat\w*|understand\w*|words?|kind|nice|great|dear|customer|today|day|check\w*|look|looking|into|says?|question|we're|we've|we'll|i'm|you're|you've)$/u;
const NEGATES =
  /^(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|\w+n't|dont|cant|wont|didnt|doesnt|isnt)$/u;
const BE = /^(?:is|are|was|were|be|been|being|get|gets|got|it's|that's)$/u;
/** Participles that say how something is, whoever did it. */
const STATES =
  /^(?:delayed|broken|damaged|stuck|closed|missing|dead|lost|cracked|disappointed|frustrated|worried|upset)$/u;
const PERSONS =
  /^(?:i|i'm|i've|i'd|we|we're|we've|you|you're|you've|he|she|they|it|nobody|somebody|someone|everybody|everyone)$/u;
const ONESELF = /^(?:i|we)\b/u;
const YOU_VERB =
  /\byou(?:'ve| have| had(?: to)?| were| are| did(?:n't| not)?| do(?:n't| not)?| can(?:'t|not| not)?| could(?:n't| not)?| still| never| only)* (\w+)/giu;

/** "We're sorry three days on hold": of no verb. */
const SORRY_FOR_A_NUMBER =
  /\bsorry (?:that )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a few) \w+ (?!\w*(?:ed|is|are|was|were)\b)/iu;
/** Stand between who and what was done. */
const BETWEEN = /^(?:\w+ly|not|never|even|just|still|then|did|do|does|has|have|had|was|were|is|are|been|be|\w+n't)$/u;

/**
 * Whether a sentence of a small model tells what happened otherwise than the comment does: in English with words that are not there, in another order, with who did it or
 * whether it happened turned round; in Chinese and Japanese with other signs or in another order. What it quotes is the comment's own.
 */
export function isMisread(sentence: string, comment: string, language: Language): boolean {
  const own = sentence.replace(/[“「"][^”」"]*[”」"]/gu, language === 'zh' ? QUOTED : ' ');
  if (language === 'zh') return isMisreadChinese(own, comment);
  return language === 'ja' ? isMisreadJapanese(own, comment) : isMisreadEnglish(own, comment);
}

function isMisreadEnglish(sentence: string, comment: string): boolean {
  const [said, given] = [wordsOf(sentence), wordsOf(comment)];
  const told = said.filter(({ word, term }) => term && !FREE.test(word));
  const places: number[] = [];
  for (const { term } of told) {
    const place = given.findIndex((one, at) => at > (places.at(-1) ?? -1) && one.term === term);
    if (place < 0) return true;
    places.push(place);
  }
  const [first = 0, last = -1] = [places[0], places.at(-1)];
  if (last < 0) return false;
  const span = given.slice(Math.max(0, first - 3), last + 1);
  const isDenied = (words: readonly Word[]) => words.some(({ word }) => NEGATES.test(word));
  return (
    isDenied(said) !== isDenied(span) ||
    turnsVoice(said, given) ||
    turnsOwner(said, given) ||
    turnsSubject(said, given) ||
    turnsPerson(sentence, comment) ||
    endsOnModifier(said, given) ||
    SORRY_FOR_A_NUMBER.test(sentence) ||
    told.some(({ word }) => new RegExp(`['‘"“]${word}['’"”]`, 'iu').test(comment))
  );
}

const wordsOf = (text: string): Word[] =>
  [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('’', "'")
      .matchAll(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu),
  ].map(([word]) => {
    const [term = ''] = problemTerms(word);
    return { word, term: IRREGULAR.get(word) ?? term };
  });

/** "Your money was cancelled" of "I cancelled". */
const turnsVoice = (said: readonly Word[], given: readonly Word[]): boolean =>
  said.some(({ word, term }, at) => {
    const isDone = /ed$/u.test(word) || IRREGULAR.has(word);
    if (!term || !isDone || STATES.test(word) || !said.slice(Math.max(0, at - 2), at).some((one) => BE.test(one.word)))
      return false;
    const place = given.findIndex((one) => one.term === term);
    return place >= 0 && !given.slice(Math.max(0, place - 3), place).some((one) => BE.test(one.word));
  });

/** "Your map" of the brand's map, "our bag" of the customer's. */
const turnsOwner = (said: readonly Word[], given: readonly Word[]): boolean =>
  said.some(({ term }, at) => {
    const owner = said[at - 1]?.word;
    if (!term || (owner !== 'your' && owner !== 'our')) return false;
    const owners = given.flatMap((one, place) => (one.term === term ? (given[place - 1]?.word ?? '') : []));
    return owners.length > 0 && owners.every((one) => one === (owner === 'your' ? 'your' : 'my'));
  });

/** "Your dog is so quiet" of a dog that is gone and a house that is quiet. */
const turnsSubject = (said: readonly Word[], given: readonly Word[]): boolean =>
  said.some((state, at) => {
    if (!state.term) return false;
    const subject = subjectBefore(said, at);
    const place = given.findIndex(({ term }) => term === state.term);
    const own = place < 0 ? null : subjectBefore(given, place);
    return Boolean(subject && own && subject !== own);
  });

/** What is said to be so: the word before "is", "are" and the like; null where none of them stands before the state. */
function subjectBefore(words: readonly Word[], at: number): string | null {
  const before = words
    .slice(0, at)
    .filter(({ word }) => !/^(?:so|very|too|really|also|still|not|even|just)$/u.test(word));
  const verb = before.at(-1);
  return verb && BE.test(verb.word) ? before.at(-2)?.term || null : null;
}

/** Whether what somebody else did becomes what "you" did, in English. */
export function turnsPerson(sentence: string, comment: string): boolean {
  const given = wordsOf(comment);
  return [...sentence.toLowerCase().replaceAll('’', "'").matchAll(YOU_VERB)].some(([, verb = '']) => {
    const [{ term } = { term: '' }] = wordsOf(verb);
    const place = term ? given.findIndex((one) => one.term === term) : -1;
    const before = given.slice(0, Math.max(0, place)).filter(({ word }) => !BETWEEN.test(word));
    const next = before.at(-1);
    const who = next?.term ? next : before.findLast(({ word }) => PERSONS.test(word));
    return Boolean(who && !ONESELF.test(who.word));
  });
}

/** "The ads are too short" of "four ads before one short video". */
function endsOnModifier(said: readonly Word[], given: readonly Word[]): boolean {
  const last = said.at(-1);
  const isState = said.slice(-3, -1).some(({ word }) => BE.test(word));
  if (!last?.term || !isState) return false;
  const next = given[given.findIndex(({ term }) => term === last.term) + 1];
  return Boolean(next?.term && !said.some(({ term }) => term === next.term));
}

/** Clauses that say nothing of what happened. */
const FREE_CHINESE =
  /(?:我们)?(?:都|很|非常|十分|深|感到|表示|真的|实在|对此|也|太|万分)*(?:抱歉|对不起|不好意思|歉意)|(?:影响|耽误)到?了?您的?(?:使用|观看|工作|心情|休息|生活|体验|出行|用餐)?|让您(?:很|太|这么|更)?(?:失望|担心|着急|不便|困扰|久等|不满|生气|受惊|为难|费心|难受|不愉快|不舒服|伤心|麻烦)|给您(?:和家人)?(?:带来|造成)\S{0,6}|久等了?|辛苦了?|(?:谢谢|感谢)您提问|(?:谢谢|感谢|多谢)您?(?:告诉我们|的?(?:反馈|提醒|支持|认可|喜欢|夸奖?|表扬|肯定)|喜欢|夸)?(?:我们的?)?|我们(?:马上|来|会|立即|尽快|一定)*(?:核实|核查|了解(?:情况)?|检查|查(?:看|询|一下)?|跟进|处理|反馈|看到)|(?:我们)?(?:很|也很|真)(?:高兴|开心)|我们看了|看到您这么说|我们很理解您的心情|尊敬的用户|您好|祝您(?:生活|天天|一切)?(?:愉快|开心|顺利)|您提到的?|对于?/gu;
const CLAUSES = /[，,、；;。！？!?：:～~\s]+/u;

/** Stands for what a clause quotes. */
const QUOTED = '〃，';

function isMisreadChinese(sentence: string, comment: string): boolean {
  const plain = (text: string) => text.replaceAll('没有', '没').replace(/[的了很太还就也都又再]/gu, '');
  const whole = comment.normalize('NFKC');
  const given = plain(whole).split(CLAUSES).join('，');
  // What ends within a clause of the comment has lost what was said of it.
  const ends = `${plain(whole.replaceAll('了', '，')).split(CLAUSES).join('，')}，`;
  return sentence
    .normalize('NFKC')
    .replace(FREE_CHINESE, '')
    .replaceAll('让您', '')
    .replaceAll('您', '我')
    .split(CLAUSES)
    .map(plain)
    .some((clause) => {
      const told = clause.replaceAll('〃', '');
      const isWhole = clause.endsWith('〃') || ends.includes(`${told.slice(-2)}，`);
      return told !== '' && !(isCovered(told, given) && isWhole);
    });
}

/** Whether a text consists of pieces of at least two signs that stand in another in this order. */
function isCovered(text: string, given: string): boolean {
  let [at, from] = [0, 0];
  while (at < text.length) {
    let length = text.length - at;
    while (length > 1 && given.indexOf(text.slice(at, at + length), from) < 0) length--;
    if (length < 2) return false;
    from = given.indexOf(text.slice(at, at + length), from) + length;
    at += length;
  }
  return true;
}

/** Words of courtesy and of what is done next. */
const FREE_JAPANESE =
  /お客様|お?世話|お?手数|ご?連絡|ご?不便|ご?迷惑|ご?利用|ご?使用|安全|控|申し?訳|大変|誠|恐れ?入|お?知らせ|確認|対応|承知|拝見|お?察|気持|投稿|有難|感謝|注文番号|お?問い?合わ?せ|商品|店舗|私|喜|嬉|温|言葉|今後|引き続|願|DM/gu;

/** Kanji and katakana of what is told again, in their order; endings are written otherwise. */
function isMisreadJapanese(sentence: string, comment: string): boolean {
  const given = comment.normalize('NFKC');
  let from = 0;
  return (
    sentence
      .normalize('NFKC')
      .replace(FREE_JAPANESE, ' ')
      .match(/[\p{Script=Han}\p{Script=Katakana}ー]+/gu) ?? []
  ).some((run) => {
    const place = given.indexOf(run, from);
    from = place + run.length;
    return place < 0;
  });
}
