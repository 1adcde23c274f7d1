/** The languages that prompts of templates are written in. */
export type TemplateLanguage = 'zh' | 'en' | 'ja';

/** A role to begin with. Its prompt and its answers are changed at will. */
export interface RoleTemplate {
  readonly key: (typeof TEMPLATE_KEYS)[number];
  readonly task: 'choose' | 'write';
  readonly system: Readonly<Record<TemplateLanguage, string>>;
  /** What a role that chooses chooses among. */
  readonly options?: Readonly<Record<TemplateLanguage, readonly string[]>>;
}

export const TEMPLATE_KEYS = ['sorter', 'urgency', 'yesno', 'headline', 'polite', 'question'] as const;

/** Choosing comes first: a small model does that best. */
export const ROLE_TEMPLATES: readonly RoleTemplate[] = [
  {
    key: 'sorter',
    task: 'choose',
    system: {
      en: 'You sort customer messages. Choose the one topic that the message is mostly about.',
      zh: '你负责给客户留言分类。选出留言最主要的一个话题。',
      ja: 'あなたは顧客の声を分類します。いちばん関係の深い話題を一つ選びます。',
    },
    options: {
      en: ['delivery', 'quality', 'price', 'service', 'other'],
      zh: ['物流', '质量', '价格', '服务', '其他'],
      ja: ['配送', '品質', '価格', '接客', 'その他'],
    },
  },
  {
    key: 'urgency',
    task: 'choose',
    system: {
      en: 'You read customer messages. Say whether somebody has to act today or whether it can wait.',
      zh: '你阅读客户留言。判断是需要今天处理，还是可以稍后处理。',
      ja: '顧客の声を読み、今日対応が必要か、後でよいかを判断します。',
    },
    options: { en: ['today', 'later'], zh: ['今天', '稍后'], ja: ['今日', '後で'] },
  },
  {
    key: 'yesno',
    task: 'choose',
    system: {
      en: 'Does the message ask for money back or for another product? Answer yes or no.',
      zh: '这条留言要求退款或换货吗？回答“是”或“否”。',
      ja: 'この文章は返金や交換を求めていますか。「はい」か「いいえ」で答えます。',
    },
    options: { en: ['yes', 'no'], zh: ['是', '否'], ja: ['はい', 'いいえ'] },
  },
  {
    key: 'headline',
    task: 'write',
    system: {
      en: 'Say in three to six words what the message is about. Write nothing else.',
      zh: '用四到十个字概括这条留言说的事，不写别的。',
      ja: 'この文章の内容を十五字以内で一言にまとめます。ほかには何も書きません。',
    },
  },
  {
    key: 'polite',
    task: 'write',
    system: {
      en: 'Rewrite the message politely in one sentence. Keep what it says.',
      zh: '把这条留言改写成一句礼貌的话，意思不变。',
      ja: 'この文章を丁寧な一文に書き直します。内容は変えません。',
    },
  },
  {
    key: 'question',
    task: 'write',
    system: {
      en: 'Ask one short question that would help to solve the problem in the message.',
      zh: '针对留言里的问题，提一个有助于解决的简短问题。',
      ja: 'この文章の問題を解決するために役立つ短い質問を一つします。',
    },
  },
];

/** Ten texts to try a role with, of each language: complaints, praise and questions. */
export const TRIAL_TEXTS: Readonly<Record<TemplateLanguage, readonly string[]>> = {
  en: [
    'Three days on hold and still nobody answers',
    'The zip broke on the second day, I want my money back',
    'Lovely colour, fits perfectly, thank you!',
    'Does the kettle switch off by itself?',
    'Parcel says delivered but nothing is here',
    'Charged twice for one ticket',
    'The driver waited in the rain for me, what a gentleman',
    'App crashes whenever I open the camera',
    'It is smaller than in the picture and dearer than in the shop next door',
    'My heater smells of burning and gets very hot',
  ],
  zh: [
    '客服让我等了三天，还是没人回',
    '拉链第二天就坏了，我要退款',
    '颜色很好看，大小正合适，谢谢！',
    '这个水壶会自动断电吗？',
    '快递显示已签收，可我没收到',
    '一张票扣了两次钱',
    '司机冒雨等我，太贴心了',
    '一打开相机应用就闪退',
    '实物比图片小，还比隔壁店贵',
    '取暖器有焦味，烫得厉害',
  ],
  ja: [
    '三日待っても返事が来ない',
    '二日目にファスナーが壊れた。返金してほしい',
    '色がきれいでサイズもぴったり。ありがとう！',
    'このやかんは自動で電源が切れますか？',
    '配達済みになっているのに届いていない',
    '一枚のチケットで二回請求された',
    '運転手さんが雨の中待っていてくれた',
    'カメラを開くたびにアプリが落ちる',
    '写真より小さいのに隣の店より高い',
    'ヒーターが焦げ臭くてとても熱い',
  ],
};
