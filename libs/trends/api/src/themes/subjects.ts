import type { Language } from '@moodline/shared/contract';

/** Languages that a theme can be named in. */
export type NamingLanguage = Exclude<Language, 'und'>;

/** A thing people talk about, with the words they use for it, so that one complaint told in three languages is one theme. */
export interface Subject {
  /** Stays the same when names or words change. */
  readonly key: string;
  readonly names: Readonly<Record<NamingLanguage, string>>;
  /** English words also match with a plural ending; Chinese and Japanese ones match anywhere in the text. */
  readonly words: readonly string[];
  /** Those of `words` that mean something else in other trades: "standby" at an airport, a "charge" on a bill. */
  readonly loose: readonly string[];
}

const subject = (names: [zh: string, en: string, ja: string], words: string, loose = ''): Subject => ({
  key: names[1].toLowerCase().replace(/\W+/g, '-'),
  names: { zh: names[0], en: names[1], ja: names[2] },
  words: [...words.split('|'), ...(loose ? loose.split('|') : [])],
  loose: loose ? loose.split('|') : [],
});

/** Subjects that come up for nearly every product or service. What is not listed is found by its own words. */
export const SUBJECTS: readonly Subject[] = [
  subject(
    ['续航与电量', 'Battery life', 'バッテリーの持ち'],
    'battery|batteries|drain|draining|drained|low power|续航|电池|电量|没电|掉电|耗电|满电|断电|剩电|電池|バッテリー|電源が切れ|充電が持|dead after|playtime|play time|runtime|hours of use|关机|待机|撑不|撑到|能撑|用多久|能用几|省电|費電|時間も持|時間もった|時間もつ|時間しか|電池持ち|持ちが|battery died|battery dies|standby time|dead battery',
    'died|dies|dying|standby|lasts|lasted',
  ),
  subject(
    ['充电', 'Charging', '充電'],
    "charger|recharge|充电|充满|充不|快充|充電|charging case|charging cable|charging port|charging station|wireless charging|fast charging|fully charged|full charge|not charging|to charge it|won't charge|doesn't charge|stopped charging|hold a charge",
    'charge|charging|charged',
  ),
  subject(
    ['发热', 'Overheating', '発熱'],
    'overheat|overheating|overheated|too hot|hot case|heating up|burning hot|hand warmer|发烫|发热|烫手|过热|很烫|发烧|滚烫|烫得|烫伤|発熱|やけど|发火|着火|冒烟|自燃|発火|煙|gets hot|got hot|gets warm|hot to the touch',
    'hot|warm|fire|smoke|burnt|burned|熱い|熱く',
  ),
  subject(
    ['更新与固件', 'The update', 'アップデート'],
    'firmware|固件|补丁|アップデート|更新|ファーム|アプデ|rollback|roll back|rolled back|release notes|changelog|降级|回滚|回退|旧版|新版|推送|ダウングレード|修正|firmware update|software update|app update|latest update|after the update|since the update|since update|new version|latest version',
    'update|updated|updating|upgrade|upgraded|downgrade|downgraded|patch|升级',
  ),
  subject(
    ['闪退与卡顿', 'Crashes and lag', '強制終了と動作の重さ'],
    'crashes|laggy|lagging|闪退|卡顿|死机|卡死|白屏|黑屏|落ちる|フリーズ|固まる|強制終了|bug|bugs|buggy|glitch|glitches|报错|崩溃|打不开|バグ|不具合|app crashed|app crashes|keeps crashing',
    'hangs|crash|crashed|crashing|freeze|freezes|froze|重い',
  ),
  subject(
    ['登录', 'Signing in', 'ログイン'],
    'login|log in|logged out|sign in|password|登录|登陆|密码|验证码|ログイン|パスワード',
  ),
  subject(
    ['连接', 'Connection', '接続'],
    'bluetooth|pairing|multipoint|蓝牙|断连|连不上|配对|断断续续|ペアリング|途切れ|keeps disconnecting|connection drops|lost connection|connection lost|reconnect',
    'connect|connection|connecting|disconnect|disconnects|disconnected|连接|接続',
  ),
  subject(
    ['音质', 'Sound', '音質'],
    'audio|bass|treble|sound quality|音质|低音|高音|音效|音質|重低音|the sound|sound is|sound was',
    'sound',
  ),
  subject(
    ['降噪', 'Noise cancelling', 'ノイズキャンセリング'],
    'noise cancelling|noise canceling|noise cancellation|anc|降噪|通透|噪音|ノイキャン|ノイズキャンセ|外音',
  ),
  subject(
    ['佩戴与舒适度', 'Fit and comfort', '着け心地'],
    'comfortable|comfort|uncomfortable|falls out|fall out|ear tips|佩戴|舒适|戴着|掉出来|夹耳|着け心地|装着感|フィット',
  ),
  subject(
    ['物流配送', 'Delivery', '配送'],
    'delivery|delivered|shipping|shipped|courier|parcel|package|tracking|物流|快递|发货|配送|送货|到货|派送|骑手|配達|配送|届かない|届くの|発送',
  ),
  subject(
    ['客服', 'Customer service', 'サポート対応'],
    'customer service|customer support|support chat|service desk|agent|helpline|call center|客服|售后|人工服务|サポート|問い合わせ|カスタマー|対応が|great service|good service|excellent service|amazing service|awesome service|poor service|bad service|terrible service|horrible service|awful service|worst service|support ticket|support team|tech support|representative|call centre|工单|走流程|在线客服|窓口',
  ),
  subject(
    ['退款与补偿', 'Refunds and compensation', '返金と補償'],
    'refund|refunded|compensation|compensate|money back|voucher|退款|退货|退钱|赔偿|补偿|返金|返品|補償|reimburse|reimbursed|reimbursement|chargeback|赔付|返金',
  ),
  subject(
    ['换货与保修', 'Replacements and warranty', '交換と保証'],
    'replacement|replaced|warranty|换货|换新|换盒|保修|延保|维修|返修|寄修|交換|保証|修理',
    'exchange',
  ),
  subject(
    ['价格', 'Price', '価格'],
    'price|pricing|expensive|cheap|overpriced|discount|on sale|value for money|价格|涨价|降价|性价比|优惠|太贵|便宜|差价|贵了|値段|価格|高すぎ|安い|セール|値下げ|コスパ|cost|costs|coupon|fare|fares|bargain|half price|原价|半价|二手价|涨了|打折|白菜价|激安|格安|中古|半額|値上げ',
  ),
  subject(
    ['外观与颜色', 'Looks and colour', '見た目と色'],
    'design|colour|color|gorgeous|颜色|颜值|外观|配色|薄荷|デザイン|ミント|色が|色も|mint green|mint colour|mint color',
    'mint',
  ),
  subject(
    ['做工与损坏', 'Build and breakage', '作りと故障'],
    'hinge|broke|broken|snapped|scratch|scratched|cracked|flimsy|合页|断裂|裂了|掉漆|做工|坏了|松了|鼓包|ヒンジ|壊れ|割れ|折れ|故障',
  ),
  subject(['广告', 'Advertising', '広告'], 'ads|advert|advertisement|popup|pop-up|广告|弹窗|広告'),
  subject(
    ['道歉与回应', 'The apology', '謝罪と説明'],
    'apology|apologies|apologise|apologize|道歉|公告|致歉|声明|回应|谢罪|謝罪|お詫び|公式の説明|道歉信|致歉信',
    'statement',
  ),
  subject(
    ['隐私', 'Privacy', 'プライバシー'],
    'privacy|tracking me|personal data|permissions|隐私|泄露|权限|个人信息|プライバシー|個人情報',
  ),
  subject(
    ['味道与品质', 'Taste', '味'],
    'taste|tasty|delicious|flavour|flavor|味道|好吃|难吃|口味|口感|新鲜|美味|おいしい|まずい|味が',
    'fresh',
  ),
  subject(['卫生与清洁', 'Cleanliness', '清潔さ'], 'dirty|filthy|clean|smell|smelly|卫生|干净|脏|异味|清潔|汚い|臭い'),
  subject(
    ['等待与排队', 'Waiting', '待ち時間'],
    'waiting|waited|on hold|queue|long line|hold time|排队|等了|等待|待ち時間|待たされ|行列',
  ),
  subject(
    ['延误与取消', 'Delays and cancellations', '遅延と欠航'],
    'delay|delayed|late flight|cancelled|canceled|cancellation|延误|晚点|取消|遅延|欠航|キャンセル|on time|on-time|late again|滞留|误点|遅れ|tarmac|runway|stranded|hours late|stuck on the plane|stuck on a plane|sitting on the plane|sitting on a plane|sitting on plane|stuck on plane|missed flight|missed my flight|missed our flight|missed connection|missed my connection|missing my connection|misconnect|de-icing|deicing|mechanical issue|mechanical problem',
  ),
  subject(['行李', 'Baggage', '手荷物'], 'baggage|luggage|suitcase|carry-on|行李|手荷物', 'bags|荷物'),
  subject(
    ['房间与住宿', 'The room', '部屋'],
    'bed|shower|房间|浴室|隔音|部屋|ベッド|the room|my room|our room|hotel room',
    'room|床',
  ),
  subject(
    ['服务人员', 'Staff', 'スタッフ'],
    'staff|crew|waiter|rude|friendly|attendant|服务态度|态度|服务员|前台|店员|スタッフ|店員|接客|pilot|pilots|stewardess|stewardesses|steward|gate agent|空姐|空乘|机长|司机|乗務員|運転手',
    'driver',
  ),
  subject(
    ['网站与应用', 'Website and app', 'サイトとアプリ'],
    'website|web site|webpage|app|apps|网站|网页|APP|小程序|客户端|サイト|アプリ|ウェブ',
  ),
  subject(
    ['预订与订单', 'Booking and orders', '予約と注文'],
    'booking|booked|rebook|rebooked|rebooking|reservation|reserve|checkout|confirmation|itinerary|预订|预约|订票|改签|订单|下单|予約|注文',
  ),
  subject(
    ['座位', 'Seats', '座席'],
    'seat|seats|seating|legroom|first class|boarding group|boarding order|early boarding|座位|选座|座椅|座席|シート',
  ),
  subject(
    ['餐饮', 'Food and drinks', '食事と飲み物'],
    'food|meal|meals|snack|snacks|drink|drinks|breakfast|lunch|dinner|餐食|饭菜|早餐|零食|饮料|食事|朝食|料理|飲み物',
  ),
  subject(
    ['会员与积分', 'Membership and points', '会員とポイント'],
    'miles|rewards|loyalty|membership|积分|里程|会员|ポイント|マイル|会員',
    'points',
  ),
  subject(
    ['网络', 'Internet access', 'ネット回線'],
    'wi-fi|wifi|internet|hotspot|signal|网速|信号|断网|网络|回線|電波',
  ),
  subject(['天气', 'Weather', '天候'], 'weather|storm|snow|天气|暴雨|大雪|台风|天候|台風'),
  subject(
    ['功能与设置', 'Features and settings', '機能と設定'],
    'feature|setting|settings|preset|equalizer|eq|spatial audio|功能|设置|预设|空间音频|機能|設定|イコライザ|空間オーディオ|head tracking|hearing profile|头部追踪',
  ),
];
