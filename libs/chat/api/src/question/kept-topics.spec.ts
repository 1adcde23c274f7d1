import { Temporal } from 'temporal-polyfill';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { askedScope } from './asked-scope';
import { wantedBy } from './intent-decision';
import { plainQuestion } from './plain-question';
import { questionLanguage } from './question-language';
import { understand, type Surroundings } from './understanding';

const SURROUNDINGS: Surroundings = {
  now: {
    today: Temporal.PlainDate.from('2026-11-27'),
    moment: Temporal.ZonedDateTime.from('2026-11-27T15:30[UTC]'),
    first: Temporal.PlainDate.from('2026-09-29'),
  },
  sources: [{ id: 1, name: 'Forum' }],
  monitors: [],
};

function topicOf(question: string): string | null {
  const language = questionLanguage(question);
  const read = understand(plainQuestion(question, language), language, SURROUNDINGS);
  const wanted = wantedBy(read);
  return wanted && askedScope(read, wanted, { base: WHOLE_SCOPE, sources: ['Forum'] }).topic;
}

/** Things that people comment on; in many of them stands a word of questions (display, 会员, 説明書). */
const THINGS = {
  en: `packaging manual strap logo website warranty shipping cable charger mic latency bluetooth pairing firmware weight smell scratches bass
    subscription ads login account privacy giveaways shops repairs invoices customs couriers size design hinges lights buttons translation screen
    sensor magnet sweat calls podcasts instructions coupons discount exchange build materials recycling bots emails hotline training speaker image
    letter display frame options features cover box case price colour sound update app support refund delivery battery charging connection comfort`,
  zh: `配对 会员 按键 分期 发布会 功能 音量 说明书 下单 发货 退换货 运费 赠品 活动 直播 主播 代言人 联名 型号 推送 通知 登录 账号 支付 发票 优惠券 定价 质量 做工
    材质 手感 外观 尺寸 重量 佩戴 耳塞 收纳盒 充电线 快充 指示灯 发热 噪音 风噪 音质 低音 均衡器 通话 麦克风 延迟 断连 蓝牙 触控 手势 语音助手 翻译 防水 维修 售后
    门店 物流 包装 配件 质保 客户端 小程序 官网 假货 二手 广告 文案 公告 道歉信 隐私 权限 屏幕 系统 固件 划痕 异味 出汗 变形 磁吸 进水 老化 回复速度 上市 声音`,
  ja: `包装 説明書 ケーブル 充電器 マイク 通話 遅延 接続 ペアリング 操作性 イヤーピース 装着感 重さ 防水 匂い 傷 雑音 低音 音質 音量 広告 ログイン 登録 個人情報
    おまけ 付属品 店舗 店員 修理 保証 部品 領収書 送料 配送 梱包 サイズ デザイン 見た目 色 ランプ ボタン 翻訳 質感 素材 割引 クーポン 値段 価格 値上げ 返品 返金 交換
    電話 メール 発表会 更新 アップデート 不具合 電池 バッテリー 発熱 充電 ケース 蓋 ヒンジ 磁石 アプリ 通知 設定 画面 使い勝手 耐久性 汗 落下 紛失 空間音声 会員 予約 在庫`,
} as const;

const QUESTIONS = {
  en: [(thing: string) => `what do people say about the ${thing}`, (thing: string) => `${thing} complaints last week`],
  zh: [(thing: string) => `关于${thing}大家怎么说`, (thing: string) => `${thing}的差评有多少`],
  ja: [(thing: string) => `${thing}についてどう言われていますか`, (thing: string) => `${thing}の不満は何件`],
} as const;

// Left out in silence, the answer would be about everything.
describe.each(['en', 'zh', 'ja'] as const)('a topic in a question (%s)', (language) => {
  it.each(QUESTIONS[language].map((question) => [question('…'), question] as const))('is kept: %s', (_, question) => {
    const lost = THINGS[language]
      .split(/\s+/)
      .map(question)
      .filter((asked) => !topicOf(asked));
    // "Display" begins an order.
    expect(lost.filter((asked) => asked !== 'display complaints last week')).toEqual([]);
  });
});
