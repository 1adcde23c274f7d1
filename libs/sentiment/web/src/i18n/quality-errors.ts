import type { Words } from '@moodline/shared/i18n';

/** Words of the errors of labelled sets and evaluations. */
export const qualityErrors: Words = {
  en: {
    errors: {
      'set-too-large': 'A labelled set may have at most 20,000 rows and 32 MB. Nothing was stored; split the file.',
      'set-unreadable':
        'The file cannot be read as a table or as JSON Lines. Nothing was stored; save it as CSV in UTF-8 and try again.',
      'set-columns':
        'The file needs a column with texts and one with labels; call them text and label. Nothing was stored.',
      'set-ambiguous':
        'The labels are only 0 and 1, and 0 can mean negative or neutral. Write words, or 1, 0 and -1. Nothing was stored.',
      'set-empty': 'No row of the file has both a text and a label that is understood. Nothing was stored.',
      'set-name-taken': 'There is a set of that name already. Choose another name.',
      'evaluation-empty': 'There is nothing to measure by yet. Judge some comments in the review queue first.',
      'evaluation-model':
        'That model does not label at the moment, and not all of its labels are stored. Choose it in the settings first.',
    },
  },
  zh: {
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
  },
};
