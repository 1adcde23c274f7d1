import type { Intent, TypedQuestion } from '@moodline/chat/contract';
import { isClockUnit } from './clock-units';
import { leftUnsaid } from './left-unsaid';
import type { QuestionLanguage } from './question-language';
import type { Understanding } from './understanding';

/** Words that change what an answer has to be, and what in the question as it was read shows that they were heard. */
interface Claim {
  /** Where there are none, parts of the reading are held against the question. */
  readonly words?: Readonly<Record<QuestionLanguage, RegExp>>;
  readonly isHeard: (typed: TypedQuestion, read: Understanding) => boolean;
}

const oneOf =
  (...intents: readonly Intent[]) =>
  ({ intent }: TypedQuestion): boolean =>
    intents.includes(intent);

const EITHER = /还是|\bor\b|それとも|か[^、。]{1,8}か/iu;
const NUMBERS: readonly TypedQuestion['measure'][] = ['count', 'average', 'share'];

const CLAIMS: readonly Claim[] = [
  // A mean.
  {
    words: {
      en: /\b(?:on average|average|avg|(?:normal|typical) (?:day|week|month))\b/iu,
      zh: /平均|日均|周均|月均/u,
      ja: /平均/u,
    },
    isHeard: ({ measure, by }, { text }) =>
      measure === 'average' || isClockUnit(by) || /industry|行业|業界/iu.test(text),
  },
  // Days of the week, hours.
  {
    isHeard: ({ by }, read) => !isClockUnit(read.by) || isClockUnit(by),
  },
  // A share.
  {
    words: {
      en: /\b(?:percent(?:age)?|proportion|fraction)\b|\b(?:what|which|the) share\b|%/iu,
      zh: /占比|比例|百分之|几成|(?:差评|好评|负面|正面)率/u,
      ja: /割合|比率|何割|何%|パーセント/u,
    },
    isHeard: (typed) =>
      typed.measure === 'share' ||
      oneOf('share', 'trend', 'effect', 'why', 'summary', 'compare')(typed) ||
      (typed.intent === 'ranking' && typed.measure !== 'count'),
  },
  // A number.
  {
    words: { en: /\bhow many\b|\bnumber of\b/iu, zh: /多少[条个人]|有几[条个]/u, ja: /何件(?!か)|何人(?!か)/u },
    isHeard: (typed, { text }) =>
      NUMBERS.includes(typed.measure) ||
      oneOf(
        'count',
        'share',
        'topic',
        'summary',
        'compare',
        'ranking',
        'complaints',
        'praise',
        'trend',
        'effect',
      )(typed) ||
      /\b(?:points?|days|weeks)\b|几个?点|百分点|ポイント/iu.test(text),
  },
  // Words of people.
  {
    words: {
      en: /\b(?:quotes?|verbatims?|exact words|in their own words)\b/iu,
      zh: /原话|原文|引用/u,
      ja: /引用|原文|生の声/u,
    },
    isHeard: oneOf('quotes', 'topic', 'complaints', 'praise', 'summary', 'why', 'fix'),
  },
  // Reasons.
  {
    words: { en: /\bwhy\b/iu, zh: /为什么|为啥|为何/u, ja: /なぜ|どうして|なんで/u },
    isHeard: (typed) =>
      !oneOf('count', 'share', 'trend')(typed) && !(typed.intent === 'ranking' && typed.by !== 'theme'),
  },
  // The lower end of an order.
  {
    words: {
      en: /\b(?:least|fewest|lowest|quietest)\b/iu,
      zh: /最少|最低/u,
      ja: /(?:一番|最も)(?:少な|低)/u,
    },
    isHeard: ({ intent, order, measure }) =>
      !['ranking', 'complaints', 'praise', 'fix'].includes(intent) ||
      order === 'least' ||
      // "The least negative one" is the best.
      measure === 'net' ||
      measure === 'share',
  },
  // Two times.
  {
    isHeard: ({ compared, by }, { periods }) => periods.length < 2 || compared !== null || by !== null,
  },
  // More or less than at another time.
  {
    words: {
      en: /\b(?:more|less|fewer|higher|lower|better|worse) than\b|\bcompared (?:to|with)\b|\bversus\b/iu,
      zh: /(?<![占对环同类])比(?![例率重]|多少|就|,|，).{1,10}(?:多|少|高|低|好|差)|相比|对比/u,
      ja: /と比べ|より(?:も)?(?:多|少|高|低|良|悪|増|減)/u,
    },
    isHeard: ({ intent, compared, by, scope }, read) =>
      compared !== null ||
      by !== null ||
      read.event !== null ||
      // Praise against complaints.
      scope.labels.length > 1 ||
      // What is said where a competitor is named.
      (intent === 'summary' && scope.monitors.length > 0) ||
      (intent === 'share' && !scope.labels.length) ||
      !['count', 'share', 'quotes', 'topic', 'summary'].includes(intent),
  },
  // A movement is held against the time before, and not against something else.
  {
    words: {
      en: /$^/u,
      zh: /(?<![占对环同类])比(?!以前|之前|从前|往常|平时|过去|前|上|例|率|重|较|多少|就|,|，)[^,，。?？]{2,10}(?:更?(?:多|少|高|低|好|差))/u,
      ja: /(?<![前でもつ段くれ])より(?:も)?(?:多|少|高|低|良|悪|増|減)/u,
    },
    isHeard: ({ intent, compared, by, scope }, read) =>
      intent !== 'trend' ||
      compared !== null ||
      by !== null ||
      read.event !== null ||
      read.than ||
      scope.labels.length > 1,
  },
  // Since when there are more of them: the day with most is another one.
  {
    words: {
      en: /$^/u,
      zh: /(?:哪一?天|什么时候|几号|何时)(?:起|开始)?[^,，。最]{0,4}(?:下降|下跌|上升|上涨|掉|跌|降|涨|升|热|火|冷|多|少)(?:下来|下去|起来|上来|上去|了|的)(?!.*最)/u,
      ja: /いつ(?:頃|ごろ)?から[^、。]{0,8}(?:増え|減|盛り上が|静か)/u,
    },
    isHeard: ({ intent, by, order }) => intent !== 'ranking' || by === 'theme' || order === 'oldest',
  },
  // When: no order of themes tells that.
  {
    words: { en: /$^/u, zh: /什么时候|啥时候|何时|哪一?天|几号/u, ja: /いつ(?!も|か(?!ら))/u },
    isHeard: ({ intent, by }) => !['ranking', 'complaints', 'praise'].includes(intent) || by !== 'theme',
  },
  // Emotions and kinds of comments.
  {
    isHeard: ({ scope, intent, by, measure }, { emotions, text }) =>
      !emotions.length ||
      Boolean(scope.emotions?.length) ||
      scope.labels.length > 0 ||
      // Are they happy or sad?
      (EITHER.test(text) && ['trend', 'topic'].includes(intent)) ||
      !(
        ['count', 'share', 'quotes', 'trend', 'topic'].includes(intent) ||
        (intent === 'ranking' && by === 'theme' && measure === 'count')
      ),
  },
  // "The funniest comment": only likes, days and moods put comments in an order.
  {
    words: {
      en: /\b(?!(?:latest|newest|oldest|earliest|best|worst|angriest|happiest|saddest|loudest|harshest|nicest|kindest|unhappiest|biggest|request|test|most)\b)[a-z]+est (?:comments?|reviews?|posts?|quotes?)\b/iu,
      zh: /最(?:搞笑|好笑|有趣|有意思|奇葩|长|短|离奇)的?(?:评论|差评|好评|留言)/u,
      ja: /(?:一番|最も)(?:面白い|おもしろい|笑える|長い|短い|変な)/u,
    },
    isHeard: (typed) => !oneOf('quotes', 'topic', 'summary')(typed),
  },
  // "How did October end compared to how it started?"
  {
    words: {
      en: /\bhow (?:it|they|things) (?:started|began|ended)\b/iu,
      zh: /(?:刚开始|开头|一开始)的?时候?相?比/u,
      ja: /(?:始まり|最初)と(?:終わり|最後)/u,
    },
    isHeard: (_, { periods }) => periods.length > 1,
  },
  // Two sides of which one was not understood: "happier than Delta passengers".
  {
    words: { en: /\b(?:than|versus|vs)\b[^,.?!]{0,30}/iu, zh: /(?!)/u, ja: /(?!)/u },
    isHeard: ({ intent, by, compared, scope }, { event, monitors, emotions }) =>
      intent !== 'compare' ||
      by !== null ||
      compared !== null ||
      event !== null ||
      scope.labels.length > 1 ||
      monitors.length + emotions.length > 1,
  },
  // A number for each of several.
  {
    words: {
      en: /\b(?:by|per|for each|for every|in each) (?:source|platform|channel|site|language|theme|topic|monitor|brand)s?\b/iu,
      zh: /按(?:来源|平台|渠道|语言|语种|话题|主题|品牌)|分(?:来源|平台|渠道|语言|语种)/u,
      ja: /(?:媒体|ソース|プラットフォーム|言語|話題|テーマ|ブランド)(?:別|ごと)/u,
    },
    isHeard: ({ intent, by }) => by !== null || !['count', 'share'].includes(intent),
  },
  // "Sad or angry": one emotion against another.
  {
    words: {
      en: /\b(?:sad|angry|anger|afraid|scared|joyful|surprised|sadness|fear|joy|disappointed)\b.{0,12}\b(?:or|than|vs)\b.{0,14}\b(?:sad|angry|anger|afraid|scared|joyful|surprised|sadness|fear|joy|disappointed)\b/iu,
      zh: /(?!)/u,
      ja: /(?!)/u,
    },
    // Counted, each has its number.
    isHeard: ({ intent }) => intent === 'count',
  },
  // What people said, word by word: "how many said thank you".
  {
    words: {
      en: /\b(?:said|say|says|wrote|write|used the words?)\s+(?:thanks?(?: you)?|sorry|please|goodbye|hello|never again|no thanks|yes|no|wow|love it|hate it)\b/iu,
      zh: /(?:说|写)了?(?:谢谢|感谢|对不起|再见|再也不)/u,
      ja: /(?:ありがとう|ごめん|さようなら|二度と)(?:と|って)(?:言|書)/u,
    },
    isHeard: ({ intent, scope }) =>
      scope.topic !== null || !['count', 'share', 'trend', 'quotes', 'summary'].includes(intent),
  },
  // Why of two: a change has reasons here, a difference has none.
  {
    words: { en: /\bwhy\b.{0,60}\bthan\b.{0,30}/iu, zh: /(?!)/u, ja: /(?!)/u },
    isHeard: ({ intent }, { sources, languages, monitors }) =>
      intent !== 'why' || Math.max(sources.length, languages.length, monitors.length) < 2,
  },
  // How long something took.
  {
    words: {
      en: /\bhow long\b(?! (?:is|are) the (?:comments?|reviews?))/iu,
      zh: /持续了?(?:多久|多长时间|几天)/u,
      ja: /どのくらい続|何日続|いつまで続/u,
    },
    isHeard: ({ scope }) => scope.topic !== null,
  },
  // What comments are not grouped by.
  {
    words: {
      en: /\b(?:which|what) (?:airline|carrier|product|model|item|branch|location|route|flight|airport|plane|hotel|room|country|city|region|department|agent|employee|seller|manufacturer)s?\b(?= (?:is|are|was|were|has|have|had|gets?|got|do|does|did)\b)/iu,
      zh: /哪(?:个|款|家|种)(?:航空公司|航司|产品|型号|款式|门店|分店|城市|地区|国家|部门)/u,
      ja: /どの(?:航空会社|製品|商品|モデル|機種|店舗|都市|地域|国|部署)/u,
    },
    isHeard: ({ by }, { topics, monitors }) =>
      (by !== 'theme' && by !== 'source') || topics.length > 1 || monitors.length > 1,
  },
  // "Funny tweets": comments are told apart by mood, kind and likes, and not by this.
  {
    words: {
      en: /\b(?:funny|hilarious|sarcastic|ironic|witty|polite|weird|strange|helpful|creative|fake|spam|detailed|longest|shortest)(?= (?:comments?|reviews?|posts?|quotes?|ones?|tweets?|messages?|feedback)\b)/iu,
      zh: /(?:搞笑|好笑|有趣|讽刺|阴阳怪气|奇葩)的?(?=评论|差评|好评|留言|原话)/u,
      ja: /(?:面白い|おもしろい|笑える|皮肉な|変な)(?=コメント|投稿|レビュー|声)/u,
    },
    isHeard: ({ scope }) => scope.topic !== null,
  },
  // What people did, of which nothing was read: "how many people switched to Nubira".
  {
    words: {
      en: /(?<=\bhow many (?:\w+ )?(?:people|customers|users|passengers|buyers|owners|subscribers|folks|guests|clients|of them)(?: (?:have|had|has|actually|already|really|would|will|want to|wanted to|plan to|are|were))* )(?:switch|mov|leav|return|cancel|order|upgrad|downgrad|stop|quit|threaten|regret)\w*(?: (?:to|from|away|using|over|back)\b)*|(?<=\bhow many (?:\w+ )?(?:people|customers|users|passengers|buyers|owners|folks|guests|clients)(?: (?:have|had|actually|already))* )(?:left|bought|sold|lost|paid|went|came|gave up)\b/iu,
      zh: /(?!)/u,
      ja: /(?!)/u,
    },
    isHeard: ({ intent }, { topics, text }) =>
      !['count', 'share', 'trend'].includes(intent) ||
      /\b(?:mention|complain|talk|say|write)/iu.test(text) ||
      topics.some(({ words }) => DID.test(words)),
  },
  // What people want of us.
  {
    words: {
      en: /\b(?:(?:ask(?:s|ed|ing)?|beg(?:s|ged|ging)?|call(?:s|ed|ing)?|cr(?:y|ies|ied|ying)|plead(?:s|ed|ing)?) for help|need(?:s|ed|ing)? (?:our |some |any )?help|help (?:with|to))\b/iu,
      zh: /(?!)/u,
      ja: /(?!)/u,
    },
    isHeard: ({ intent, scope }, { topics }) =>
      !['count', 'share', 'trend', 'compare'].includes(intent) ||
      Boolean(scope.kinds?.length) ||
      topics.some(({ words }) => /help/iu.test(words)),
  },
  // Comments that wait for their label: how far that is stands above the pages.
  {
    words: {
      en: /\b(?:with no|ha(?:s|ve) no) (?:a |any )?labels?\b|\bunlabell?ed\b|\bnot (?:been )?(?:yet )?labell?ed\b/iu,
      zh: /(?:没有?|未|还没)(?:有|打|被)?(?:标签|标注)/u,
      ja: /ラベル(?:が|の)?(?:ない|無い|付いていない|ついていない)|未ラベル/u,
    },
    isHeard: () => false,
  },
  // The same, where "without" was taken for what is left out.
  { isHeard: (_, { without }) => !without.topics.some(({ words }) => /^labels?$/iu.test(words)) },
  // Several sources or languages.
  {
    isHeard: ({ scope, by }, { sources, languages, without }) =>
      by !== null ||
      without.sources.length + without.languages.length > 0 ||
      (sources.every((one) => scope.sources.includes(one)) && languages.every((one) => scope.languages.includes(one))),
  },
];

/** What people did, where it is what the comments are about. */
const DID =
  /switch|mov|leav|left|return|cancel|order|upgrad|downgrad|stop|quit|threat|regret|bought|sold|lost|paid|went|came/iu;

/** A number that stands alone: not part of a version, a date or a name. */
const NUMBER = /(?<![\p{L}\d.:/-])\d+(?![\d.:/%-]|\p{L}{3}| ?(?:pts?|points?|lines?|sentences?|in \d)\b)/gu;

/** Versions of an app that nothing of the reading has. */
function unreadVersion({ frame, event }: Understanding, { scope, event: named }: TypedQuestion): string | null {
  const heard = [scope.topic, scope.theme, event?.name, named, ...scope.monitors, ...(scope.versions ?? [])].join(' ');
  return frame.match(/(?<![\d.])\d+(?:\.\d+)+(?![\d.%])/gu)?.find((version) => !heard.includes(version)) ?? null;
}

/** Numbers of a question that nothing of it was read from. */
function unreadNumber(
  { frame, number, stars, topics, event, text }: Understanding,
  typed: TypedQuestion,
): string | null {
  // "The 14 before": what it is compared with was read.
  if (typed.compared) return null;
  const years = [typed.period?.from.slice(0, 4), typed.period?.to.slice(0, 4)];
  const heard = [typed.number, number, ...stars, ...years].map(String);
  const inNames = [...topics.map(({ words }) => words), event?.name ?? '', ...(typed.scope.versions ?? [])].join(' ');
  for (const { 0: digits, index } of frame.matchAll(NUMBER))
    if (!heard.includes(String(Number(digits))) && !inNames.includes(digits))
      return text.slice(index).split(/(?<=^\S+\s\S+)\s/u)[0] ?? digits;
  return null;
}

/** What rules took for a topic and nothing of the answer is about: 学校官号 of 有多少学校官号来打卡. */
const unreadTopic = ({ passedOver = [], event, pointed }: Understanding, typed: TypedQuestion): string | null => {
  if (pointed) return null;
  const heard = `${event?.name ?? ''} ${typed.event ?? ''} ${typed.scope.topic ?? ''} ${typed.scope.theme ?? ''}`;
  return passedOver.find((words) => [...words].length > 1 && !heard.includes(words)) ?? null;
};

/**
 * Words of a question that its reading does not show: an answer would leave them out in silence. Null where all were heard.
 * @param typed as it would be answered
 */
export function unaccounted(read: Understanding, typed: TypedQuestion): string | null {
  for (const { words, isHeard } of CLAIMS) {
    const found = words ? words[read.language].exec(read.nameless) : null;
    const said = words ? found && read.text.slice(found.index, found.index + found[0].length) : read.text;
    if (said && !isHeard(typed, read)) return said;
  }
  return leftUnsaid(read) ?? unreadTopic(read, typed) ?? unreadVersion(read, typed) ?? unreadNumber(read, typed);
}
