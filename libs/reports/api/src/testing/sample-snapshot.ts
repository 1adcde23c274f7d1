import { reportSnapshotSchema, type ReportLanguage, type ReportSnapshot } from '@moodline/reports/contract';

const DAYS = 14;
const filter = { from: '2026-11-09', to: '2026-11-22' };
const mood = (comments: number, net: number, negative: number) => ({
  comments,
  net,
  positive: net + negative,
  negative,
});

const hostile = '<script>alert(1)</script> =HYPERLINK("http://evil.example") | **bold** 😡';

const numberSections = (zh: boolean) => [
  {
    kind: 'summary',
    sentences: [
      {
        text: zh ? '净情绪为 −18,比上一时段低 14 点。' : 'Net mood was −18, 14 points lower than before.',
        facts: [],
      },
      { text: zh ? '电池续航解释了下降中的 9 点。' : 'Battery life explains 9 points of the fall.', facts: [] },
    ],
  },
  {
    kind: 'figures',
    figures: [
      { name: 'net', value: -18, before: -4, clear: true, opens: filter },
      { name: 'comments', value: 1280, before: 1104, clear: true, opens: filter },
      { name: 'negative', value: 46, before: 38, clear: true, opens: { ...filter, label: ['negative'] } },
      { name: 'unsure', value: 6, before: 5, clear: false, opens: { ...filter, label: ['unsure'] } },
    ],
  },
  {
    kind: 'changes',
    since: { madeAt: '2026-11-09T01:00:00.000Z', period: { from: '2026-10-26', to: '2026-11-08' } },
    figures: [
      { name: 'net', then: -4, now: -18 },
      { name: 'comments', then: 1104, now: 1280 },
      { name: 'negative', then: 38, now: 46 },
      { name: 'unsure', then: 5, now: 6 },
    ],
    newThemes: [zh ? '屏幕闪烁' : 'screen flicker'],
    goneThemes: [],
  },
];

const chartSections = (zh: boolean) => [
  {
    kind: 'course',
    step: 'day',
    points: Array.from({ length: DAYS }, (_, index) => ({
      start: new Date(Date.UTC(2026, 10, 8 + index, 16)).toISOString(),
      n: index === 3 ? 2 : 60 + 7 * index,
      comments: index === 3 ? 3 : 64 + 7 * index,
      net: index === 3 ? 50 : 8 - 3 * index + (index % 3) * 4,
    })),
    events: [
      { point: 5, kind: 'release', text: zh ? '固件 2.1' : 'Firmware 2.1', comments: null },
      { point: 8, kind: 'alert', text: zh ? '负面激增' : 'Negative spike', comments: null },
    ],
    sentences: [{ text: zh ? '11 月 16 日起情绪转差。' : 'From 16 November on the mood was worse.', facts: [] }],
  },
  {
    kind: 'themes',
    rows: [
      { name: zh ? '电池续航' : 'battery life', now: mood(210, -71, 80), points: -9 },
      { name: zh ? '屏幕闪烁' : 'screen flicker', now: mood(96, -62, 74), points: -4 },
      { name: zh ? '拍照效果' : 'photos', now: mood(140, 55, 12), points: 2 },
      { name: hostile, now: mood(20, 0, 40), points: null },
    ].map((row) => ({ ...row, before: mood(120, -20, 50), opens: { ...filter, theme: 1 } })),
    sentences: [],
  },
];

const tableSections = (zh: boolean) => [
  {
    kind: 'sources',
    rows: ['微博', 'App Store', 'YouTube'].map((name, index) => ({
      name,
      now: mood(500 - 90 * index, -30 + 20 * index, 50),
      before: index ? mood(400, -10, 40) : null,
      opens: { ...filter, source: ['1'] },
    })),
  },
  {
    kind: 'monitors',
    rows: [
      {
        name: zh ? '云帆' : 'Yunfan',
        competitor: false,
        share: 62,
        now: mood(800, -18, 46),
        before: null,
        opens: filter,
      },
      { name: 'Nova', competitor: true, share: 38, now: mood(480, 12, 30), before: null, opens: filter },
    ],
  },
];

const wordSections = (zh: boolean) => [
  {
    kind: 'voices',
    voices: [
      {
        ...{ commentId: 11, label: 'negative', language: 'zh', source: '微博', engagement: 812 },
        text: '更新之后一天要充三次电,客服让我重启,重启了八遍还是一样。',
      },
      { commentId: 12, text: hostile, label: 'negative', language: 'en', source: 'App Store', engagement: 31 },
      {
        ...{ commentId: 13, label: 'positive', language: 'en', source: 'YouTube', engagement: 0 },
        text: 'The camera in low light is the best I have had on any phone.',
      },
    ],
  },
  {
    kind: 'own',
    title: zh ? '我们的判断' : 'Our view',
    text: zh ? '先修电池。\n\n再修屏幕。' : 'Battery first.\n\nThen the screen.',
  },
  {
    kind: 'unknown',
    sentences: [{ text: zh ? '6% 的标注拿不准。' : '6% of the labels are close calls.', facts: [] }],
  },
];

const start = (day: number) => new Date(Date.UTC(2026, 10, day, 16)).toISOString();

/** An answer of the chat with a line for each of two sources and a table, pinned to it. */
const pinnedSection = (zh: boolean) => ({
  kind: 'pinned',
  pin: '0b8f6f6e-5d0b-4f3e-9f55-6a5f4b1f2c11',
  title: zh ? '微博和 YouTube 哪个更差？' : 'Which is worse, Weibo or YouTube?',
  language: zh ? 'zh' : 'en',
  period: filter,
  n: 640,
  pinnedAt: '2026-11-23T02:30:00.000Z',
  facts: [
    {
      ...{ id: 'F1', kind: 'net', value: -31, unit: 'points', n: 640, period: filter, direction: null },
      scope: { sources: ['微博'], monitors: [], languages: [], labels: [], stars: [], topic: null, theme: null },
      citations: { commentIds: [], filter: { ...filter, source: ['1'] } },
    },
  ],
  sentences: [{ text: zh ? '微博的净情绪为 −31。' : 'Net mood on Weibo was −31.', facts: ['F1'] }],
  exhibits: [
    {
      kind: 'line',
      series: ['微博', 'YouTube'].map((name, line) => ({
        name,
        points: Array.from({ length: DAYS }, (_, index) => ({
          ...{ start: start(8 + index), net: index === 5 ? null : -20 - index + 30 * line + (index % 3) * 5 },
          n: index === 7 ? 2 : 30 + index,
        })),
      })),
    },
    {
      kind: 'table',
      columns: [zh ? '来源' : 'Source', zh ? '评论数' : 'Comments'],
      rows: [
        ['微博', 640],
        [hostile, null],
      ],
    },
  ],
});

/** For specs: a report with every kind of section, and with words that would break a page, a table or a sheet. */
export function sampleSnapshot(language: ReportLanguage = 'en'): ReportSnapshot {
  const zh = language === 'zh';
  return reportSnapshotSchema.parse({
    version: 1,
    template: 'weekly',
    language,
    timeZone: 'Asia/Shanghai',
    title: zh ? '云帆手机周报' : 'Yunfan phones, weekly',
    look: { title: null, colour: '#7a3e9d', logo: null },
    period: filter,
    compared: { from: '2026-10-26', to: '2026-11-08' },
    madeAt: '2026-11-23T01:00:00.000Z',
    sample: { comments: 1280, labelled: 1204, read: 1204 },
    versions: { rules: 1, labels: ['1204/9'] },
    facts: [],
    sections: [
      ...numberSections(zh),
      ...chartSections(zh),
      ...tableSections(zh),
      ...wordSections(zh),
      pinnedSection(zh),
    ],
  });
}
