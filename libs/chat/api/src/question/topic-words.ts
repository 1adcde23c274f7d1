import type { QuestionLanguage } from './question-language';

const QUOTED =
  /“([^”]{1,40})”|「([^」]{1,40})」|『([^』]{1,40})』|"([^"]{1,40})"|《([^》]{1,40})》|(?<!\p{L})'([^']{1,40})'(?!\p{L})/u;

const PATTERNS: Readonly<Record<QuestionLanguage, readonly RegExp[]>> = {
  zh: [
    /(?:关于|有关|提到|说到|聊到)(.{1,12}?)(?:的|，|,|。|？|\?|大家|用户|网友|人们|顾客|怎么|有什么|有哪些|$)/u,
    /(?:怎么看待?|如何看待?|怎么评价|如何评价|评价一下)(.{1,12}?)(?:的|，|,|。|？|\?|$)/u,
    /对(.{1,12}?)(?:怎么看|有什么看法|的看法|的评价|的反馈|的态度|满意|有何)/u,
  ],
  en: [
    /\b(?:about|regarding|concerning|think of|mention(?:ing)?)\s+(?:the\s+|our\s+|my\s+|this\s+|its\s+)?([\p{L}\p{N}][\p{L}\p{N} '-]{1,40}?)(?=\s+(?:in|on|over|during|since|last|this|past|from|for|today|yesterday|these|and|at)\b|[?.!,]|$)/iu,
  ],
  ja: [/([\p{Script=Han}\p{Script=Katakana}ー\p{L}\p{N}]{1,15}?)(?:について|に関して|に関する|のこと)/u],
};

/** Words that stand where a topic would, but are none. */
const NO_TOPIC =
  /^(?:us|it|them|that|this|me|you|we|people|customers?|users?|everyone|everything|anything|things?|product|brand|company|mood|sentiment|reviews?|comments?|data|我们|你们|他们|大家|用户|产品|品牌|评论|口碑|情绪|情况|最近|近期|今天|うち|私たち|商品|製品|評判|コメント|最近|みんな|それ|これ)$/iu;

/** The thing a question is about: quoted words, or the words behind "about", 关于, before について; null where none is named. */
export function topicOf(question: string, language: QuestionLanguage): string | null {
  const quoted = QUOTED.exec(question)?.slice(1).find(Boolean)?.trim();
  if (quoted) return quoted;
  for (const pattern of PATTERNS[language]) {
    const topic = pattern.exec(question)?.[1]?.trim();
    if (topic && topic.length > 1 && !NO_TOPIC.test(topic)) return topic;
  }
  return null;
}
