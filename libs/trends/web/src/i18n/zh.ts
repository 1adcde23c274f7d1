import type { en } from './en';

/** The same keys as in English, any words. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

export const zh: SameKeys<typeof en> = {
  trends: {
    title: '概览',
    open: '查看 % 的评论',
    finding: {
      none: '这段时间没有已标注的评论',
      few: '只有 {{ n }} 条已标注评论，还看不出情绪走向',
      level: '净情绪为 {{ net }}',
      steady: '净情绪基本持平，为 {{ net }}',
      rose: '净情绪上升 {{ points }} 点，升至 {{ net }}',
      fell: '净情绪下降 {{ points }} 点，降至 {{ net }}',
      turnedPositive: '净情绪由负转正：上升 {{ points }} 点，至 {{ net }}',
      turnedNegative: '净情绪由正转负：下降 {{ points }} 点，至 {{ net }}',
    },
    basis: {
      compared: '{{ days }} 共 {{ count }} 条已标注评论 · 上期（{{ daysBefore }}）{{ before }} 条',
      alone: '{{ days }} 共 {{ count }} 条已标注评论 · 此前没有已标注的评论可以对比',
    },
    tile: {
      net: {
        name: '净情绪',
        hint: '正面占比 − 负面占比',
        up: '比上期高 {{ amount }} 点',
        down: '比上期低 {{ amount }} 点',
      },
      comments: {
        name: '声量',
        hint: '均已标注',
        hintWaiting: '其中 {{ count }} 条未标注',
        up: '比上期多 {{ amount }}',
        down: '比上期少 {{ amount }}',
      },
      negative: {
        name: '负面占比',
        hint: '占已标注评论',
        up: '比上期高 {{ amount }} 个百分点',
        down: '比上期低 {{ amount }} 个百分点',
      },
      unsure: {
        name: '不确定',
        hint: '正负难分的标注',
        up: '比上期高 {{ amount }} 个百分点',
        down: '比上期低 {{ amount }} 个百分点',
      },
      same: '与上期持平',
      drawer: { net: '本期评论', comments: '本期评论', negative: '负面评论', unsure: '标注不确定的评论' },
    },
    chart: {
      net: '净情绪',
      volume: '声量',
      positive: '正面',
      neutral: '中性',
      negative: '负面',
      count: 'n = {{ n }}',
      lowN: '不足 {{ n }} 条评论',
      openHint: '点击查看评论',
      subtitle: '净情绪与已标注评论数（{{ step }}）· n = {{ n }} · {{ zone }}',
      plain: '净情绪走势（{{ step }}）',
      lowest: '{{ when }}最低，为 {{ net }}（n = {{ n }}）',
      highest: '{{ when }}最高，为 {{ net }}（n = {{ n }}）',
      when: { hour: '{{ moment }} ', day: '{{ moment }}', week: '{{ moment }}起的一周' },
      drawer: { hour: '{{ moment }} 的评论', day: '{{ moment }}的评论', week: '{{ moment }}起一周的评论' },
    },
    step: { title: '时间粒度', hour: '小时', day: '日', week: '周', by: { hour: '按小时', day: '按日', week: '按周' } },
    table: {
      source: '来源',
      hour: '时间',
      day: '日期',
      week: '周起始日',
      net: '净情绪',
      count: '已标注',
      positive: '正面',
      neutral: '中性',
      negative: '负面',
      unlabelled: '未标注',
    },
    sources: {
      title: '各来源情绪',
      finding: '{{ lowest }}最低（{{ low }}），{{ highest }}最高（{{ high }}）',
      alike: '各来源净情绪都是 {{ net }}',
      subtitle: '各来源的净情绪，统一刻度：{{ min }} 至 {{ max }}',
      none: '当前范围内没有来源有评论。',
      drawer: '来自{{ source }}的评论',
    },
    loudest: { title: '最热评论', subtitle: '当前范围内互动最多', all: '全部评论', none: '当前范围内没有评论。' },
    pending: {
      title: '还有 {{ pending }} 条评论等待标注',
      text: '标注过程中，数字和曲线会不断更新。',
      rate: '每秒约 {{ rate }} 条，预计还需 {{ time }}。',
    },
    empty: {
      title: '还没有评论',
      text: 'Moodline 把大家写下的话画成情绪曲线。导入一个评论文件（CSV 或 JSON），或者添加一个订阅源定时抓取。',
      action: '添加评论',
      example: '有一列正文、一列时间就够了。',
      readOnly: '请工作区的所有者或分析员添加来源。',
    },
    nothing: {
      title: '没有符合条件的评论',
      text: '现有评论的时间是 {{ days }}。放宽时间范围，或清除筛选。',
      action: '清除筛选',
    },
  },
  errors: {
    'too-many-points': '按这个粒度，这段时间的点太多。请选更大的粒度或更短的时间。',
    'empty-period': '结束时间早于开始时间。请把结束时间改到开始之后。',
  },
};
