import type { Spoken } from './essay-paragraphs';

/** A sentence that says what one thinks or what ought to be. */
export const CLAIM: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:i (?:think|believe|feel) (?:that )?\w+ (?:should|must|is|are|can)|(?:we|people|schools?|students|children|parents|everyone|everybody|government|teachers) (?:should|must|ought to|need to))\b/iu,
  zh: /(?:我(?:们)?(?:认为|觉得|相信)|应该|应当|必须|不应|不该)/u,
  ja: /(?:べきだ|べきで|べきである|必要がある|必要だ|なければならない|たほうがいい|たほうがよい|と(?:私は)?(?:思う|考える|考えている|思います|考えます))/u,
};

/** A paragraph that has one of these gives a reason. */
export const REASON: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:because|since|as a result|therefore|the reason|due to|so that|otherwise|if)\b/iu,
  zh: /因为|由于|所以|因此|原因|理由|否则|不然|如果|这样就/u,
  ja: /から|ため|ので|理由|なぜなら|もし|たら|れば|そうしないと/u,
};

/** Speaks of everybody or of always. */
export const GENERAL: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:(?:many|most|some|all) people|people (?:often|always|usually|today)|everyone (?:knows|says|thinks)|everybody (?:knows|says|thinks)|(?:students|children|teenagers|young people) (?:often|always|usually|today)|is a (?:big|huge|serious) problem)\b/giu,
  zh: /(?:很多人|大多数人|人们(?:常常|总是|经常|往往)?|大家都(?:知道|说|认为)|有些人|现在的(?:人|学生|孩子)|我们的生活)/gu,
  ja: /(?:多くの人|たくさんの人|最近の(?:人|若者|子ども|学生)|人々は|みんなが|世の中|現代(?:人|社会))/gu,
};

/** A paragraph that has one of these tells of one case. */
export const EXAMPLE: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:for example|for instance|such as|once|last (?:year|month|week|summer|winter)|yesterday|one day|my (?:friend|brother|sister|mother|father|cousin|neighbou?r))\b|\d/iu,
  zh: /例如|比如|譬如|有一次|有一天|上(?:周|个月|次)|去年|昨天|那天|\d|我(?:的)?(?:朋友|同学|妈妈|爸爸|邻居)/u,
  ja: /例えば|たとえば|ある日|一度|先(?:週|月|日)|去年|昨日|\d|友達|友人|母|父/u,
};

/** A lesson that is said outright. */
export const MORAL: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:(?:this|that|it) taught me|i (?:have )?(?:learned|learnt|realised|realized|understood) (?:that|how)|the moral|from that day on)\b[^.!?]{0,40}/giu,
  zh: /(?:让我(?:明白|懂得|知道|认识到)了?|我(?:终于)?(?:明白|懂得|懂)了|我认识到)[^。！？，,]{0,14}/gu,
  ja: /[^。、！？]{0,10}(?:の?大切さ|の?ありがたさ)(?:を|が)(?:学ん|知っ|分かっ|わかっ)[^。、]{0,4}|[^。、！？]{0,14}ということを学[んび][^。、]{0,3}/gu,
};

/** Before these words a long sentence can be parted. */
export const BREAK: Readonly<Record<Spoken, RegExp>> = {
  en: /(?<=,\s)(?:and|but|so|then)\b|(?<=\s)(?:and then|but)\b/giu,
  zh: /(?<=[，,；;])(?:但是?|可是|然后|后来|于是|所以|因为|如果|而且|不过|就|我|他|她|它|这|那|还)/gu,
  ja: /(?<=[、，])(?:しかし|でも|そして|だから|また|それで|私|僕|家族|友|が|勉強)/gu,
};
