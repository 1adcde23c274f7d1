import type { WordTree } from '@moodline/shared/i18n';

/** Chinese words of the page that compares. */
export const compareZh: WordTree = {
  compare: {
    title: '对比',
    subtitle: '把两个时间段、来源、语言或监测项放在一起看。',
    sides: '对比的内容',
    side: { a: 'A 组', b: 'B 组' },
    from: '从',
    to: '到',
    source: '来源',
    language: '语言',
    languages: { zh: '中文', en: '英语', ja: '日语', und: '其他' },
    monitor: '监测项',
    all: '全部',
    allTime: '全部日期',
    before: 'B：A 之前的同样时长',
    yearBefore: 'B：A 的去年同期',
    swap: '交换 A 和 B',
    finding: {
      higher: 'A 的净情绪比 B 高{{ points }}点',
      lower: 'A 的净情绪比 B 低{{ points }}点',
      same: '净情绪的差别没有超出偶然波动',
      few: '其中一组已标注的评论太少，无法对比情绪',
    },
    none: '两组都没有评论，请换个时间。',
    figures: '数据对比',
    figure: { net: '净情绪', negative: '负面占比', positive: '正面占比', unsure: '存疑标注', comments: '评论数' },
    difference: 'A 比 B',
    isOne: '算差别吗？',
    point: '{{ points }}点',
    points: '{{ points }}点',
    verdict: { clear: '是，超出偶然波动', chance: '否，属于偶然波动', unknown: '评论太少，无法判断' },
    rule: '只有超出抽样误差（净情绪还要超出标注本身的不确定性）在100次中95次会带来的波动，才算差别。已标注评论不足20条时不做对比。',
    read: '查看{{ name }}的评论',
  },
};
