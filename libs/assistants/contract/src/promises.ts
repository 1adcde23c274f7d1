import type { Language } from '@moodline/shared/contract';

/** What nobody may promise in the name of a brand without asking, and what admits a fault. `invented`: a number or address that is not in the comment. */
export const PROMISE_FLAWS = ['money', 'date', 'fault', 'invented'] as const;
export type PromiseFlaw = (typeof PROMISE_FLAWS)[number];

type Spoken = Exclude<Language, 'und'>;

/** A sentence that refuses promises nothing. */
const REFUSES: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:cannot|can'?t|can not|unable|not able|no promise|not promise|won'?t be able)\b/iu,
  zh: /(?:不能|无法|不便|没法|不承诺|不保证|不可以)/u,
  ja: /(?:できません|できかね|いたしかね|お約束は|約束できな)/u,
};

const MONEY: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:we|i|you|they|team|it)(?:\s+\w+)?\s*(?:'ll|will|shall|can|could|would|are going to|have|has|are|is|be)\b[^.!?]{0,40}\b(?:refund|reimburs|compensat|voucher|coupon|discount|money back|credit(?:ed)?\b|free\b|replace(?:ment)?\b|pay (?:you )?back|waive)|\b(?:full|partial|immediate|free)\s+(?:refund|replacement|compensation|credit)|\brefund (?:has been|was|is|will be)\b|\b(?:here'?s|offer you|give you|send you|issue)\b[^.!?]{0,30}\b(?:refund|voucher|coupon|discount|credit|replacement|compensation)/iu,
  zh: /(?:会|将|可以|能够|为您|给您|帮您|马上|立即|立刻|安排|办理|申请|提供|赠送|补偿您|已经?|全额)[^。！？]{0,10}(?:退款|退钱|退费|退回|退还|赔偿|赔付|赔给|补偿|补发|换新|换货|优惠券|代金券|免单|免费|打折|折扣|红包|报销)|(?:退款|赔偿|补偿|换新|补发|优惠券)[^。！？]{0,6}(?:到账|处理完|会尽快到|发放|给您)/u,
  ja: /(?:返金|払い戻し|補償|賠償|弁償|交換|クーポン|割引|ポイント|無償|無料|代替品|新品)[^。！？]{0,14}(?:いたします|致します|します|させていただ|差し上げ|お送り|対応いた|手続きを(?:進|いた)|お渡し|ご用意|発行)/u,
};

const DATE: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:today|tonight|tomorrow|by (?:the )?(?:end|close|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|next|tomorrow)\b|(?:on|this|next|until) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week(?:end)?|month)|(?:with)?in (?:the next )?(?:an?|one|two|three|four|five|a few|a couple of|\d+(?:\s*[-–]\s*\d+)?)\s*(?:business |working )?(?:minutes?|hours?|days?|weeks?|months?)|(?:january|february|march|april|june|july|august|september|october|november|december)\b|\d{1,2}(?:st|nd|rd|th)\b|\d{4}-\d{2}-\d{2})/giu,
  zh: /(?:今天|今晚|今日|明天|明日|后天|本周|这周|下周|本月|下个?月|(?:周|星期|礼拜)[一二三四五六日天末]|月底|月初|\d{1,2}月\d{0,2}|\d{1,2}[号日](?!常)|[0-9０-９一二三四五六七八九十两几半]+\s*个?\s*(?:工作日|日|天|小时|钟头|分钟|周|星期|月)(?:之?内|以内|之?后|左右))/gu,
  ja: /(?:本日|今日|今夜|明日|明後日|今週|来週|今月|来月|[月火水木金土日]曜|[0-9０-９一二三四五六七八九十数]+\s*(?:営業日|時間|日間|日|週間|か月|ヶ月|分)(?:以内|後|ほど|程度|まで)|週明け|月末|\d{1,2}月\d{0,2})/gu,
};

const FAULT: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:our|my) (?:own )?(?:fault|mistake|error|bad|failure|negligence|screw-?up|oversight)|\bwe (?:made (?:a|an) (?:mistake|error)|messed up|screwed up|caused|were wrong|are to blame|failed|let you down|should(?:n'?t)? have|dropped the ball)|\b(?:take|accept|admit|assume)\b[^.!?]{0,20}\b(?:blame|liability|responsibility|fault)/iu,
  zh: /(?:我们|我方|我司|本公司|本店|店里|这边|都?是)[^。！？，]{0,4}的?(?:错误?|失误|过失|疏忽|过错|责任|失职)|承担[^。！？]{0,8}责任|我们(?:没有?做好|做错|搞错|弄错|失职)|怪我们|(?:质量|产品|服务)(?:确实)?(?:有|存在)问题|确实是我们/u,
  ja: /(?:弊社|当社|私ども|わたしども|私たち|こちら|当方|当店)(?:側)?の(?:責任|落ち度|ミス|過失|不手際|不備|間違い|誤り)|責任を(?:負|取|とら)|非を認め|弊社が(?:間違|悪)/u,
};

/** Sentences, each with the sign that ends it. */
export const sentencesOf = (text: string): string[] =>
  (
    text.match(
      /[^.!?。！？\n]+(?:[.!?。！？]+(?=\s|$|[^\d])|\n|$)|[^.!?。！？\n]*[.]\d[^.!?。！？\n]*[.!?。！？]*/gu,
    ) ?? []
  )
    .map((one) => one.trim())
    .filter(Boolean);

/**
 * What a sentence for the public says that nobody decided: money or goods, a date, a fault of the house, numbers and addresses that the
 * comment does not have. A date that the comment itself names is no promise.
 * @param comment the comment that is answered
 */
export function promisesIn(text: string, comment: string, language: Language): PromiseFlaw[] {
  const spoken = language === 'und' ? 'en' : language;
  const given = comment.normalize('NFKC').toLowerCase();
  const found = new Set<PromiseFlaw>();
  for (const sentence of sentencesOf(text)) {
    if (MONEY[spoken].test(sentence) && !REFUSES[spoken].test(sentence)) found.add('money');
    for (const [date] of sentence.matchAll(DATE[spoken]))
      if (!given.includes(date.normalize('NFKC').toLowerCase()) && !REFUSES[spoken].test(sentence)) found.add('date');
    if (FAULT[spoken].test(sentence)) found.add('fault');
  }
  const folded = text.normalize('NFKC').toLowerCase();
  const invented = [...(folded.match(/https?:\/\/\S+|www\.\S+|\S+@\S+\.\w+|\d+(?:[.,:]\d+)*/giu) ?? [])];
  if (invented.some((one) => !given.includes(one))) found.add('invented');
  return PROMISE_FLAWS.filter((flaw) => found.has(flaw));
}
