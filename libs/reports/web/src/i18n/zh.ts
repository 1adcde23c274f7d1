import type { en } from './en';

/** Chinese words of the reports domain. */
export const zh: typeof en = {
  reports: {
    summary: {
      title: '大家在说什么',
      reading: '正在阅读评论…',
      readingOne: '正在阅读 1 条评论…',
      readingMany: '正在阅读 {{n}} 条评论…',
      elapsed: '已用时间',
      cancel: '取消',
      cancelled: '已取消生成摘要，本页其他内容不受影响。',
      write: '现在生成',
      failed: '摘要没有生成成功。',
      retry: '重试',
      notEnough: '数据不足（n = {{n}}）',
      notEnoughHint: '至少要有 {{minimum}} 条已标注的评论才能生成摘要，可以放宽时间范围或减少筛选条件。',
      comment: '评论 {{id}} [{{number}}]',
      behind: '全部 {{n}} 条相关评论：{{text}}',
      all: '全部 {{n}} 条',
      part: { turned: '什么时候变的', drove: '背后是什么', better: '大家喜欢什么', unknown: '还不清楚的' },
      writtenBy: '由 {{model}} 根据 {{n}} 条评论生成，{{time}}。',
      written: '根据 {{n}} 条评论生成，{{time}}。',
      droppedOne: '有 1 句未通过核对，已略去。',
      droppedMany: '有 {{n}} 句未通过核对，已略去。',
    },
  },
};
