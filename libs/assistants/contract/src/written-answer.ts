import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { namedProblem } from './named-problem';

type Spoken = Exclude<Language, 'und'>;

export const TONES = ['plain', 'warm', 'formal'] as const;
export type Tone = (typeof TONES)[number];

/** What is answered: a comment, or a text like one. */
export interface Answered {
  readonly text: string;
  readonly language: Language;
  /** Where it is known. */
  readonly label?: Label;
}

/**
 * What a comment wants of an answer. `private`: it tells of a trouble in somebody's life that no order number helps with. `statement`: it neither praises nor complains, or
 * that is not known.
 */
export type AnswerKind = 'complaint' | 'question' | 'praise' | 'private' | 'statement';

const ASKS: Readonly<Record<Spoken, RegExp>> = {
  en: /\?\s*$|^\s*(?:does|do|is|are|can|could|will|when|where|what|which|how|who|any(?:body|one))\b/iu,
  zh: /[?？]\s*$|吗|呢\s*$|怎么|如何|哪里|哪儿|哪个|几点|多少|什么时候|能不能|可不可以|是不是|有没有/u,
  ja: /[?？]\s*$|(?:ですか|ますか|でしょうか|ませんか|どこで|いつから|何時)/u,
};
/** What a label alone does not prove: "Ordered the 65W charger, got the 20W one" was labelled positive. */
export const PRAISES: Readonly<Record<Spoken, RegExp>> = {
  en: /!|\b(?:lov\w*|like[ds]?|great|good|nice|best|better(?! things)|easier|perfect\w*|amaz\w*|awesome|excellent|happy|glad|thank\w*|helpful|hero|kind|delicious|beautiful|brilliant|fast|comfortable|recommend\w*|finally|works|passed|fixed|well|worth|impress\w*|friendly|fantastic|wonderful|enjoy\w*|patient\w*|polite\w*|courteous|smil\w*|walked me through|carried)\b/iu,
  zh: /[!！]|好|喜欢|爱|赞|棒|感谢|谢谢|满意|开心|高兴|方便|省事|耐心|值|推荐|漂亮|舒服|快|惊喜|绝了|终于|不错|厉害|良心|贴心|给力/u,
  ja: /[!！]|好き|良|よかった|いい|嬉|うれし|楽|便利|親切|ありがと|感謝|最高|素敵|素晴|すばらし|満足|おすすめ|きれい|美味|助か|快適|丁寧|やっと/u,
};
const PRIVATE: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:my|our) (?:boss|manager|teacher|girlfriend|boyfriend|husband|wife|cat|dog|gran\w*|mum|mom|mother|dad|father|son|daughter|sister|brother|neighbou?rs?|landlord|(?:flat|room|house)mates?|last day|job)\b|\bat work\b|\b(?:exams?|birthday|funeral|lonely|homesick|broke up|passed away|hospital|interview)\b/iu,
  zh: /被?(?:领导|老板|上司|老师)\S{0,4}(?:骂|批评|训)|考研|考试|挂科|生日|失恋|分手|住院|去世|走丢|孤单|孤独|想家|想哭|室友|房东|合租|面试|同事|邻居|爸爸|妈妈|奶奶|爷爷|外婆|外公|姥姥|姥爷/u,
  ja: /(?:上司|先生|親)に(?:怒|叱)|試験|受験|誕生日|さみし|寂し|入院|亡くな|失恋|別れ|第[一二]志望|補欠|不合格|面接|同僚|大家|隣人|祖母|祖父|おばあちゃん|おじいちゃん|実家/u,
};
/** Things that a brand sells or does: with one of them a trouble is not private. */
const GOODS: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:order\w*|parcels?|deliver\w*|cakes?|apps?|account\w*|updat\w*|batter\w*|refund\w*|stores?|shops?|service|support|product\w*|bought|arriv\w*|charg\w*|screen\w*|hotels?|rooms?|flights?|tickets?|website|prices?|quality|warranty|buds?|case|headphones?|kettle|blanket|washing machine|returns? desk|courier|driver|you|your)\b/iu,
  zh: /订单|快递|包裹|蛋糕|商品|产品|更新|应用|软件|账号|客服|充电|电池|屏幕|耳机|盒|退|买|发货|外卖|酒店|航班|导航|会员|质量|售后|店|你们|app/iu,
  ja: /注文|荷物|配送|届|商品|ケーキ|アプリ|アップデート|電池|充電|サポート|返品|返金|ケース|イヤホン|ホテル|店|購入|買っ|御社|そちら/u,
};

/** What a comment wants of an answer, by its label and its words. */
export function kindOfAnswered({ text, language, label }: Answered): AnswerKind {
  const spoken = language === 'und' ? 'en' : language;
  if (label === 'positive') return PRAISES[spoken].test(text) ? 'praise' : 'statement';
  if (label === 'neutral') return ASKS[spoken].test(text) ? 'question' : 'statement';
  if (label === undefined) return 'statement';
  return PRIVATE[spoken].test(text) && !GOODS[spoken].test(text) ? 'private' : 'complaint';
}

const OPENING: Readonly<Record<Tone, Readonly<Record<Spoken, string>>>> = {
  plain: { zh: '', en: '', ja: '' },
  warm: {
    zh: '谢谢您告诉我们。',
    en: 'Thank you for telling us. ',
    ja: 'お知らせいただき、ありがとうございます。',
  },
  formal: { zh: '尊敬的用户，您好：', en: 'Dear customer, ', ja: 'お客様、お世話になっております。' },
};

/** Says what the comment is about. */
const ABOUT: Readonly<Record<AnswerKind, Readonly<Record<Spoken, (problem: string) => string>>>> = {
  complaint: {
    zh: (problem) => `您提到的“${problem}”，我们看到了，很抱歉给您带来不便。`,
    en: (problem) => `We are sorry to read this: “${problem}”. `,
    ja: (problem) => `「${problem}」とのこと、ご不便をおかけし、申し訳ございません。`,
  },
  question: {
    zh: (problem) => `感谢您提问：“${problem}”。`,
    en: (problem) => `Thank you for your question: “${problem}”. `,
    ja: (problem) => `「${problem}」とのお問い合わせ、ありがとうございます。`,
  },
  praise: {
    zh: (problem) => `谢谢您告诉我们“${problem}”，我们看了很高兴。`,
    en: (problem) => `Thank you, we are glad to read this: “${problem}”. `,
    ja: (problem) => `「${problem}」とのこと、うれしく拝見しました。ありがとうございます。`,
  },
  private: {
    zh: (problem) => `“${problem}”，看到您这么说，我们很理解您的心情。`,
    en: (problem) => `We are sorry to read this: “${problem}”. `,
    ja: (problem) => `「${problem}」とのこと、お気持ちお察しいたします。ご投稿ありがとうございます。`,
  },
  statement: {
    zh: (problem) => `您提到的“${problem}”，我们看到了。`,
    en: (problem) => `We have read what you say about “${problem}”. `,
    ja: (problem) => `「${problem}」とのこと、確認いたしました。`,
  },
};

const ORDER_NUMBER: Readonly<Record<Spoken, string>> = {
  zh: '请把订单号私信给我们，我们来核实。',
  en: 'Please send us your order number by private message so that we can look into it.',
  ja: 'お手数ですが、注文番号をDMでお知らせください。確認いたします。',
};
/** For somebody who has told the number already. */
const BY_MESSAGE: Readonly<Record<Spoken, string>> = {
  zh: '请私信联系我们，我们来核实。',
  en: 'Please send us a private message so that we can look into it.',
  ja: 'お手数ですが、DMでご連絡ください。確認いたします。',
};
const TELLS_ORDER =
  /(?:\border|订单号?|訂單|单号|注文(?:番号)?)(?: (?:number|no\.?|id))?[\s:：是は#＃]*[A-Z]{0,4}[-\d]*\d{4}/iu;
/** Whether a comment names the number of its order. */
export const tellsOrder = (text: string): boolean => TELLS_ORDER.test(text);

const IF_ANYTHING: Readonly<Record<Spoken, string>> = {
  zh: '如果有我们能帮上忙的地方，请私信告诉我们。',
  en: 'If there is anything that we can do for you, please send us a private message.',
  ja: '私どもにできることがございましたら、DMでお知らせください。',
};
/** What comes next after what is no complaint. */
const NEXT: Readonly<Record<Exclude<AnswerKind, 'complaint'>, Readonly<Record<Spoken, string>>>> = {
  // Nobody who tells a fact has an order number to send.
  statement: IF_ANYTHING,
  question: {
    zh: '请私信告诉我们您问的是哪款产品、哪个订单或哪家门店，我们来核实。',
    en: 'Please tell us by private message which product, order or store it is about so that we can look it up.',
    ja: '対象の商品やご注文、店舗をDMでお知らせください。確認いたします。',
  },
  praise: { zh: '', en: '', ja: '' },
  private: IF_ANYTHING,
};

function nextOf({ text, label }: Answered, kind: AnswerKind, spoken: Spoken): string {
  if (kind !== 'complaint' && !(kind === 'statement' && label === undefined)) return NEXT[kind][spoken];
  return (tellsOrder(text) ? BY_MESSAGE : ORDER_NUMBER)[spoken];
}

/** What somebody may be hurt by. */
const DANGER: Readonly<Record<Spoken, RegExp>> = {
  en: /\bsmok(?:e|es|ed|ing)\b|\b(?:on|caught|catches) fire\b|\bburn(?:t|ed|s)? (?:my|me)\b|\bburning smell\b|\bexplod|\bsparks?\b|\belectric shock|\bswollen\b|\bswelling\b|\ballerg|\brash\b|\bscorch\w*|\b(?:burn|brown|black) marks?\b|\b(?:got|gets|getting|ran|runs|became|turned) (?:so|too|very|really|extremely|dangerously) hot\b|\btoo hot to (?:touch|hold)\b|\bmelt\w* (?:the|my|its) (?:plug|charger|cable|case|carpet|table|plastic|socket)\b|\b(?:face|skin|eyes?) (?:went|got|turned|is|are) red\b/iu,
  zh: /冒烟|起火|着火|爆炸|漏电|触电|烧焦|焦味|糊味|烧糊|烫伤|鼓包|鼓起|鼓了|过敏|发红|发痒|起疹/u,
  ja: /煙|発火|火花|感電|爆発|やけど|火傷|焦げ|膨らん|かぶれ|アレルギー|発疹/u,
};
/** Whether a text tells of something by which somebody may be hurt. */
export const tellsDanger = (text: string, spoken: Spoken): boolean => DANGER[spoken].test(text);

/** Said before anything is asked for, where somebody may be hurt. */
const CARE: Readonly<Record<Spoken, string>> = {
  zh: '为了安全，请先不要继续使用。',
  en: 'For your safety, please stop using it for now. ',
  ja: '安全のため、いったんご使用をお控えください。',
};

/** The words of people for a comment of a kind: how it begins in a tone, what it is about, what to take care of, and what comes next. */
export interface WrittenParts {
  readonly opening: string;
  /** Empty where the comment has no words that could be named. */
  readonly about: string;
  /** Not to use what may hurt; empty where nothing may. */
  readonly care: string;
  readonly next: string;
}

/** Written by people: for where a model is not asked, or nothing is left of what it wrote. */
export function writtenParts(answered: Answered, tone: Tone): WrittenParts {
  const spoken = answered.language === 'und' ? 'en' : answered.language;
  const kind = kindOfAnswered(answered);
  const problem = namedProblem(answered.text, answered.language);
  const next = nextOf(answered, kind, spoken);
  return {
    // Thanks come once.
    opening: tone === 'warm' && (kind === 'praise' || kind === 'question') ? '' : OPENING[tone][spoken],
    about: problem ? ABOUT[kind][spoken](problem) : '',
    care: kind === 'complaint' && tellsDanger(answered.text, spoken) ? CARE[spoken] : '',
    next: next || problem ? next : OPENING.warm[spoken],
  };
}
