import type { AlertLanguage, AlertMeasure } from '@moodline/alerts/contract';

/** What an alert says in one language. Numbers and names come in ready to be read. */
export interface AlertWords {
  readonly title: Readonly<Record<AlertMeasure, (values: { what: string; value: string; usual: string }) => string>>;
  readonly usual: Readonly<Record<AlertMeasure, (values: { value: string; usual: string }) => string>>;
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
    volume: ({ what, value }) => `${value} comments: ${what}`,
    silence: ({ what }) => `No comments any more: ${what}`,
  },
  usual: {
    'negative-share': ({ usual }) => `Usual at this weekday and hour is ${usual}.`,
    'net-mood': ({ usual }) => `Usual at this weekday and hour is ${usual}.`,
    volume: ({ value, usual }) => `${value} comments came in; usual at this weekday and hour are ${usual}.`,
    silence: ({ usual }) =>
      `Usual at this weekday and hour are ${usual} comments. Check whether the source can still be read.`,
  },
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
    volume: ({ what, value }) => `声量突增至 ${value} 条：${what}`,
    silence: ({ what }) => `没有新评论：${what}`,
  },
  usual: {
    'negative-share': ({ usual }) => `以往同一星期、同一时段约为 ${usual}。`,
    'net-mood': ({ usual }) => `以往同一星期、同一时段约为 ${usual}。`,
    volume: ({ value, usual }) => `共收到 ${value} 条评论，以往同一星期、同一时段约 ${usual} 条。`,
    silence: ({ usual }) => `以往同一星期、同一时段约有 ${usual} 条评论。请检查该来源是否还能正常读取。`,
  },
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
    'net-mood': ({ what, value }) => `ネット感情が${value}：${what}`,
    volume: ({ what, value }) => `コメントが${value}件に急増：${what}`,
    silence: ({ what }) => `コメントが途絶えています：${what}`,
  },
  usual: {
    'negative-share': ({ usual }) => `同じ曜日・時間帯の通常値は${usual}です。`,
    'net-mood': ({ usual }) => `同じ曜日・時間帯の通常値は${usual}です。`,
    volume: ({ value, usual }) => `${value}件のコメントがありました。同じ曜日・時間帯の通常は${usual}件です。`,
    silence: ({ usual }) => `同じ曜日・時間帯の通常は${usual}件です。このソースを読み込めるか確認してください。`,
  },
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
