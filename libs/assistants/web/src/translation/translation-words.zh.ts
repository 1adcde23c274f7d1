/** Chinese words of translations. */
export const translationZh = {
  title: '译文',
  translate: '翻译',
  again: '重新翻译',
  stop: '停止',
  writing: '正在翻译……',
  leaves: '原文会发送到 {{ host }}',
  by: '由模型翻译，请以原文为准',
  none: '模型没有译出这条评论。',
  tooSmall: '内置模型太小，翻译质量不够。',
  choose: '为写作选择更大的模型',
  flaw: {
    language: '写出来的是另一种语言。',
    echo: '只是重复了原文。',
    repetition: '内容重复。',
    cut: '太长，被截断了。',
    empty: '没有内容。',
    numbers: '原文中有数字没有出现在译文里，请对照。',
  },
};

export const translationErrorsZh = {
  'translation-needs-model': '内置模型太小，翻译质量不够。请在设置中为写作选择更大的模型。',
};
