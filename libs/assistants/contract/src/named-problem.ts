import type { Language } from '@moodline/shared/contract';

/** Longest problem that is named, in characters: a clause, not the comment. */
const LONGEST = { zh: 24, ja: 28, en: 70, und: 70 } as const;
/** A clause that is longer by a word stays whole. */
const LEEWAY = 1.15;

/** Words that stand where something does not work as it should, or is asked for. */
const TROUBLE: Readonly<Record<'zh' | 'en' | 'ja', RegExp>> = {
  en: /\b(?:not|no|never|nobody|nothing|can'?t|cannot|won'?t|doesn'?t|don'?t|didn'?t|isn'?t|wasn'?t|without|broke|broken|breaks?|crack(?:ed|s)?|fail(?:s|ed|ing)?|crash(?:es|ed|ing)?|freez(?:es|ing)|froze|lag(?:s|gy)?|bugs?|errors?|late|delay(?:ed|s)?|slow(?:er)?|wrong|missing|lost|stuck|dead|died|dies|drain(?:s|ed|ing)?|drops?|smok(?:e|ing)|leak(?:s|ing|ed)?|noise|noisy|hot|overheat(?:s|ing)?|refund|return|charged?|billed|expensive|rude|cancel(?:led|ed)?|refus(?:ed?|es)|waiting|waited|worse|worst|useless|ruined|killed|stopped|stops|problem|issue|complain|dirty|cold|stale|damaged?|defective|how|when|where|why)\b/giu,
  zh: /不(?!错|愧|止|仅|论|管)|没|無|无法|坏|壞|鼓(?=起|包|了)|(?<!不)错|錯|慢|太快|太贵|卡|闪退|死机|掉电|掉线|断|裂|漏|冒烟|异响|发烫|发热|延迟|迟到|拖|等了|退款|退货|退钱|扣|收费|贵|贵了|态度|差|骗|假|脏|冷|投诉|丢|缺|少|故障|失败|报错|问题|怎么|为什么|什么时候|哪里|能不能|吗/gu,
  ja: /ない|ません|なかった|できず|壊れ|割れ|欠け|遅い|遅れ|遅延|落ちる|落ちた|固ま|止ま|切れ|減り|減る|熱く|発熱|異音|うるさ|漏れ|届か|返金|返品|交換|請求|高すぎ|高い|ひどい|最悪|対応|不良|不具合|故障|失敗|エラー|間違|足りな|汚|冷め|待た|待って|キャンセル|なぜ|どうして|いつ|どこ|ですか|ますか/gu,
};

const LINKS =
  /https?:\/\/\S+|\[(?:link|email|phone|address|name|number|url)[^\]]*\]|[@#＃][\p{L}\p{N}_]+#?|\[\p{L}{1,6}\]/giu;
const CLAUSE = /(?:\.(?!\d)|[!?。！？…;；,，、\n:：~～])+|\s[-–—]\s|\b(?:but|and then|because|although)\b/iu;
/** What is left hanging where a sentence was cut. */
const HANGING =
  /(?: (?:the|an?|and|or|but|of|to|in|on|at|for|with|from|by|is|are|was|were|that|my|your|our|its?|so))+$|(?<=.{4})(?:のに|けれども?|けど|ので|たら)$/iu;
const FILLER =
  /^(?:and|so|but|also|then|well|ok|hi|hello|hey|please|just|really|honestly|btw|lol|就是|只是|可是|又|还|就|而且|但是|不过|然后|真的|请问|你好|您好|でも|しかし|あと|すみません)\s*/iu;
/** Whole clauses that only begin to tell something: 你们知道吗, "guess what". They may ask, and name nothing. */
const TALK =
  /^(?:(?:你们?|大家|谁|有没有人|有人)(?:都)?(?:知道|晓得|懂|敢信|发现)(?:吗|么|嘛|没有?|不)?|(?:我)?(?:就)?(?:想)?(?:问一下|问问|问一句|想问)|说实话|讲真|怎么说呢|(?:然后)?就?没有?(?:然后|下文)了|(?:do )?you know what|guess what|can you believe (?:it|this)|does any(?:one|body) (?:else )?know|(?:quick |serious )?question|誰か知(?:って|り)(?:ます|る|いる|います)?(?:か|人)?|聞いて(?:ください)?|ちょっと聞いて|質問です)$/iu;

/**
 * The concrete thing that a comment complains of or asks for, in its own words: the clause with the most words of trouble, shortened at a
 * word. Empty where there are no words. The words stand in the comment as they are here.
 */
export function namedProblem(text: string, language: Language): string {
  const clean = text.replace(LINKS, ' ').replace(/\s+/gu, ' ').trim();
  const clauses = clean
    .split(CLAUSE)
    .map((clause) => clause.trim().replace(FILLER, '').trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause) && !TALK.test(clause));
  const [first] = clauses
    .map((clause, place) => ({ clause, place, score: scoreOf(clause, language) }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  return first ? shortened(first.clause, LONGEST[language]).replace(HANGING, '') : '';
}

/** How much a clause says of something that can be named. One of a single word names nothing. */
function scoreOf(clause: string, language: Language): number {
  const pattern = TROUBLE[language === 'und' ? 'en' : language];
  const trouble = clause.match(pattern)?.length ?? 0;
  const terms = problemTerms(clause).length;
  return Math.min(trouble, 3) * 2 + Math.min(terms, 6) * 0.5 - (terms === 0 ? 5 : 0);
}

function shortened(clause: string, most: number): string {
  if (clause.length <= most) return clause;
  const cut = clause.slice(0, most);
  // What one more clause says is left out whole, where enough is left.
  const joint =
    [...clause.slice(0, most + 1).matchAll(/ (?:and|or|since|while|when|because|after|before) /giu)].at(-1)?.index ?? 0;
  if (joint > most / 2) return clause.slice(0, joint);
  if (clause.length <= most * LEEWAY) return clause;
  const space = cut.lastIndexOf(' ');
  // Japanese is cut behind a particle or a bracket, not within a word.
  const particle = cut.search(/(?<=\p{Script=Han}|\p{Script=Katakana}|ー|」)[がをにはで](?=[^がをにはで]*$)/u);
  if (/\p{Script=Hiragana}/u.test(cut) && particle > most / 2) return cut.slice(0, particle).trim();
  return (space > most / 2 ? cut.slice(0, space) : cut).trim();
}

const STOP = new Set(
  (
    'the a an and or but if of to in on at for with from by is are was were be been am it its this that these those i you he she we they me my your our ' +
    'their his her him them us do does did done have has had not no so very just really too also than then there here what when where why how who ' +
    'can could will would should may might must get got one all any some more most only even still about after before again ever never nobody nothing ' +
    'cannot cant wont dont doesnt didnt isnt wasnt im ive youre theyre please thanks thank'
  )
    .split(' ')
    .map((word) => word),
);
const STOP_PAIRS =
  /^(?:我们|你们|他们|这个|那个|一个|什么|怎么|为什|没有|不是|就是|还是|真的|已经|可以|不能|因为|所以|但是|现在|时候|客服)$/u;

/**
 * What a problem is known by: longer Latin words without their endings, pairs of Chinese characters, runs of katakana and kanji.
 * Whoever names the problem uses one of them.
 */
export function problemTerms(problem: string): string[] {
  const folded = problem.normalize('NFKC').toLowerCase();
  const words = (folded.match(/[\p{Script=Latin}\p{N}'’]+/gu) ?? [])
    .map((word) => word.replace(/['’]/gu, ''))
    .filter((word) => word.length > 2 && !STOP.has(word))
    .map(stem);
  const pairs = (folded.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)).filter((pair) => !STOP_PAIRS.test(pair)),
  );
  const katakana = folded.match(/[\p{Script=Katakana}ー]{2,}/gu) ?? [];
  return [...new Set([...words, ...pairs, ...katakana])];
}

/** "drains", "drained" and "draining" are one word here. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ed|es|s|ly)$/u, '').slice(0, 6) : word.replace(/s$/u, '');

/** Whether a reply names the problem: with one of its terms. A problem without terms cannot be named, and any reply will do. */
export function names(reply: string, problem: string): boolean {
  const terms = problemTerms(problem);
  if (!terms.length) return true;
  const said = new Set(problemTerms(reply));
  const folded = reply.normalize('NFKC').toLowerCase();
  return terms.some(
    (term) => said.has(term) || (/\p{Script=Han}|\p{Script=Katakana}/u.test(term) && folded.includes(term)),
  );
}
