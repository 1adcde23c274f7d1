import type { QuestionLanguage } from './question-language';

/**
 * What comments cannot tell, or nobody reckons here: who wrote them, what was sold, what will be, the time of day, days of the week, what is
 * set up, sums (means, streaks, days over a limit), traits by which comments
 * are not picked out, and whatever else cannot be told from them.
 */
export const UNKNOWABLE = [
  'authors',
  'stars',
  'business',
  'future',
  'clock',
  'weekdays',
  'others',
  'setup',
  'sums',
  'traits',
  'untold',
] as const;
export type Unknowable = (typeof UNKNOWABLE)[number];

type Words = readonly (readonly [Unknowable, RegExp])[];

const WORDS: Readonly<Record<QuestionLanguage, Words>> = {
  en: [
    [
      'future',
      /\b(?:forecast|predict\w*|projection|outlook|going to be|gonna be|will (?:the|our|we|it|they|people|sentiment|mood|net|negative|positive|complaints?|comments?|things)|what will|how will|where will|expect(?:ed)? (?:next|in the (?:coming|next))|by (?:next|the end of next) (?:week|month|year)|next (?:week|month|quarter|year)|tomorrow|in the coming (?:days|weeks|months))\b/iu,
    ],
    [
      'stars',
      /\b(?:average|mean|avg)\b.{0,20}\b(?:stars?|ratings?)\b|\bstar average\b|\bhow many stars (?:do|did|does|on average)\b/iu,
    ],
    [
      'authors',
      /\b(?:age groups?|ages?|how old|gender|sex|men|women|males?|females?|demographics?|teenagers|students|parents|income|occupation|profession|countr(?:y|ies)|cit(?:y|ies)|regions?|provinces?|states|where (?:do|are) (?:they|people|users|customers|commenters) (?:live|come|located|from|based)|verified|followers?|influencers?|usernames?|accounts?|email addresses?|phone numbers?|real names?|(?:full |first |last )?names and (?:phones?|numbers?|addresses|e-?mails?|contacts?|phone numbers)|contact (?:details|data|info\w*))\b|\b(?:in|from|across|within) (?:the )?(?:us|usa|united states|america|uk|united kingdom|britain|england|europe|eu|germany|france|spain|italy|india|korea|south korea|taiwan|hong kong|singapore|canada|australia|brazil|russia|asia|beijing|shanghai|shenzhen|guangzhou|tokyo|osaka|london|paris|berlin|new york|california)\b|\bwho (?:exactly )?(?:wrote|writes|posted|posts|said|complained (?:the )?most(?!,? by \w)|complains (?:the )?most(?!,? by \w)|(?:tweeted|commented|reviewed|replied|tweets|comments|reviews|writes|posts) (?:the )?most(?!,? (?:by \w|about))|is (?:the )?(?:most|biggest|loudest|angriest|author)(?!,? (?:\w+ ){0,2}or\b))\b|\bname(?:s)? of (?:the )?(?:users?|people|authors?|customers?|commenters?|reviewers?)|\b(?:which|what|top|most active) (?:users?|authors?|commenters?|reviewers?|posters?|persons?|customers?)\b(?! (?:say|think|want|like|hate|love|complain|talk))/iu,
    ],
    [
      'business',
      /\b(?:sales|revenue|profits?|turnover|units (?:sold|shipped)|market share|return rate|churn|conversion rate|retention|downloads?|installs|page views|ad spend|marketing budget|nps|csat|headcount|employees|how many (?:people|users|customers|buyers|folks) (?:saw|viewed|watched|clicked|visited|opened|bought|own|owned|downloaded|read)\b|how many (?:\w+ )?(?:did we|have we|were|do we) (?:sell|sold|ship|shipped|return|returned)|stock price|share price|(?:how much|what|any) (?:money|cash)\b(?! back)|(?:lose|lost|losing|cost(?:ing)? us|made|make|earn\w*) (?:\w+ )?(?:money|dollars|euros)|how much (?:did|does|has|will|do|have) .{1,40}\b(?:cost (?:us|the company)|earn\w*|sell|sold|make us))\b/iu,
    ],
    [
      'clock',
      /\b(?:what|which) (?:time|hour|hours|time of (?:the )?day)\b|\btime of (?:the )?day\b|\bby hour\b|\bper hour\b|\bhourly\b|\bpeak hours?\b/iu,
    ],
    [
      'weekdays',
      /\bweekdays?\b|\bworking days?\b|\bworkdays?\b|\bweekends\b|\b(?:which|what) (?:day of the week|weekday)\b|\bday of (?:the )?week\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b/iu,
    ],
    [
      'others',
      /\b(?:our )?competitors?'? (?:sales|comments|customers|reviews|mood)\b|\bother brands?\b|\bindustry average\b|\bbenchmark\b/iu,
    ],
    [
      'setup',
      /\b(?:how many|which|what|list (?:all|my|our|the)) (?:\w+ )?(?:monitors?|sources?|alerts?|reports?|channels?|users|members|platforms?) (?:do|did|have|are) (?:i|we|you) (?:\w+ )?(?:have(?! to\b)|got|read|track|follow|use|set up|monitor|watch|connected|crawl|collect)\b|\b(?:how|where) (?:is|are|do you get|does) (?:the |your )?(?:net mood|net score|data|comments?|numbers?) (?:calculated|computed|come from|defined|collected|measured)\b|\bwhat (?:does|is) (?:the |a )?(?:net mood|net score) mean\b|\bhow (?:reliable|accurate|trustworthy|precise|correct|sure) (?:are|is) (?:these|those|the|your|this|that|it|you)\b(?! (?:app|product|battery|earbuds?|sound|connection|delivery|service|update|firmware|airline|flights?)).{0,20}\b(?:numbers?|figures?|data|answers?|results?|analysis|scores?|labels?|model|statistics|stats|percentages?)\b|\bcan (?:i|we) trust (?:these|the|your|this) (?:numbers?|figures?|data|answers?|results?|analysis)\b/iu,
    ],
    [
      'sums',
      /\b(?:on average|(?:average|avg|mean) (?:number|count|volume|amount)|(?:average|avg|mean|typical)(?: \w+){0,3} (?:per|a|each|every) (?:day|week|month)|(?:per|a|each|every) (?:day|week|month) on average|(?:daily|weekly|monthly) (?:average|avg|mean)|(?:normal|typical|usual|average|ordinary) (?:day|week|month)|median|percentiles?|quartiles?|standard deviations?|std ?dev|variance|p-?values?|t-?tests?|chi-?squared?|confidence intervals?|correlat\w+|regression line|streaks?|consecutive|(?:days?|weeks?) (?:in a row|running|straight)|how many (?:days|weeks) (?:did|does|do|were|was|had|have|has|until|till|before|after|passed|in (?:which|\w+ (?:did|were|was|had|have)))|(?:days|weeks) (?:(?:in|of) \w+ )?(?:when|where|on which|in which|that|with) .{0,40}\b(?:beat|beats|outnumber\w*|exceed\w*|outweigh\w*|(?:more|fewer|less|greater|higher|lower) than|over|above|under|below|at least|at most)|how long (?:did|does|has|will|would) it (?:take|taken))\b/iu,
    ],
    [
      'traits',
      /\b(?:more|fewer|less|greater) than \d[\d,.]* (?:likes?|upvotes?|hearts|replies|retweets|reposts|shares|characters|words|letters)\b|\b(?:over|above|under|below|at least|at most) \d[\d,.]* (?:likes?|upvotes?|hearts|replies|retweets|reposts|shares|characters|words|letters)\b|\bhow many (?:replies|retweets|reposts|likes|upvotes)\b|\b(?:most|fewest) (?:replies|retweets|reposts|answers)\b|\bcomments? (?:longer|shorter) than\b|\b(?:un)?verified (?:users?|buyers?|purchases?|reviews?|comments?)\b/iu,
    ],
  ],
  zh: [
    [
      'future',
      /预测|预计|预估|将来|未来|会不会.{0,8}(?:变|涨|跌|升|降|好|差|多|少)|(?:下(?:个|一个)?(?:月|周|星期|季度|礼拜)|明天|后天|明年|年底前).{0,14}(?:会|将|怎么样|如何|多少)|接下来.{0,8}(?:会|走势|怎么)/u,
    ],
    ['stars', /平均(?:几|多少)?(?:颗)?(?:星|评分|分数|打分)|(?:星级|评分|打分)(?:的)?平均|均分|平均下来几星/u],
    [
      'authors',
      /年龄|岁数|多大岁数|几岁|性别|男(?:性|生|用户|的|女)|女(?:性|生|用户|的)|学历|职业|收入|学生党|宝妈|哪些(?:城市|地区|省|国家)|(?:城市|地区|省份|国家|地域)(?:分布|的人|用户)|哪(?:个|里|些)?(?:城市|地区|省份?|国家)|粉丝数|大V|博主|网红|kol|(?:老|新|安卓|苹果|iphone|android|付费|会员|年轻|老年|女性|男性)(?:用户|顾客|客户)|回头客|年轻人|老年人|\d0后|上班族|同一(?:个)?(?:人|批人|用户|账号)|水军|刷(?:出来|的|评|屏)|机器人|小号|账号|用户名|昵称|手机号|姓名|联系方式|(?:名字|电话|地址|邮箱)(?:和|与|、)?(?:电话|名字|地址|邮箱)?(?:都)?(?:列|给|告诉|发|导|是)|(?:在|来自)?(?:美国|英国|德国|法国|韩国|印度|台湾|香港|北京|上海|广州|深圳|成都|杭州)(?:的)?(?:用户|网友|人|顾客|客户|那边|市场|消费者)|是谁(?:写|发|说)的?|谁(?:写|发)的|谁(?:骂|吐槽|抱怨|发帖|评论|留言|差评)(?:得|的)?最|哪(?:些|个|位|几个)(?:用户|人|网友|顾客|作者)(?!.{0,6}(?:觉得|认为|喜欢|不满|反馈|说)).{0,8}(?:最|写|发|骂)|(?:什么|哪些|哪种|哪类)样?(?:的)?人(?:在)?(?:写|发|骂|吐槽|给)/iu,
    ],
    [
      'business',
      /销量|销售额|营收|利润|营业额|卖了多少|卖出|出货量|市场占有率|市场份额|市占率|退货率|复购|转化率|留存|下载量|安装量|浏览量|日活|月活|广告费|预算|员工|股价|(?:损失|亏|赔|赚|挣|花)了?(?:我们|公司)?(?:了)?(?:多少|几)(?:个)?(?:钱|万|亿)|(?:损失|亏损|成本)(?:有)?(?:多少|多大)|问卷|调研结果/u,
    ],
    [
      'clock',
      /几点(?!最)|(?:什么|哪个|哪些)(?:时段|时间段|钟点|小时)|几点钟|每小时|按小时|分时段|一天(?:里|中|当中)(?:的)?(?:什么|哪)/u,
    ],
    [
      'weekdays',
      /工作日|平日|(?:周|星期|礼拜)几|(?:每|各)(?:个)?(?:周|星期)(?:一|二|三|四|五|六|日|天|末)|周末(?:是不是)?(?:比|和|跟|与)(?:平时|周中|周间)|(?:周末|周六|星期六|周日|周天|星期[日天]|双休日?).{0,4}(?:一般|通常|往往|总是|平均)|(?:一般|通常|往往|总是).{0,4}(?:周末|周六|星期六|双休)|(?<![上下这本个])(?:周末|双休日|休息日)(?:的)?(?:评论|差评|好评|声量|口碑|情绪|留言)?(?:会|都|总|就)(?:会)?(?:更|比较|变)?(?:多|少|高|低|好|差)/u,
    ],
    ['others', /竞争对手|友商|对家|别家|同行|行业(?:平均|均值|水平)|其他品牌/u],
    [
      'sums',
      /日均|周均|月均|平均(?:每|一|到每)(?:天|日|周|月)|每(?:天|日|周|月)(?:的)?平均|中位数|百分位|标准差|p ?值|显著性|置信区间|方差|相关(?:性|系数)|连续(?:了)?(?:几|多少|[一二三四五六七八九十两\d]+)(?:个)?(?:天|日|周)|(?:低于|超过|高于|跌破|突破|不到|大于|小于|多于|少于)\s*[\d一二三四五六七八九十百]+\s*(?:成|%|条|个点|点)?(?:以[上下])?的(?:日子|天(?!数))|有没有(?:哪|一)一?天.{0,14}(?:超过|低于|高于|跌破|突破|不到)|(?:几|多少|哪几|哪些)(?:个)?(?:天|日子).{0,16}(?:超过|高于|低于|多于|少于|大于|小于|不到|以上|以下|过半)|(?:正常|平常|普通|一般)(?:的)?(?:一天|日子|水平)|(?:花|用|过)了(?:几|多少|多长)(?:天|时间|久)|(?:多久|多长时间|几天)(?:才|之后|后)?(?:恢复|回到|回升)/u,
    ],
    [
      'traits',
      /(?:超过|大于|多于|少于|小于|不到)\s*\d+\s*(?:个)?(?:赞|字|转发)|(?:点赞|夸|赞|转发|回复|字数)(?:数)?(?:超过|大于|多于|少于|小于|不到|破)\s*\d+|\d+\s*(?:个)?(?:赞|字|条回复|转发)(?:以上|以下)|带(?:图|视频|链接|表情)的|有图的|长评|短评|多少(?:条|个)?(?:回复|转发|点赞)|(?:回复|转发)最(?:多|高)/u,
    ],
  ],
  ja: [
    [
      'future',
      /予測|予想|見通し|今後|将来|(?:来週|来月|来年|明日|来四半期).{0,14}(?:どう|なる|いくつ|何件|でしょう)|(?:来週|来月|来年|明日).{0,20}そう(?:です|か|[?？]|$)|どうなる(?:でしょう|と思|か|[?？]|$)|なりそう/u,
    ],
    ['stars', /平均(?:の)?(?:星|評価点|点数|スコア|レーティング)|星の平均|評価の平均/u],
    [
      'authors',
      /年齢|年代|何歳|性別|男性|女性|男女|職業|年収|学生|主婦|地域|都道府県|どの(?:国|県|都市|地方)|住んでい|フォロワー|インフルエンサー|アカウント|ユーザー名|電話番号|氏名|連絡先|(?:アメリカ|イギリス|ドイツ|フランス|韓国|台湾|香港|インド|東京|大阪|関西|関東|北海道)(?:の(?:ユーザー|お客|人|評判|反応)|では|からの)|メールアドレス|本名|(?:新規|既存|iphone|android|有料|若い|高齢)(?:の)?(?:ユーザー|顧客|お客)|若者|若い(?:人|世代|層|方)|年配|高齢者|同じ人|同一人物|サクラ|ボット|なりすまし|誰が(?:書|投稿|言|一番|最も|いちばん)|(?:書いた|投稿した)(?:の(?:は|が)|人は?)(?:誰|だれ)|どんな人が/u,
    ],
    [
      'business',
      /売上|売り上げ|販売(?:台数|数)|利益|収益|市場シェア|マーケットシェア|返品率|解約率|転換率|コンバージョン|ダウンロード数|閲覧数|広告費|予算|社員|株価|(?:いくら|どれくらい|どのくらい)(?:の)?(?:損|儲|稼|赤字|コスト)|損失(?:額|は)|何円(?:損|儲)|アンケート|NPS|何台売/u,
    ],
    ['clock', /何時(?:頃|ごろ|台)?|時間帯|時間別|一時間ごと|1時間ごと/u],
    [
      'weekdays',
      /平日|何曜日|曜日(?:別|ごと|によって)|週末と(?:平日|それ以外)|(?:週末|土日|土曜|日曜).{0,4}(?:いつも|普段|たいてい|大抵|一般に)|(?<![今先来前こそあ毎])(?<![今先来]週の?)(?:週末|土日|休日|[月火水木金土日]曜日?)(?:は|には|になると|だと|って).{0,12}(?:減る|増える|多い|少ない|違う|下がる|上がる|静か)/u,
    ],
    ['others', /競合(?:他社|の)|他社|他の(?:ブランド|メーカー)|業界平均/u],
    [
      'sums',
      /(?:一|1|１)(?:日|週|か月|ヶ月)(?:平均|あたり|当たり)|平均(?:で|して)?(?:何件|いくつ|(?:一|1)日)|日平均|中央値|標準偏差|p ?値|有意差|信頼区間|分散は|相関|何日(?:連続|続け|も続)|連続(?:で)?何日|[一二三四五六七八九十\d]+日(?:間)?連続|(?:超え|上回|下回)(?:た|って|る|っている|った)日|(?:[\d一二三四五六七八九]+割|%|パーセント|件|ポイント)を?(?:切|割|超え|上回|下回)(?:っ)?(?:た|て|る|り)[^、。]{0,4}日|(?:以上|以下|未満)(?:の|だった)日|(?:普段|通常|いつも)の(?:一日|日)|何日(?:で|かか|くらいで|ぐらいで)(?!から)/u,
    ],
    [
      'traits',
      /(?:いいね|返信|リポスト|文字)(?:数)?(?:が|で)?\s*\d+\s*(?:件|個|字)?(?:以上|以下|未満|を超え)|\d+\s*(?:いいね|文字|字)(?:以上|以下|未満)|(?:写真|画像|動画|リンク)(?:付き|あり|つき)|(?:返信|いいね)(?:は|が|の数は)?(?:何件|いくつ|どれくらい)|(?:返信|リポスト)(?:が|の)?(?:一番|最も)?多い|長文(?:の)?(?:コメント|レビュー)/u,
    ],
  ],
};

/** What a question asks that comments cannot tell; null where they may. Names of the workspace have been blanked out. */
export const unknowableIn = (text: string, language: QuestionLanguage): Unknowable | null =>
  WORDS[language].find(([, pattern]) => pattern.test(text))?.[0] ?? null;
