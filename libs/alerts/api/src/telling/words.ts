import type { AlertLanguage, AlertMeasure } from '@moodline/alerts/contract';

/** What an alert says in one language. Numbers and names come in ready to be read. */
export interface AlertWords {
  readonly title: Readonly<
    Record<AlertMeasure, (values: { what: string; value: string; usual: string; theme: string }) => string>
  >;
  readonly usual: Readonly<
    Record<Exclude<AlertMeasure, 'ending'>, (values: { value: string; usual: string }) => string>
  >;
  /** Instead of what is usual, for a theme that nobody talked about. */
  readonly newTheme: string;
  /** Of keys and quotas. */
  readonly key: (name: string, at: string) => string;
  readonly refused: (source: string) => string;
  readonly quota: (values: { name: string; used: string; of: string; until: string }) => string;
  readonly endingOver: string;
  readonly since: (time: string) => string;
  readonly over: (what: string) => string;
  readonly lasted: (values: { from: string; to: string; peak: string; usual: string }) => string;
  readonly names: Readonly<Record<'theme' | 'rule' | 'comments' | 'window', string>>;
  readonly hours: (count: string) => string;
  readonly everything: string;
  readonly link: string;
  readonly engagement: (count: string) => string;
}

const en: AlertWords = {
  title: {
    'negative-share': ({ what, value }) => `Negative share at ${value}: ${what}`,
    'net-mood': ({ what, value }) => `Net mood at ${value}: ${what}`,
    stars: ({ what, value }) => `Stars down to ${value}: ${what}`,
    volume: ({ what, value }) => `${value} comments: ${what}`,
    themes: ({ what, value, theme }) => `“${theme}” in ${value} of the comments: ${what}`,
    ending: ({ theme }) => `About to end: ${theme}`,
    silence: ({ what }) => `No comments any more: ${what}`,
  },
  usual: {
    'negative-share': ({ usual }) => `Usual at this weekday and hour is ${usual}.`,
    'net-mood': ({ usual }) => `Usual at this weekday and hour is ${usual}.`,
    stars: ({ value, usual }) => `The mean of the stars is ${value}; usual at this weekday and hour is ${usual}.`,
    themes: ({ usual }) => `Usual at this weekday and hour is ${usual}.`,
    volume: ({ value, usual }) => `${value} comments came in; usual at this weekday and hour are ${usual}.`,
    silence: ({ usual }) =>
      `Usual at this weekday and hour are ${usual} comments. Check whether the source can still be read.`,
  },
  key: (name, at) =>
    `The API key “${name}” is valid until ${at}. Make a new one in the settings, and put it where the old one is.`,
  refused: (source) => `The site of “${source}” does not accept its key any more. Enter a new one at the source.`,
  quota: ({ name, used, of, until }) =>
    `${name} has answered ${used} of the ${of} requests of a day. A slower schedule uses less; it begins anew on ${until}.`,
  endingOver: 'No key and no quota is about to end any more.',
  newTheme: 'Nobody talked about it in the eight weeks before.',
  since: (time) => `It began about ${time}.`,
  over: (what) => `Over: ${what}`,
  lasted: ({ from, to, peak, usual }) => `From ${from} to ${to}. At its peak ${peak}, usual ${usual}.`,
  names: { theme: 'Theme', rule: 'Rule', comments: 'Comments', window: 'Counted over' },
  hours: (count) => `${count} h`,
  everything: 'all comments',
  link: 'Open the alert',
  engagement: (count) => `♥ ${count}`,
};

const zh: AlertWords = {
  title: {
    'negative-share': ({ what, value }) => `负面占比达 ${value}：${what}`,
    'net-mood': ({ what, value }) => `净情绪降至 ${value}：${what}`,
    stars: ({ what, value }) => `平均评分降至 ${value} 星：${what}`,
    themes: ({ what, value, theme }) => `${value} 的评论在谈“${theme}”：${what}`,
    volume: ({ what, value }) => `声量突增至 ${value} 条：${what}`,
    ending: ({ theme }) => `即将到期或用完：${theme}`,
    silence: ({ what }) => `没有新评论：${what}`,
  },
  usual: {
    'negative-share': ({ usual }) => `以往同一星期、同一时段约为 ${usual}。`,
    'net-mood': ({ usual }) => `以往同一星期、同一时段约为 ${usual}。`,
    stars: ({ value, usual }) => `平均评分 ${value} 星，以往同一星期、同一时段约为 ${usual} 星。`,
    themes: ({ usual }) => `以往同一星期、同一时段约为 ${usual}。`,
    volume: ({ value, usual }) => `共收到 ${value} 条评论，以往同一星期、同一时段约 ${usual} 条。`,
    silence: ({ usual }) => `以往同一星期、同一时段约有 ${usual} 条评论。请检查该来源是否还能正常读取。`,
  },
  key: (name, at) => `API 密钥“${name}”的有效期至 ${at}。请在设置中新建密钥并替换。`,
  refused: (source) => `“${source}”的密钥已被网站拒绝，请在该来源中填写新的密钥。`,
  quota: ({ name, used, of, until }) =>
    `${name} 今天已用 ${used} 次请求，每日上限 ${of} 次，${until} 重新计算。可以把采集间隔调大一些。`,
  endingOver: '已没有即将到期的密钥，也没有即将用完的配额。',
  newTheme: '此前八周内没有人谈过这个主题。',
  since: (time) => `大约从 ${time} 开始。`,
  over: (what) => `已恢复：${what}`,
  lasted: ({ from, to, peak, usual }) => `${from} 至 ${to}，最严重时为 ${peak}，平时为 ${usual}。`,
  names: { theme: '主题', rule: '规则', comments: '评论数', window: '统计时长' },
  hours: (count) => `${count} 小时`,
  everything: '全部评论',
  link: '查看预警',
  engagement: (count) => `♥ ${count}`,
};

const ja: AlertWords = {
  title: {
    'negative-share': ({ what, value }) => `ネガティブ比率が${value}：${what}`,
    'net-mood': ({ what, value }) => `感情スコアが${value}：${what}`,
    stars: ({ what, value }) => `平均評価が${value}に低下：${what}`,
    themes: ({ what, value, theme }) => `コメントの${value}が「${theme}」：${what}`,
    volume: ({ what, value }) => `コメントが${value}件に急増：${what}`,
    ending: ({ theme }) => `まもなく期限切れ・上限：${theme}`,
    silence: ({ what }) => `コメントが途絶えています：${what}`,
  },
  usual: {
    'negative-share': ({ usual }) => `同じ曜日・時間帯の通常値は${usual}です。`,
    'net-mood': ({ usual }) => `同じ曜日・時間帯の通常値は${usual}です。`,
    stars: ({ value, usual }) => `星の平均は${value}です。同じ曜日・時間帯の通常は${usual}です。`,
    themes: ({ usual }) => `同じ曜日・時間帯の通常値は${usual}です。`,
    volume: ({ value, usual }) => `${value}件のコメントがありました。同じ曜日・時間帯の通常は${usual}件です。`,
    silence: ({ usual }) => `同じ曜日・時間帯の通常は${usual}件です。このソースを読み込めるか確認してください。`,
  },
  key: (name, at) => `APIキー「${name}」の有効期限は${at}です。設定で新しいキーを作り、差し替えてください。`,
  refused: (source) => `「${source}」のキーがサイトに拒否されました。ソースに新しいキーを入力してください。`,
  quota: ({ name, used, of, until }) =>
    `${name}へのリクエストは本日${used}件で、上限は${of}件です。${until}にリセットされます。収集の間隔を空けると減らせます。`,
  endingOver: '期限の近いキーや、使い切りそうな上限はなくなりました。',
  newTheme: '直前の8週間、この話題に触れたコメントはありませんでした。',
  since: (time) => `${time}ごろに始まりました。`,
  over: (what) => `収まりました：${what}`,
  lasted: ({ from, to, peak, usual }) => `${from}から${to}まで。最大時は${peak}、通常は${usual}でした。`,
  names: { theme: 'テーマ', rule: 'ルール', comments: 'コメント数', window: '集計時間' },
  hours: (count) => `${count}時間`,
  everything: 'すべてのコメント',
  link: 'アラートを開く',
  engagement: (count) => `♥ ${count}`,
};

export const ALERT_WORDS: Readonly<Record<AlertLanguage, AlertWords>> = { en, zh, ja };
