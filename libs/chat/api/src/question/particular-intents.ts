import type { Intent } from '@moodline/chat/contract';
import { LEXICONS, type Understanding } from './understanding';

/** Turns of phrase, mostly of Chinese and Japanese questions, that say what is wanted more exactly than their single words. */
interface Turns {
  /** Orders by the mood, whatever else is to stand beside it. */
  readonly ofMood: RegExp;
  /** Wants a number of those who complain or praise. */
  readonly asksNumber: RegExp;
  /** A part of the comments with a label. */
  readonly partOfLabel: RegExp;
  /** One label against another. */
  readonly whichLabel: RegExp;
  /** How much a number moved, or the line that it drew. */
  readonly movedBy: RegExp;
  /** The reasons of praise. */
  readonly admired: RegExp;
  /** When something was said for the first time. */
  readonly first: RegExp;
  /** A number for each of several topics. */
  readonly each: RegExp;
}

const GOOD_ZH = '(?:正面|好评|夸的?人?)(?:评论)?';
const BAD_ZH = '(?:负面|差评|骂的?人?)(?:评论)?';
const MORE_ZH = '(?:多|哪个多|谁多|比|相比)';
const BETWEEN_ZH = '(?:多|比|和|跟|与).{0,4}';
const GOOD_JA = '(?:ポジティブ|好評|良い声)';
const BAD_JA = '(?:ネガティブ|不満|悪い声)';
const BETWEEN_JA = '.{0,3}(?:と|より|が多い).{0,3}';
const MORE_JA = '.{0,6}(?:多|どちら|どっち)';

const NEVER = /(?!)/u;

const TURNS: Readonly<Record<Understanding['language'], Turns>> = {
  en: {
    ofMood: NEVER,
    asksNumber: NEVER,
    partOfLabel:
      /(?:\b(?:share|percent(?:age)?|proportion|fraction|part|pct|portion)|%) of (?:all |our |the |these |those )*(?:complaints?|(?:negatives?|positives?)(?! (?:comments?|reviews?|feedback|posts?|mentions?|ones))|praise|criticism|gripes?|(?:negative|positive|bad|good|critical|unhappy|angry) (?:comments?|reviews?|feedback|posts?|mentions?|ones))\b(?!\s*(?:on|about|regarding)\b).{0,40}?\b(?:about|mention\w*|concern\w*|relate[sd]? to|due to|because of|to do with|(?:are|is|was|were) on|refer\w*|involv\w*)\b/iu,
    whichLabel: NEVER,
    movedBy: NEVER,
    admired: NEVER,
    first: NEVER,
    each: NEVER,
  },
  zh: {
    ofMood: /净情绪|口碑|情绪/u,
    asksNumber: /多少条?|几[条个]|有几/u,
    partOfLabel:
      /(?:差评|负面|好评|正面)(?:评论)?(?:里|中|当中|里面|之中)[^,，。]{0,3}(?:提到|提及|说到?|关于|涉及|聊到?|抱怨|是)/u,
    whichLabel: new RegExp(
      `${GOOD_ZH}${BETWEEN_ZH}${BAD_ZH}${MORE_ZH}|${BAD_ZH}${BETWEEN_ZH}${GOOD_ZH}${MORE_ZH}`,
      'u',
    ),
    movedBy:
      /走势|趋势|曲线|(?:上涨|下跌|下降|上升|涨|升|降|跌|增加|(?<!新)增|减少|减|多|少|高|低|好转|恶化)了?(?:多少|几个?点|占比多少|多大)/u,
    admired:
      /(?:为什么|为啥|为何|因为什么)(?:会|都|要|这么|那么)?(?:喜欢|夸|称赞|满意|给好评|买账)|(?:被)?(?:喜欢|夸|好评|满意)的(?:原因|理由)/u,
    first: /(?:最早|最先|首次|第一次|首个).{0,16}(?:哪一?天|什么时候|几号|何时)/u,
    each: /各自?(?:有|是|占)?(?:多少|几)|分别(?:有|是|占)?(?:多少|几)/u,
  },
  ja: {
    ofMood: /ネットスコア|純感情|感情スコア|評判/u,
    asksNumber:
      /何(?:件|人)|ど(?:れ|の)(?:くらい|ぐらい|ほど|だけ)(?:いる|い(?:ます|た)|ある|あ(?:り|った)|来|出|[?？]|$)|件数|いくつ/u,
    partOfLabel:
      /(?:ネガティブ|ポジティブ|不満|好評|否定的)な?(?:の)?(?:コメント|声|意見)?(?:のうち|の中で|のなかで|に占める)/u,
    whichLabel: new RegExp(
      `${GOOD_JA}${BETWEEN_JA}${BAD_JA}${MORE_JA}|${BAD_JA}${BETWEEN_JA}${GOOD_JA}${MORE_JA}`,
      'u',
    ),
    movedBy:
      /推移|トレンド|(?:どのくらい|どれだけ|どれほど|何(?:件|%|ポイント))(?:くらい|ほど)?(?:増え|減|上が|下が|伸び|悪化|改善|変わ|変化)/u,
    admired:
      /(?:なぜ|なんで|どうして)(?:こんなに|そんなに)?(?:褒め|好評|好か|満足|喜ば|気に入)|(?:褒められ|好評|好かれ|満足)(?:て(?:い)?る|の|な)?(?:理由|わけ|要因)/u,
    first: /(?:最初に|初めて|最も早く|一番早く).{0,16}(?:いつ|何日)/u,
    each: /それぞれ(?:何件|いくつ|どのくらい|の件数)|各何件/u,
  },
};

const turnIn = ({ language, text }: Understanding, turn: keyof Turns): boolean => TURNS[language][turn].test(text);

/** 各来源净情绪排名，附条数: the mood orders them. */
export const ordersByMood = (read: Understanding): boolean => turnIn(read, 'ofMood');
/** 差评里提到客服的占多少: which part of those with a label speaks of something. */
export const isPartOfLabel = (read: Understanding): boolean => turnIn(read, 'partOfLabel');

/** 好评多还是差评多: the shares of both. */
export const labelsSideBySide = (read: Understanding): Intent | null =>
  read.sources.length < 2 && read.topics.length < 2 && read.periods.length < 2 && turnIn(read, 'whichLabel')
    ? 'share'
    : null;

/** The intent that a turn of phrase tells. @param next what the single words tell */
export function particularIntent(read: Understanding, next: Intent): Intent | null {
  const { topics, sources, languages, periods, compared, intents, text, language } = read;
  if (next === 'why') return turnIn(read, 'admired') && !LEXICONS[language].moves.test(text) ? 'praise' : null;
  // The first comment has the day.
  if (next === 'ranking' && turnIn(read, 'first')) return 'quotes';
  const counts = next === 'share' || next === 'count';
  const isList = topics.length >= 2 && topics.slice(1).every(({ listed }) => listed);
  if (counts && isList && turnIn(read, 'each')) return 'compare';
  if ((next === 'complaints' || next === 'praise') && intents.includes('count') && turnIn(read, 'asksNumber'))
    return 'count';
  if (next === 'share' && topics.length && isPartOfLabel(read)) return 'count';
  if (counts && !isList && sources.length < 2 && languages.length < 2 && turnIn(read, 'movedBy'))
    return periods.length >= 2 || compared ? 'compare' : 'trend';
  return null;
}
