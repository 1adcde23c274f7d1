import stopWords from 'stopwords-iso';

/** Words of everyday talk that the published lists lack: they name no theme. */
const TALK = `
  just really still got get gets getting gotten also even ever never anyone anybody someone everyone everything nothing something thing things stuff people guys person
  lol omg wow yes yeah yep nope okay please thanks thank sorry hello dear today yesterday tomorrow tonight morning evening night week weeks month months year years day days
  hour hours minute minutes second seconds time times first last next again already always another since until maybe actually literally honestly basically pretty quite much
  hope hopes hoping hopefully wish many lots little make makes made take takes took taken going gone went come comes came want wants wanted need needs needed know knows knew think thinks thought feel feels felt
  look looks looked said says tell told like likes liked work works worked working keep keeps kept put use uses used using try tries tried trying let lets give gives gave given
  one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
  million percent dozen couple half whole kind sort way ways lot bit part back left right big small new old long full
  没有 感觉 真的 时候 今天 昨天 明天 现在 已经 一个 就是 还是 不是 有点 东西 觉得 知道 看到 出来 起来 回来 一下 一直 一次 一天 直接 然后 终于 居然 竟然 简直 到底 根本 什么 怎么 这么 那么
  这个 那个 我们 你们 他们 大家 有人 别人 自己 朋友 事情 问题 希望 估计 应该 可能 好像 其实 反正 而且 不过 刚刚 刚才 早上 晚上 上午 下午 中午 半天 分钟 小时 两天 三天 每天 几天 之前 之后 以前 以后
  哈哈 哈哈哈 谢谢 请问 不能 不会 不要 不了 不到 不用 还有 只有 只能 开始 完全 特别 非常 比较 最后 第一 第二 一样 一点 有没有 是不是 能不能 需要 想要 继续 doge 二哈 笑哭 微笑 允悲
  です ます した して いる ある ない なる こと もの ところ とき これ それ あれ ここ そこ みたい だけ まで から ので のに とても すごい すごく ちょっと やっぱり もう まだ また 今日 昨日 明日 今朝 毎日 時間 自分 
  感じ 一番 本当 普通 場合 最近 以上 全部 気持ち 必要 思う 使う 言う 来る 見る 出る 入る 買う 
`;

/** Words that say how somebody feels, not what about. */
const OPINIONS = `
  good great best nice love loved loves lovely amazing awesome excellent perfect happy glad wonderful fantastic beautiful cool fine decent impressed recommend worth favourite favorite brilliant
  bad worse worst terrible awful horrible hate hated poor disappointed disappointing disappointment useless sucks rubbish trash garbage joke ridiculous unacceptable annoying annoyed angry sad shame fail failed failure pathetic disgusting
  喜欢 不错 满意 好评 推荐 开心 漂亮 很棒 完美 优秀 好看 好用 舒服 可爱 值得 幸福 感谢 支持 厉害 良心 真香 爱了 惊喜
  垃圾 差评 失望 无语 难受 生气 恶心 后悔 糟糕 差劲 讨厌 投诉 倒霉 可惜 难用 离谱 服了 算了 受不了 过分 崩溃
  最高 好き 大好き 良い いい よい 最悪 悪い 嫌い 残念 嬉しい うれしい 満足 不満 素晴らしい かわいい 綺麗 きれい 便利 おすすめ ひどい 腹立つ 助かる 快適
`;

/** What all comments of a trade are about, or where they stand: the thing that is sold, who sells it, and the comment itself. */
const WHOLES = `
  airline airlines airway airways plane planes aircraft airplane airplanes airport airports flight flights hotel hotels restaurant restaurants store stores shop shops company companies
  brand brands business product products item items device devices bud buds earbud earbuds earphone earphones headphone headphones headset
  comment comments review reviews tweet tweets retweet
  飞机 航班 航空 航司 机场 酒店 宾馆 餐厅 饭店 店铺 商店 公司 厂家 商家 店家 品牌 产品 商品 东家 耳机 评论 微博 帖子 转发
  飛行機 航空会社 空港 ホテル レストラン お店 店舗 会社 企業 メーカー ブランド 製品 商品 イヤホン ヘッドホン コメント ツイート レビュー
`;

/** Listed as stop words, but things people talk about. */
const THINGS = ['case', 'help', 'page', 'side', 'system', 'area', 'room', 'face', 'line', '手機', '电话', '信息'];

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const STOPPED = new Set([
  ...(stopWords['zh'] ?? []),
  ...(stopWords['en'] ?? []),
  ...(stopWords['ja'] ?? []),
  ...words(TALK),
  ...words(OPINIONS),
]);
for (const thing of THINGS) STOPPED.delete(thing);

/** Whether a word (lower case) can name no theme: function words, talk, and words of feeling. */
export const isStopWord = (word: string): boolean => STOPPED.has(word);

const NAMES_OF_ALL = new Set(words(WHOLES));

/** Whether a word (lower case) is the name of what all comments are about, so that it tells none of them from the others. */
export const isNameOfAll = (word: string): boolean => NAMES_OF_ALL.has(word);
