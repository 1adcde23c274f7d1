import type { WordTree } from '@moodline/shared/i18n';

/** Chinese words of the shared widgets and of errors that any request can end in. */
export const zh: WordTree = {
  ui: {
    loading: '加载中',
    retry: '重试',
    close: '关闭',
    reveal: { show: '显示', hide: '隐藏', showTyped: '显示输入的内容', hideTyped: '隐藏输入的内容' },
    chart: {
      asTable: '查看表格',
      asChart: '查看图表',
      failed: '数据没有加载出来',
      points: '图表上的点：用方向键逐个查看，按回车打开',
      take: '导出',
      png: '图片（PNG）',
      svg: '图片（SVG）',
      csv: '数据（CSV）',
      copyPicture: '复制图片',
      copyNumbers: '复制数据',
      pin: '收入报告…',
      saved: '已存为文件',
      copied: '已复制',
      notTaken: '浏览器没有允许这个操作，请改为保存文件。',
    },
  },
  errors: {
    unknown: '出了点意料之外的问题。数据没有改动，请再试一次。',
    offline: '服务器没有响应。数据没有改动，请确认 Moodline 正在运行后再试。',
    internal: '服务器出了问题。已保存的数据没有丢失，请再试一次。',
    'bad-request': '服务器没有看懂这个请求。请刷新页面后再试。',
    'not-found': '内容已经不在了，请刷新页面。',
    'too-large': '内容太大，服务器无法接收。',
    'method-not-allowed': '此处不支持该操作。请刷新页面后重试。',
    'unsupported-type': '服务器无法读取这种类型的内容。请刷新页面后重试。',
    'too-many-requests': '短时间内请求太多，请等一分钟再试。',
    'too-many-at-once': '你已有几个同类请求在进行，请等其中一个结束。',
    'model-unavailable': '语言模型没有在运行，正在自动重启，请稍后再试。',
    'model-writing-interrupted': '语言模型写到一半停了，请再试一次。',
    'model-input-too-long': '文本太长，语言模型处理不了，请缩短后再试。',
    'model-unusable-answer': '语言模型没有给出可用的回答，请再试一次。',
    'model-weights-damaged': '语言模型文件已损坏。服务器日志写明了是哪个文件以及如何恢复。',
  },
};
