import type { Words } from '@moodline/shared/i18n';

/** Words of the shared widgets and of errors that any request can end in. */
export const uiWords: Words = {
  en: {
    ui: {
      loading: 'Loading',
      retry: 'Try again',
      close: 'Close',
      chart: {
        asTable: 'View as table',
        asChart: 'View as chart',
        failed: 'These numbers could not be loaded',
        points: 'Points of the chart: arrow keys go through them, Enter opens one',
      },
    },
    errors: {
      unknown: 'Something went wrong that should not have. Nothing was changed; try again.',
      offline: 'The server did not answer. Nothing was changed; check that Moodline is running and try again.',
      internal: 'Something went wrong on the server. Nothing that was stored is lost; try again.',
      'bad-request': 'The server did not understand the request. Reload the page and try again.',
      'not-found': 'This is not there any more. Reload the page.',
      'too-large': 'This is larger than the server takes.',
      'method-not-allowed': 'This cannot be done here. Reload the page and try again.',
      'unsupported-type': 'The server does not read this kind of content. Reload the page and try again.',
      'too-many-requests': 'Too many requests in a short time. Wait a minute and try again.',
      'too-many-at-once': 'Several of these are running for you already. Wait until one has ended.',
      'model-unavailable': 'The language model is not running. It is started again by itself; try again in a moment.',
      'model-writing-interrupted': 'The language model stopped in the middle of its text. Try again.',
      'model-input-too-long': 'The text is too long for the language model. Shorten it.',
      'model-unusable-answer': 'The language model gave no usable answer. Try again.',
      'model-weights-damaged':
        'A file of the language model is damaged. The server log names it and says how to restore it.',
    },
  },
  zh: {
    ui: {
      loading: '加载中',
      retry: '重试',
      close: '关闭',
      chart: {
        asTable: '查看表格',
        asChart: '查看图表',
        failed: '数据没有加载出来',
        points: '图表上的点：用方向键逐个查看，按回车打开',
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
  },
};
