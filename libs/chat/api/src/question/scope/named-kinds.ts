import type { CommentKind } from '@moodline/comments/contract';
import type { QuestionLanguage } from '../question-language';
import type { Topic } from './topic';

const PEOPLE =
  '(?:people|customers?|users?|they|folks|everyone|everybody|anyone|buyers?|fans|reviewers?|listeners|the community)';
const FEATURES = '(?:new |missing |extra )?(?:features?|functions?|functionality|additions?)';

/** What asks for wishes: the features that people want, what they hope for. Money that they want back is none. */
const WISHES: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: new RegExp(
    [
      `\\bfeature (?:requests?|wish(?:es)?|ideas?)\\b|\\bwish ?lists?\\b|\\bwish(?:es)?\\b(?: for)?|\\bsuggestions?\\b|\\brequested ${FEATURES}|\\b${FEATURES} (?:requests?|ideas?)\\b`,
      `\\b(?:what|which)(?: are| is|'s)? (?:the )?(?:most (?:requested|wanted|wished[- ]for)|${FEATURES}) (?:do|does|did|are|would|that|${PEOPLE})\\b.{0,24}?\\b(?:want(?:ed|ing)?|wish(?:ed)?(?: for)?|ask(?:ed|ing)?(?: for)?|request(?:ed|ing)?|miss(?:ing)?|need(?:ed)?|hop(?:e|ed|ing)(?: for)?|like(?: to (?:see|have))?)`,
      `\\b(?:${PEOPLE}|comments?|posts?|reviews?|those|ones?) (?:that |who |which )?(?:is |are |were )?(?:want(?:s|ing)?|ask(?:s|ing)? for|request(?:s|ing)?|wish(?:es|ing)? for|would like) (?:a |an |any |some |more |new |extra |other |missing )*${FEATURES}`,
      `\\bmost (?:requested|wanted|wished[- ]for)(?: ${FEATURES})?`,
      `\\b${FEATURES} (?:that )?${PEOPLE} (?:want|ask(?:ed)? for|request(?:ed)?|miss|wish(?:ed)? for|hope(?:d)? for)`,
      `\\bwhat (?:do|did|does|are|would) (?:the |our )?${PEOPLE} (?:\\w+ )?(?:want(?:ing)?(?: (?:us|from us) to (?:add|build))?|wish(?:ing)?(?: for)?|hop(?:e|ing) for|ask(?:ing)? for|request(?:ing)?|like to (?:see|have))(?: most)?(?=[\\s?.!,]|$)`,
    ].join('|'),
    'iu',
  ),
  zh: /(?:许愿|心愿|愿望|诉求|呼声|期望)(?:清单)?|(?:想要|希望有|希望加|希望增加|期待|想加|呼吁|求)(?:的|些|哪些|什么|啥)*(?:新)?(?:功能|特性)|(?:(?:什么|啥|哪些|哪个)(?:新)?功能)(?=.{0,8}(?:想要|希望|期待|呼声|求|要求|许愿))|(?:新功能|功能)(?:需求|建议|许愿)|(?:用户|大家|网友|顾客|他们|客户|粉丝)(?:都|还|最|在|们|提|提了|提出)*(?:想要|希望|期待|盼着?|许愿)(?:得到|有|加上?|增加|我们(?:加|做|出|推出|上|开发|增加|添加))?(?:些|点)?(?:什么|啥|哪些|的是什么|的是啥)|(?:提|有)(?:了|过|出)?(?:什么|哪些|啥|多少)?(?:条|个)?建议/u,
  ja: /要望|リクエスト|(?:欲し|ほし)(?:い|がっ(?:ている|てる|た))(?:もの|機能|の)?|望(?:んで(?:い)?る|まれて(?:い)?る)(?:もの|こと|機能)?|追加してほしい(?:もの|機能)?|(?:あったらいい|あればいい)(?:と言われて(?:い)?る)?(?:機能|もの)|(?:改善)?提案/u,
};
/** Comments that ask something. What may be asked here is no comment. */
const QUESTIONS: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: new RegExp(
    [
      `\\b(?:how many|number of|count(?: of)?|share of|percent(?:age)? of|proportion of|what|which|show(?: me)?|list|any|most (?:common|frequent)|unanswered|customer|user) (?:\\w+ ){0,3}questions\\b(?!.{0,12}\\b(?:can|could|may|should) (?:i|we|one|you)\\b)`,
      `\\b${PEOPLE} (?:\\w+ )?(?:ask|asks|asked|asking)(?: (?:us )?(?:a |any )?questions?\\b| about\\b|(?=\\s*[?.!,]|$))`,
      `\\b(?:comments?|posts?|reviews?) (?:that |which )?(?:are|is|ask|asks) (?:a )?questions?\\b`,
    ].join('|'),
    'iu',
  ),
  zh: /提问|疑问句?|问问题|(?:用户|大家|网友|顾客|客户)(?:都)?(?:在)?问(?:些|了)?(?:什么|啥|哪些)|(?:多少|几)(?:个|条)?(?:人|评论)?(?:是)?(?:在)?问(?:问题|的)/u,
  ja: /質問(?!です|だけど|なんだけど|があります|させて|して(?:も)?(?:いい|よい|よろしい)|に答え|できる|できます)/u,
};

/** Comments that advertise. "Ads in the app" are a topic. */
const ADS: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: /\b(?:how many|number of|count(?: of)?|share of|percent(?:age)? of|any|is there|are there|show(?: me)?|list) (?:\w+ ){0,3}(?:spam|ads|adverts|advertisements|advertising|promotional)\b(?!.{0,12}\bin (?:the|our|your|this) app\b)|\bspam\b(?= (?:comments?|posts?|reviews?)|\s*[?.!,]|$)/iu,
  zh: /(?:有|多少|几)(?:没有|条|个)?(?:是)?.{0,4}(?:广告|推广|营销|软文)(?=(?:评论|贴|帖|文)?(?:吗|么|呢|多吗|有多少|[?？]|$))|(?:广告|推广|营销)(?:评论|贴|帖子?)/u,
  ja: /(?:広告|宣伝|スパム)(?:の|っぽい|目的の)?(?:コメント|投稿|書き込み)?(?:は|が)?(?:何件|いくつ|どのくらい|ある|あります|あり|混ざ)/u,
};

/** Words of kinds that name no topic of their own. */
const EMPTY =
  /^(?:questions?|spam|ads?|adverts?|advertis\w+|promotional|提问|疑问句?|广告|推广|营销|軟文|質問|広告|宣伝|スパム|(?:new |missing )?(?:features?|functions?|functionality)|wish(?:es|ed)?(?: ?lists?)?|requests?|suggestions?|新?功能?|特性|建议|需求|诉求|呼声|愿望|心愿|希望|要望|リクエスト|機能|提案|欲|欲し|望|most (?:requested|wanted))$/iu;
/** What costs mood most is asked by its own words, and what was promised is no wish. */
const NO_WISH = /\bfix\b|\brefunds?\b|\bmoney back\b|改进|改善|先改|优先|退款|退货|赔|返金|直し|直す|優先/iu;

/** The kinds of comments that a question asks for by name. */
export function namedKinds(text: string, language: QuestionLanguage): readonly CommentKind[] {
  if (WISHES[language].test(text) && !NO_WISH.test(text)) return ['wish'];
  if (QUESTIONS[language].test(text)) return ['question'];
  return ADS[language].test(text) ? ['ad'] : [];
}

/** Without topics whose words only say that wishes are meant. */
export const topicsBeside = (kinds: readonly CommentKind[], topics: readonly Topic[]): readonly Topic[] =>
  kinds.length ? topics.filter(({ words }) => !EMPTY.test(words.trim())) : topics;
