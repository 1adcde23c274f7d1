import { privacyZh } from '../privacy/privacy-words';
import type { en } from './en';

/** Chinese words of the comments domain. */
export const zh: typeof en = {
  comments: {
    title: '评论',
    one: '1 条评论',
    count: '{{count}} 条评论',
    countCapped: '超过 {{count}} 条评论',
    slowSearch: '搜索索引正在建立，完成之前搜索需要逐条查找，速度较慢。',
    arrivedOne: '有 1 条新评论，点击查看',
    arrived: '有 {{count}} 条新评论，点击查看',
    loading: '正在加载评论…',
    loadMore: '加载更多',
    failed: '评论加载失败',
    tryAgain: '重试',
    export: '导出',
    exportHint: '下载全部符合条件的评论及标注（JSON Lines）',
    sort: { title: '排序', newest: '最新', oldest: '最早', loudest: '互动最多' },
    empty: {
      title: '这里还没有评论',
      text: '在“来源”页导入文件或添加订阅源，评论就会出现在这里。',
      filtered: '没有符合筛选条件的评论。试试更长的时间范围、更少的关键词，或选择全部来源。',
      clear: '清除筛选',
      sources: '前往来源',
    },
    row: {
      more: '展开全文',
      less: '收起',
      pending: '等待标注',
      unscored: {
        noWords: '未标注：没有文字',
        unsupportedLanguage: '未标注：暂不支持这种语言',
        failed: '未标注：模型处理失败',
      },
      open: '{{time}}，在新标签页打开原文',
      engagement: '互动数',
      copies: '{{count}} 条评论内容几乎相同，点击查看',
      copiesTitle: '{{count}} 条内容几乎相同的评论',
    },
    tabs: { title: '评论视图', all: '全部评论', review: '待复核' },
    correction: {
      title: '改为',
      as: '改为{{label}}',
      withdraw: '撤回人工标注',
      by: '{{name}} 于 {{day}}改',
      byYou: '你刚刚改的',
      machine: '模型：{{label}}',
      done: '已改为{{label}}',
      withdrawn: '已恢复模型的标注',
      undo: '撤销',
      failed: '标注没有改成。{{problem}}',
    },
    privacy: privacyZh,
    drawer: { close: '关闭', openPage: '在评论页打开' },
  },
  errors: {
    'nothing-to-forget': '这条评论没有作者信息，或者原文已被删除，无法据此识别其他评论。',
  },
};
