import type { Spoken } from './essay/essay-paragraphs';

/** Asks for something. */
export const REQUEST = /\bplease\b|\bDM\b|(?<!申)请|私信|ください|いただけ|お知らせ/iu;

/** What is asked for, without the words around it. */
const ASKED: Readonly<Record<'zh' | 'en', RegExp>> = {
  en: /\b(?:DM|send|tell|message|give|share)\b(?: us| me)?(?: (?:with|by (?:private|direct) message))? (.+?)(?: by (?:private|direct) message| in a (?:private|direct) message)?(?:,? (?:so|and) (?:that )?we (?:can|will|may)\b.*)?[.!]*$/iu,
  zh: /请您?(?:把|将|提供|发送?|私信)(.+?)(?:私信|发送?|提供|告诉|给)*(?:给)?(?:我们)?(?:[，,].*)?[。！!]*$/u,
};
/** Things that support may ask for by private message. */
const USUAL: Readonly<Record<'zh' | 'en', RegExp>> = {
  en: /^(?:your|the|a|an|any|of)? ?(?:(?:order|booking|ticket|tracking|flight|case|reservation|invoice|serial|model|reference|policy|membership) (?:number|id)|(?:account )?e-?mail(?: address)?|photos?|pictures?|screenshots?|videos?|receipt|(?:device|phone|machine|keyboard|speaker|product)? ?model|app version|(?:date|time)(?: of (?:the |your )?(?:trip|visit|order|purchase|flight|stay|charge))?|store|branch)$/iu,
  zh: /^(?:您的?)?(?:订单号?|订单编号|照片|图片|截图|视频|(?:商品|产品|手机|设备|耳机|机器)?型号|版本号?|系统版本|(?:扣款|购买|下单|发生|预约)?时间|门店(?:名称)?|券码|快递单号|运单号|物流单号|航班号|预约号|工单号|注册邮箱|发票|小票)$/u,
};
const AND: Readonly<Record<'zh' | 'en', RegExp>> = { en: /,| and | or /u, zh: /和|与|及|以及|、/u };

/** Whether a request asks for what support usually asks for and nothing else. Of Japanese that is not looked at. */
export function asksForUsual(sentence: string, spoken: Spoken): boolean {
  if (spoken === 'ja') return true;
  const [, asked = ''] = ASKED[spoken].exec(sentence.trim()) ?? [];
  const items = asked
    .split(AND[spoken])
    .map((item) => item.trim())
    .filter(Boolean);
  return items.length > 0 && items.every((item) => USUAL[spoken].test(item));
}
