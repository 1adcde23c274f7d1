import { searchForm } from '@moodline/comments/api';
import { EVERYDAY_TOPICS } from './everyday-topics';
import { inflections } from './inflections';
import { allOf, row, type TopicWords } from './topic-row';

/**
 * Things that people ask about, whatever they sell. Words stand in one row only where they mean the same: whoever asks about one of
 * them means all of them, in whichever language a comment is. What is not listed is looked for as it is written.
 */
export const TOPIC_WORDS: readonly TopicWords[] = [
  // Who writes "my battery is dead by noon" writes about battery life: a row of its own found few comments, and those who are pleased.
  row(
    'battery|batteries|battery life',
    '电池|续航|电池续航',
    'バッテリー|電池|電池持ち|電池もち|バッテリーもち|バッテリー持ち|電池の持ち|バッテリーの持ち|連続再生時間',
  ),
  row('charging|charge|charges|charged|recharge', '充电', '充電'),
  row('charger|chargers', '充电器|充电头', '充電器'),
  row('charging case|charging box', '充电盒|充电仓', '充電ケース'),
  row('sound|sounds|sound quality|audio|audio quality', '音质|音效', '音質|サウンド'),
  row('bass', '低音', '低音|重低音'),
  row('volume', '音量', '音量|ボリューム'),
  row('noise cancelling|noise canceling|noise cancellation|anc', '降噪', 'ノイキャン|ノイズキャンセリング'),
  row(
    'left earbud|left ear|left bud|left earphone|left side|left one|left earpiece',
    '左耳|左边耳机|左侧耳机|左耳机|左边那只',
    '左耳|左のイヤホン|左側|左イヤホン',
  ),
  row(
    'right earbud|right ear|right bud|right earphone|right side|right one|right earpiece',
    '右耳|右边耳机|右侧耳机|右耳机|右边那只',
    '右耳|右のイヤホン|右側|右イヤホン',
  ),
  row('spatial audio', '空间音频', '空間オーディオ'),
  row('microphone|microphones|mic|mics', '麦克风', 'マイク'),
  row('bluetooth', '蓝牙', 'ブルートゥース'),
  row('connection|connectivity', '连接', '接続'),
  row('pairing', '配对', 'ペアリング'),
  row('multipoint', '多点连接|双设备', 'マルチポイント'),
  row('latency|lag', '延迟', '遅延|ラグ'),
  row('comfort|comfortable|uncomfortable', '舒适|佩戴', '着け心地|装着感'),
  row('delivery|deliveries|delivered|shipping|shipped|courier', '物流|快递|配送|送货', '配送|発送|配達|物流'),
  row('packaging', '包装', '包装|パッケージ|梱包'),
  row('price|prices|priced|pricing', '价格|价钱|定价', '価格|値段'),
  row('price cut|price cuts|price drop', '降价|减价', '値下げ'),
  row('discount|discounts', '优惠|折扣', '割引'),
  row(
    'customer service|customer support|support|tech support',
    '客服|售后',
    'サポート|カスタマーサービス|カスタマーサポート',
  ),
  row('app|apps', '客户端|软件', 'アプリ'),
  row('website|web site', '网站|官网', 'サイト|ウェブサイト'),
  row('update|updates|updated|updating', '更新|升级', 'アップデート|更新|アプデ'),
  row('firmware', '固件', 'ファームウェア|ファーム'),
  row('bug|bugs', '漏洞', 'バグ|不具合'),
  row('crash|crashes|crashed|crashing', '闪退|崩溃', 'クラッシュ|強制終了'),
  row('refund|refunds|refunded', '退款', '返金'),
  row('returns|returned', '退货', '返品'),
  row('replacement|replacements|replaced', '换货|换新', '交換'),
  row('warranty', '保修|质保', '保証'),
  row('repair|repairs|repaired', '维修', '修理'),
  row('compensation', '赔偿|补偿', '補償'),
  row('overheating|overheat|overheats|overheated', '发热|发烫|过热', '発熱|過熱'),
  row('design', '外观|设计', 'デザイン|外観'),
  row('colour|colours|color|colors', '颜色|配色', 'カラー|色味'),
  row('build quality', '做工', '造り'),
  row('quality', '质量|品质', '品質'),
  row('hinge|hinges', '合页|铰链', 'ヒンジ'),
  row('apology|apologies|apologise|apologize|apologised|apologized', '道歉|致歉', '謝罪|お詫び'),
  row('advertising|ads|advert|adverts|advertisement', '广告', '広告'),
  row('privacy', '隐私', 'プライバシー'),
  row('login|log in|sign in', '登录', 'ログイン'),
  row('payment|payments', '支付|付款', '支払い|決済'),
  row('subscription|subscriptions', '订阅|会员费', 'サブスク'),
  row('staff', '店员|服务员|工作人员', 'スタッフ|店員'),
  row('taste', '味道|口味', '味わい'),
  row('delay|delays|delayed', '延误|晚点', '遅延'),
  row('cancellation|cancellations|cancelled|canceled', '取消', 'キャンセル|欠航'),
  row('baggage|luggage', '行李', '手荷物'),
  row('seat|seats', '座位', '座席'),
  row('room|rooms', '房间', '部屋'),
  row('breakfast', '早餐', '朝食'),
  row('size|sizes', '尺寸|尺码', 'サイズ'),
];

/** Longest, in characters, that a search may be. */
export const LONGEST_QUERY = 400;

const fold = (words: string): string => searchForm(words).replace(/\s+/g, ' ').trim();
const byWord = (rows: readonly TopicWords[]): ReadonlyMap<string, TopicWords> =>
  new Map(rows.flatMap((one) => allOf(one).map((word): [string, TopicWords] => [fold(word), one])).reverse());
const NAMED = byWord(TOPIC_WORDS);
const EVERYDAY = byWord(EVERYDAY_TOPICS);

/** What else a topic is called; null where it is not listed. */
export const topicRow = (words: string): TopicWords | null => rowIn(NAMED, words);

/** The same, also for what people say of things day by day. */
export const wideRow = (words: string): TopicWords | null => topicRow(words) ?? rowIn(EVERYDAY, words);

function rowIn(rows: ReadonlyMap<string, TopicWords>, words: string): TopicWords | null {
  const known = rows.get(fold(words));
  if (known || !/^[a-z]+$/i.test(words)) return known ?? null;
  return inflections(words).flatMap((form) => rows.get(fold(form)) ?? [])[0] ?? null;
}
