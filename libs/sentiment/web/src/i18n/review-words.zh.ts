import type { WordTree } from '@moodline/shared/i18n';

/** Chinese words of the review queue. */
export const reviewZh: WordTree = {
  sentiment: {
    review: {
      title: '待复核',
      subtitle: '先给出最拿不准、又与已复核的不同的评论；每四条随机抽一条，用来估计全部标注的正确率。',
      progress: '今天 {{today}} / {{goal}} 条',
      today: '今天 {{today}} 条',
      current: '待判断的评论',
      question: '这条评论是',
      asIs: '与模型一致',
      undo: '撤销',
      skip: '跳过',
      left: '还有 {{count}} 条未复核',
      judged: '刚刚复核',
      failed: '待复核列表没有加载出来',
      empty: {
        title: '没有需要复核的评论',
        text: '已标注、还没有人看过的评论会出现在这里，拿不准的排在前面。你的判断会计入所有图表，“质量”页会显示模型与你的一致程度。',
        done: '已全部复核',
        doneText: '当前筛选范围内的评论都已复核。新的评论标注后会出现在这里。',
        quality: '查看质量',
        clear: '清除筛选',
        example: '例如：“真棒，又坏了”被标为正面（41%）。按 3，它就计为负面。',
      },
    },
  },
};
