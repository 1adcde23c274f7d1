import { type TextInLanguages, type UiLanguage } from '@moodline/shared/i18n';

/** A site that is not read here, of which an export can be imported. */
export interface KnownExport {
  /** In Chinese, in English, and in Japanese where that writes it in another way than English. */
  readonly name: TextInLanguages;
  /** Other words by which people look for it. */
  readonly also: string;
}

/** In the order in which people of each language are offered them. */
const EXPORTS: readonly KnownExport[] = [
  { name: { zh: '小红书', en: 'Xiaohongshu (RED)', ja: '小紅書（RED）' }, also: 'xhs rednote little red book' },
  { name: { zh: '抖音', en: 'Douyin', ja: '抖音（Douyin）' }, also: '' },
  { name: { zh: '哔哩哔哩', en: 'Bilibili', ja: 'ビリビリ（bilibili）' }, also: 'b站 b站弹幕' },
  { name: { zh: '快手', en: 'Kuaishou', ja: '快手（Kuaishou）' }, also: '' },
  { name: { zh: '知乎', en: 'Zhihu', ja: '知乎（Zhihu）' }, also: '' },
  { name: { zh: '百度贴吧', en: 'Tieba', ja: '百度貼吧' }, also: 'baidu' },
  {
    name: { zh: '淘宝、天猫、京东', en: 'Taobao, Tmall and JD', ja: 'タオバオ、Tmall、JD' },
    also: '拼多多 电商 商品评价',
  },
  { name: { zh: '大众点评', en: 'Dianping', ja: '大衆点評（Dianping）' }, also: '美团 meituan 点评' },
  { name: { zh: 'Google Play', en: 'Google Play' }, also: 'android play store console 谷歌 应用商店' },
  { name: { zh: 'X（推特）', en: 'X (Twitter)', ja: 'X（旧 Twitter）' }, also: 'tweets ツイッター' },
  { name: { zh: 'Instagram', en: 'Instagram' }, also: 'ins meta threads インスタ' },
  { name: { zh: 'TikTok', en: 'TikTok' }, also: '' },
  { name: { zh: 'Facebook', en: 'Facebook' }, also: 'meta 脸书' },
  { name: { zh: '亚马逊', en: 'Amazon' }, also: 'reviews 商品评价 アマゾン レビュー' },
  { name: { zh: 'Trustpilot', en: 'Trustpilot' }, also: '' },
  {
    name: { zh: '谷歌地图与 Yelp', en: 'Google Maps and Yelp', ja: 'Google マップと Yelp' },
    also: 'business profile 商家评价 口コミ',
  },
  {
    name: { zh: 'WordPress 与 Disqus', en: 'WordPress and Disqus', ja: 'WordPress と Disqus' },
    also: 'wxr xml blog 博客 ブログ',
  },
  {
    name: { zh: 'WhatsApp、LINE 与 KakaoTalk', en: 'WhatsApp, LINE and KakaoTalk', ja: 'WhatsApp、LINE、KakaoTalk' },
    also: 'chat group txt 聊天记录 群聊 チャット トーク履歴 카카오톡',
  },
  {
    name: { zh: 'Telegram、Discord 与 Slack', en: 'Telegram, Discord and Slack', ja: 'Telegram、Discord、Slack' },
    also: 'chat channel 频道 群聊 チャット',
  },
  {
    name: { zh: '客服系统与问卷', en: 'Help desks and surveys', ja: 'ヘルプデスクとアンケート' },
    also: 'zendesk intercom freshdesk hubspot typeform surveymonkey google forms nps csat 工单 调查 問い合わせ',
  },
];
const IN_CHINA = 8;

/** Exports that a search means, those of the language's own sites first. */
export function exportsFor(search: string, language: UiLanguage): readonly KnownExport[] {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const ordered = language === 'zh' ? EXPORTS : [...EXPORTS.slice(IN_CHINA), ...EXPORTS.slice(0, IN_CHINA)];
  return ordered.filter(({ name, also }) => {
    const text = [name.zh, name.en, name.ja, also].join('\n').normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
