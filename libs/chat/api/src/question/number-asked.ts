import { HAN_NUMBER, numberFrom } from './periods/numerals';

const PATTERNS: readonly RegExp[] = [
  /\b(?:top|first|best|worst|latest|newest|last) (?<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b(?! (?:days?|weeks?|months?|hours?|minutes?|years?))/iu,
  /\b(?<number>\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|couple of|a few|few|several) (?:[\p{L}-]+ ){0,3}?(?:quotes?|examples?|comments?|reviews?|voices?|posts?|themes?|topics?|things?|complaints?|reasons?|issues?|problems?|statements?|remarks?)\b/iu,
  new RegExp(`(?:前|最.{1,3}的)?(?<number>${HAN_NUMBER})(?:条|个|句|则|段|大)(?!月|星期|礼拜|小时|季度|钟头)`, 'u'),
  new RegExp(`最[^,，。]{1,8}的?(?<number>${HAN_NUMBER})点(?=是什么|是啥|是哪|有哪|[?？]|$|都|分别)`, 'u'),
  new RegExp(`(?<number>${HAN_NUMBER})(?:件|つ|個)(?!数)`, 'u'),
  new RegExp(`(?:哪|どの)(?<number>${HAN_NUMBER})(?:天|日|个|家)`, 'u'),
  /\b(?:which|what) (?<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:days|sources|platforms|channels|themes|topics)\b/iu,
  /\b(?<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:best|worst|busiest|quietest|angriest|happiest) (?:days|sources|platforms|channels)\b/iu,
  /トップ ?(?<number>\d{1,2})|(?:上位|ワースト|ベスト) ?(?<more>\d{1,2})/iu,
  /top ?(?<number>\d{1,2})/iu,
];

/** The place that is asked for: an order is told up to there. */
const PLACES: readonly (readonly [number, RegExp])[] = [
  [
    2,
    /\brunner[- ]?up\b|\bsecond(?:[ -](?:place|biggest|most|largest|one|worst|best))?\s*[?.]*$|\bsecond[ -](?:place|biggest|most|largest|worst|best)\b|第二(?:名|多|大|个(?!月|星期|礼拜)|位|严重|差|糟|惨|好|高|低|热|突出|集中|受|的(?=[呢是?？]|$)|是|呢)|排第二|二番目|2位|二位|次点/iu,
  ],
  [
    3,
    /\bthird(?:[ -](?:place|biggest|most|largest|one|worst|best))?\s*[?.]*$|第三(?:名|多|大|个(?!月|星期|礼拜)|位|严重|差|糟|惨|好|高|低|热|突出|集中|受|的(?=[呢是?？]|$)|是|呢)|排第三|三番目|3位|三位/iu,
  ],
];

/** Which single comment is asked for. */
const WHICH_ONE =
  /\bwhen did\b.{1,50}\b(?:first|start|begin)\b|\bsince when\b|(?:什么时候|啥时候|哪一?天|何时|几号)(?:起|开始)|いつ(?:頃|ごろ|ころ)?から|\b(?:which|what(?: is|'s| was)?|show(?: me)?|find(?: me)?|give me) (?:is |was )?(?:the |our )?(?:single )?(?:most|best|worst|angriest|happiest|loudest|newest|latest|oldest) ?(?:liked |upvoted |popular )?(?:negative |positive )?(?:comment|review|post|complaint|quote)\b(?!s)|最.{1,6}的?(?:差评|好评|评论|留言|吐槽)?是?哪(?:一)?条|(?:一番|最も).{1,14}(?:コメント|批判|不満|レビュー|投稿)は(?:どれ|何|[?？])/iu;

const numberIn = (groups?: Readonly<Record<string, string>>) => groups?.['number'] ?? groups?.['more'];

/** How many are asked for ("three quotes", 前五); null where no number is named. Never more than 20. */
export function numberAsked(text: string): number | null {
  // "有几条" asks how many there are.
  if (/有几|多少|几条[?？]?$|\bhow many\b/iu.test(text)) return null;
  for (const pattern of PATTERNS) {
    const number = numberFrom(numberIn(pattern.exec(text)?.groups)?.replace(/^a (?=few|couple)/i, ''));
    if (Number.isInteger(number) && number >= 1) return Math.min(number, 20);
  }
  if (WHICH_ONE.test(text)) return 1;
  return PLACES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
