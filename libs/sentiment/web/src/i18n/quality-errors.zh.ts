import type { WordTree } from '@moodline/shared/i18n';

/** Chinese words of the errors of labelled sets and evaluations. */
export const qualityErrorsZh: WordTree = {
  errors: {
    'set-too-large': '标注集最多 20,000 行、32 MB。没有保存任何内容，请拆分文件。',
    'set-unreadable': '文件既不是表格也不是 JSON Lines，没有保存任何内容。请另存为 UTF-8 的 CSV 后再试。',
    'set-columns': '文件需要一列文本和一列标签，列名可用“文本”和“标签”。没有保存任何内容。',
    'set-ambiguous': '标签只有 0 和 1，而 0 可能是负面也可能是中性。请写成文字，或用 1、0、-1。没有保存任何内容。',
    'set-empty': '没有一行同时有文本和看得懂的标签，没有保存任何内容。',
    'set-name-taken': '已有同名的标注集，请换一个名称。',
    'evaluation-empty': '还没有可用来衡量的内容，请先在“待复核”里判断一些评论。',
    'evaluation-model': '该模型目前不负责标注，已有的标注也不完整。请先在设置里选用它。',
  },
};
