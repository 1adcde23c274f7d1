import type { QuestionLanguage } from './question/question-language';
import type { Unknowable } from './question/unknowable';

/** Why comments cannot tell something, and what can be asked in its place. */
export const NOT_KNOWN: Readonly<Record<QuestionLanguage, Readonly<Record<Unknowable, string>>>> = {
  zh: {
    authors: '评论里没有作者的身份、年龄、性别或所在地，这个问题回答不了。可以按来源、语言或话题来看。',
    stars: '目前不计算平均星级。可以按星级筛选，例如“一星评论在说什么”。',
    business: '这里只有评论，没有销量、营收、市场份额之类的经营数据。可以问大家怎么说，或口碑怎么变。',
    future: '那段时间还没到，这里也不做预测。可以问到今天为止的走势。',
    clock: '目前不能只看一天里的某几个钟点。可以问“几点评论最多”、某一天，或最近几个小时。',
    weekdays: '目前不能只看工作日、周末或某个星期几。可以问“星期几评论最多”“周末和工作日相比如何”，或某一天。',
    others: '这里只有您自己导入的评论，没有别家的数据。给竞品建一个监测之后就可以对比。',
    setup: '我只回答评论里有的内容。来源、监测和指标的说明请看“来源”“监测”页面和文档。',
    sums: '目前不计算中位数、相关性、连续天数，也不数满足某个条件的天数。可以问某段时间的数量、“平均每天多少条”，或者“哪一天最多”。',
    traits: '这里不能按点赞数、回复数、字数或是否带图来筛选后统计。可以问点赞最多的评论，或在“评论”页面按类型筛选。',
    untold: '这个从评论里看不出来。可以问大家怎么说、有多少条，或口碑怎么变。',
  },
  en: {
    authors:
      'The comments do not say who wrote them: no age, gender, place or name. You can ask by source, language or topic.',
    stars: 'Stars are not averaged here. You can ask by stars, as in “what do 1-star reviews say”.',
    business:
      'There are only comments here, no sales, revenue or market figures. You can ask what people say, or how the mood moves.',
    future: 'Those days have not come yet, and nothing is forecast here. You can ask how it has gone up to today.',
    clock:
      'Comments cannot be narrowed to hours of the day. You can ask “at what time do most comments come in”, about a day, or the last few hours.',
    weekdays:
      'Comments cannot be narrowed to some days of the week. You can ask “which weekday is the worst”, “weekends compared with weekdays”, or about one day.',
    others:
      'There are only the comments that you collect, none about other companies. With a monitor for a competitor you can compare.',
    setup:
      'I answer from the comments. Sources, monitors and what the numbers mean are on their own pages and in the documentation.',
    sums: 'Medians, correlations, streaks and numbers of days are not worked out here. You can ask for the number of a period, “how many a day on average”, or “which day was the worst”.',
    traits:
      'Comments are not picked out here by likes, replies, length or pictures. You can ask for the most liked ones, or filter by kind on the Comments page.',
    untold: 'Comments do not tell that. You can ask what people say, how many there are, or how the mood moves.',
  },
  ja: {
    authors: '投稿者の年齢、性別、居住地、名前はコメントからは分かりません。媒体、言語、話題ごとにお尋ねください。',
    stars: '星の平均は計算していません。「星1のコメント」のように星の数で絞り込めます。',
    business:
      'ここにあるのはコメントだけで、売上や市場シェアなどの数字はありません。評判や意見についてお尋ねください。',
    future: 'その期間はまだ来ていません。予測はしていませんが、今日までの推移ならお答えできます。',
    clock:
      '時刻だけを絞り込むことはできません。「何時ごろにコメントが多いか」や、特定の日、直近の数時間についてお尋ねください。',
    weekdays:
      '曜日だけを絞り込むことはできません。「何曜日が多いか」「週末と平日の比較」や、特定の日についてお尋ねください。',
    others: 'ここにあるのは取り込んだコメントだけで、他社のデータはありません。競合のモニターを作ると比べられます。',
    setup:
      'お答えできるのはコメントの内容だけです。媒体やモニター、指標の説明はそれぞれの画面とドキュメントをご覧ください。',
    sums: '中央値、相関、連続日数、条件に合う日数は計算していません。期間の件数、「1日平均何件か」「いちばん多かった日」ならお答えできます。',
    traits:
      'いいねの数、返信数、文字数、写真の有無では絞り込めません。いいねの多いコメントをお尋ねいただくか、コメント画面で種類を選んでください。',
    untold: 'それはコメントからは分かりません。どんな声があるか、何件あるか、評判がどう動いたかをお尋ねください。',
  },
};
