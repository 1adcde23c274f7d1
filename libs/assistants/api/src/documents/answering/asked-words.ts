const words = (text: string) => new Set(text.split(/\s+/u).filter(Boolean));

/** Words that ask, or hold a sentence together: they stand in questions about anything. */
const ASKED = {
  en: words(`a about after again all also am an and any anyone anything are around as at be because been before being between both but by can cannot
    could did do does doing done during each every everything for from get gets getting give given go goes going got had has have having he her here
    hers him his how i if in into is it its just kind let like made make makes many may me might mine more most much must my need needs no not of off
    on one only or other our ours out over own per please possible same say says shall she should so some someone something still such take takes tell
    than that the their theirs them then there these they thing things this those to too under until up upon us use used want wants was we were what
    whats when whenever where wherever which while who whom whose why will with within without would you your yours long far often soon exactly
    currently allowed document documents company mean means happen happens know find does don't doesn't i'm it's there's`),
  zh: words(`什么 怎么 怎么办 办 每个 每 怎样 怎么样 如何 多少 多久 多长 多大 多远 几 哪 哪里 哪儿 哪个 哪些 哪天 谁 为什么 为何 何时 是否 能不能 可不可以 是不是 有没有 要不要
    可以 能 能够 会 要 需要 应该 应当 必须 想 吗 呢 吧 啊 呀 请 请问 我 我们 你 你们 您 他 他们 她 它 它们 咱们 自己 大家 的 地 得 了 着 过 是 在 有 没有 和 与 跟 或 或者
    以及 把 被 给 对 对于 从 到 向 往 就 都 也 还 又 再 才 只 很 最 太 更 这 那 这个 那个 这些 那些 一个 一下 一些 个 些 时候 时间 东西 事情 情况 方面 如果 的话 要是 之后
    之前 以后 以前 后 前 里 上 下 中 内 外 多 少 几个 几天 几次 几年 几月 几点 天 次 年 月 日 点 件 种 说 告诉 知道 使用 用 进行 算 属于 关于 公司 公司的 文档 文件 里面 规定 不 不会 不能 没 么 第几`),
  ja: words(`何 何時 何日 何人 何分 何回 何個 何円 何年 何月 何曜日 何度 誰 場合 時 時間 事 物 方 方法 必要 可能 今 私 私達 我々 会社 当社 弊社 皆 自分 中 上 下 前 後 内 外 間 等 以内 出来 教 下 思
    知 言 行 来 持 使 使用 利用 書 書類 文書 資料 点 件 回 個 日 人 年 月 分 円 様 的 件 所 者 第`),
} as const;

/** Whether a word says nothing of what a question is about. */
export const isAsked = (word: string, language: 'zh' | 'en' | 'ja'): boolean => ASKED[language].has(word);

const WANTS_NUMBER = {
  en: /\bhow (?:many|much|long|old|far|often|late|early|soon|big|large|heavy|fast)\b|\bwhen\b|\bwhat (?:time|date|day|year|percentage|number|amount|price|temperature|size)\b|\b(?:by|until|from) when\b|\bdeadline\b/iu,
  zh: /多少|多久|多长|多大|多远|多重|多高|几[天个次年月点号日折人件种小分元块]|什么时候|何时|哪天|哪一天|第几|百分之几/u,
  ja: /いくら|いくつ|いつ|何(?:日|時|分|人|回|個|円|年|月|度|歳|名|件|割|%|パーセント|曜日|ヶ月|か月|週|泊|階|台|枚|メートル|グラム|キロ)|どのくらい|どれくらい|どれぐらい/u,
} as const;
const NUMBER =
  /[\p{N}一二三四五六七八九十百千万半两]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|twice|once|daily|weekly|monthly|yearly|annual(?:ly)?|quarter(?:ly)?|noon|midnight|immediately|never|always|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow)\b|每[日天周月年季]|毎[日週月年]|随时|立即|当天|当日|終身|終日|翌日|免费|無料|[月火水木金土日]曜/iu;

/** Whether a question asks for a number, a time or an amount, and a sentence has none. */
export const lacksNumber = (question: string, language: 'zh' | 'en' | 'ja', sentence: string): boolean =>
  WANTS_NUMBER[language].test(question.normalize('NFKC')) && !NUMBER.test(sentence.normalize('NFKC'));
