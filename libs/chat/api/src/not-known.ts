import type { QuestionLanguage } from './question/question-language';
import type { Unknowable } from './question/unknowable';

/** Why comments cannot tell something, and what can be asked in its place. */
export const NOT_KNOWN: Readonly<Record<QuestionLanguage, Readonly<Record<Unknowable, string>>>> = {
  zh: {
    authors: '评论里没有作者的身份、年龄、性别或所在地，这个问题回答不了。可以按来源、语言或话题来看。',
    stars: '目前不计算平均星级。可以按星级筛选，例如“一星评论在说什么”。',
    business: '这里只有评论，没有销量、营收、市场份额之类的经营数据。可以问大家怎么说，或口碑怎么变。',
    future: '那段时间还没到，这里也不做预测。可以问到今天为止的走势。',
    clock: '目前不能按一天里的钟点来统计。可以问某一天，或最近几个小时。',
    weekdays: '目前不能把工作日、周末或星期几分开统计。可以问某个周末或某一天。',
    others: '这里只有您自己导入的评论，没有别家的数据。给竞品建一个监测之后就可以对比。',
    setup: '我只回答评论里有的内容。来源、监测和指标的说明请看“来源”“监测”页面和文档。',
    sums: '目前不计算日均值、中位数、相关性、连续天数，也不数满足某个条件的天数。可以问某一天或某段时间的数量，或者“哪一天最多”。',
    traits:
      '这里不能按点赞数、回复数、字数、是否带图或是否提问来筛选后统计。可以问点赞最多的评论，或在“评论”页面按类型筛选。',
    untold: '这个从评论里看不出来。可以问大家怎么说、有多少条，或口碑怎么变。',
  },
  en: {
    authors:
      'The comments do not say who wrote them: no age, gender, place or name. You can ask by source, language or topic.',
    stars: 'Stars are not averaged here. You can ask by stars, as in “what do 1-star reviews say”.',
    business:
      'There are only comments here, no sales, revenue or market figures. You can ask what people say, or how the mood moves.',
    future: 'Those days have not come yet, and nothing is forecast here. You can ask how it has gone up to today.',
    clock: 'Comments are not counted by the hour of the day. You can ask about a day, or the last few hours.',
    weekdays: 'Weekdays and weekends are not counted apart. You can ask about one weekend, or about a day.',
    others:
      'There are only the comments that you collect, none about other companies. With a monitor for a competitor you can compare.',
    setup:
      'I answer from the comments. Sources, monitors and what the numbers mean are on their own pages and in the documentation.',
    sums: 'Averages per day, medians, correlations, streaks and numbers of days are not worked out here. You can ask for the number of a day or a period, or “which day was the worst”.',
    traits:
      'Comments are not picked out here by likes, replies, length, pictures or being a question. You can ask for the most liked ones, or filter by kind on the Comments page.',
    untold: 'Comments do not tell that. You can ask what people say, how many there are, or how the mood moves.',
  },
  ja: {
    authors: '投稿者の年齢、性別、居住地、名前はコメントからは分かりません。媒体、言語、話題ごとにお尋ねください。',
    stars: '星の平均は計算していません。「星1のコメント」のように星の数で絞り込めます。',
    business:
      'ここにあるのはコメントだけで、売上や市場シェアなどの数字はありません。評判や意見についてお尋ねください。',
    future: 'その期間はまだ来ていません。予測はしていませんが、今日までの推移ならお答えできます。',
    clock: '時刻ごとの集計には対応していません。特定の日や直近の数時間についてお尋ねください。',
    weekdays: '平日と週末、曜日ごとの集計には対応していません。特定の週末や日についてお尋ねください。',
    others: 'ここにあるのは取り込んだコメントだけで、他社のデータはありません。競合のモニターを作ると比べられます。',
    setup:
      'お答えできるのはコメントの内容だけです。媒体やモニター、指標の説明はそれぞれの画面とドキュメントをご覧ください。',
    sums: '1日あたりの平均、中央値、相関、連続日数、条件に合う日数は計算していません。特定の日や期間の件数、「いちばん多かった日」ならお答えできます。',
    traits:
      'いいねの数、返信数、文字数、写真の有無、質問かどうかでは絞り込めません。いいねの多いコメントをお尋ねいただくか、コメント画面で種類を選んでください。',
    untold: 'それはコメントからは分かりません。どんな声があるか、何件あるか、評判がどう動いたかをお尋ねください。',
  },
};
