import type { WordTree } from '@moodline/shared/i18n';

/** Chinese words of learning from judgements. */
export const learningZh: WordTree = {
  learning: {
    title: '复核结果会让标注更准',
    unable: {
      'no-heads': '现在负责标注的模型不能从复核结果中学习，自带的模型可以。',
      prompt: '现在由提示词标注。要学习，请先在标注角色的页面启用用分类头标注的版本。',
    },
    empty: {
      text: '在“待复核”里复核满 {{enough}} 条评论后，Moodline 会在后台从中学习，并告诉你标注是否因此更准。在别处改的标注也会用来学习，但只有“待复核”里的能用来衡量：不管标注对不对，那里都会问你。',
      so: '“待复核”里已复核 {{asked}} / {{enough}} 条，总共 {{judged}} 条。',
      review: '去复核',
    },
    state: {
      reading: '模型正在后台阅读复核过的评论。',
      learning: 'Moodline 正在后台学习，大约需要一分钟。',
    },
    finding: {
      proposed: '你复核的 {{judged}} 条评论能让标注更准：{{before}} → {{after}}',
      'no-better': '从 {{judged}} 条复核结果还学不出明显更准的标注，差别可能只是偶然',
      'too-few': '复核太少，还不能衡量学到了什么',
      declined: '从 {{judged}} 条复核结果学到的版本已搁置',
      adopted: '第 {{version}} 版学自 {{judged}} 条复核结果：{{before}} → {{after}}',
      outdated: '从 {{judged}} 条复核结果学到的内容已过时',
    },
    basis: {
      own: '在“待复核”里复核过的 {{n}} 条评论上（预测每一条时都没有用它学习）：正确率 {{before}} → {{after}}（改对 {{gained}} 条，改错 {{lost}} 条；纯属偶然的概率 p {{p}}）。',
      known:
        '在另外 {{n}} 条从未用于学习的评论上（不考虑本工作区各种情绪的占比），检查有没有遗忘：{{before}} → {{after}}。',
      lost: '没有提议启用：在另外 {{n}} 条评论上会遗忘，超出偶然：{{before}} → {{after}}。',
    },
    changes: {
      title: '随机抽取的 {{n}} 条评论中，有 {{changing}} 条的标注会改变',
      move: '{{from}} → {{to}}',
      open: '打开列出的 {{count}} 条',
      drawer: '标注会改变的评论',
    },
    adopt: '启用',
    decline: '暂不',
    effort: {
      time: '重新标注全部 {{count}} 条评论约需 {{time}}（本机实测每秒 {{rate}} 条）。',
      count: '将重新标注 {{count}} 条评论，暂时无法测出所需时间。',
    },
    adoptHint: '所有评论会在后台重新标注，新评论优先，完成后一次切换到新标注。随时可以换回旧版本。',
    adopted: '评论重新标注完成后，标注角色的第 {{version}} 版就会启用。',
    toRole: '查看进度或换回旧版本',
    next: '上次学习之后又复核了 {{fresh}} 条。满 {{enough}} 条后会自动再学习。',
    first: '共复核 {{judged}} 条，其中 {{asked}} 条来自“待复核”。停下一分钟后会自动学习。',
    now: '立即学习',
    automatic: '如果明显更准（超出偶然），就自动启用，不再询问',
  },
  errors: {
    'proposal-decided': '这个提议已经处理过，请查看现在的提议。',
    'proposal-outdated': '现在标注的版本或模型已经不同。请让 Moodline 重新学习后再决定。',
  },
};
