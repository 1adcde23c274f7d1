import { row, type TopicWords } from './topic-row';

/**
 * What people say of things (hot, late, rude) and things of many trades, as they call them day by day: English; Chinese; Japanese. A
 * question that names one of them means all words of its row; unlike the names of `topic-words.ts`, they do not tell by themselves that
 * they are the topic.
 */
const ROWS = `
hot to the touch|too hot|gets hot|burning hot; 烫|太热了|热死|热得|好热啊; 熱い|熱く|熱かった|熱すぎ
hurt|hurts|hurting|painful|sore|ache|aches; 疼痛|很疼|好疼|会疼|疼死|好痛|很痛|痛死; 痛い|痛く|痛かった|痛み|痛すぎ
too tight|pinches|pinching|clamping force|clamps; 夹头|夹耳朵|太紧了|勒得|夹得; 締め付け|締めつけ|側圧|きつい|キツい|キツく
fall out|falls out|fell out|falling out|fall off|falls off; 掉出来|掉下来|容易掉出|容易滑落|戴不住; 外れやすい|落ちやすい|抜け落ち|すぐ外れる|すぐ落ちる
loose|wobbly|wobble|wobbles|wobbling; 松动|松垮|晃动|晃来晃去; ぐらつき|ぐらつく|グラグラ|ぐらぐら|緩い|ガタつき
squeak|squeaks|squeaky|squeaking|creak|creaks|creaking|creaky; 嘎吱|吱吱响|吱呀|咯吱; きしみ|軋み|きしむ|軋む|ギシギシ
scratch|scratches|scratched|scuffs|scuffed; 划痕|刮痕|刮花|划伤|划花; 擦り傷|すり傷|傷がつ|傷が付|傷だらけ|キズ
cracked|crack|cracks|cracking; 开裂|裂开|裂痕|裂纹|裂缝; ひび割れ|ヒビ|ひびが|亀裂|割れた|割れて
broken|broke|stopped working|defective|faulty; 坏了|坏掉|故障|失灵|用坏; 壊れた|壊れて|壊れる|壊れやすい|故障|動かなくな
won't turn on|doesn't turn on|not turning on|won't power on; 开不了机|无法开机|不开机|开机不了; 電源が入らない|電源入らない|電源が入りません|起動しない
drains fast|drain|drains|draining|battery drain|dies quickly; 掉电|耗电|很费电|太费电; 減りが早い|減りが速い|電池の減り|バッテリーの減り|電池が減
won't charge|not charging|doesn't charge|stopped charging; 充不进电|充不上电|无法充电|不充电|充不了电; 充電できない|充電されない|充電できません|充電できなく
slow|slower|slowly|sluggish; 太慢|很慢|好慢|慢死|慢吞吞|速度慢; 遅い|遅すぎ|遅かった
stutter|stutters|stuttering|choppy|laggy; 卡顿|很卡|太卡|卡卡的|一卡一卡; カクつく|カクつき|カクカク|もたつく|もたつき
freezes|froze|freezing up|hangs|unresponsive; 卡死|死机|没反应; フリーズ|固まって|反応しない
drops out|dropouts|disconnects|disconnecting|disconnected; 断连|断断续续|掉线|断线|断开; 途切れ|接続が切れ|接続切れ|ブルートゥースが切れ|Bluetoothが切れ|プツプツ|ブツブツ切れ
won't connect|can't connect|cannot connect|not connecting; 连不上|连接不上|无法连接|连接不了; 接続できない|つながらない|繋がらない|繋がりません|接続できません
muffled|muffle|muffles; 声音闷|闷闷的|发闷; 音がこも|こもった音|くぐも|音が籠
can't hear|cannot hear|couldn't hear|hard to hear|inaudible; 听不清|听不见|听不到; 聞こえない|聞こえにくい|聞こえづらい|聞き取れない|聞き取りにくい
no sound|no audio; 没声音|没有声音|没声了; 音が出ない|音が鳴らない|音がしない|無音
one side only|only one side|one ear|one earbud; 单边|单耳|只有一边|单侧; 片耳|片側|片方だけ|片方しか|片方の
noisy|too loud|noise complaint; 很吵|太吵|吵闹|嘈杂|吵死|噪音大; うるさい|うるさく|うるさかった|騒音|騒がしい
hiss|hissing|static noise|buzzing|crackling|background noise; 杂音|电流声|底噪|沙沙声|滋滋声; 雑音|ホワイトノイズ|ノイズが乗|ノイズが入|ザーザー
wind noise; 风噪; 風切り音|風の音|風ノイズ
sound leakage|sound leak|leaks sound|sound leaks; 漏音; 音漏れ
smell|smells|smelly|smelled|odour|odor|stink|stinks; 气味|异味|臭味|难闻|怪味; 臭い|匂い|ニオイ|異臭|悪臭
dirty|filthy|grubby|unclean; 很脏|太脏|好脏|脏兮兮|脏乱|脏死; 汚い|汚れ|汚く|汚かった|不潔
clean|cleanliness|spotless|tidy; 干净|整洁|一尘不染; 清潔|きれいに掃除|掃除が行き届
cleaning|housekeeping; 打扫|保洁|清扫; 清掃|掃除
leak|leaks|leaking|leaky; 漏水|漏液|渗漏|渗水; 水漏れ|液漏れ|液だれ|水もれ
expensive|pricey|overpriced|costly; 太贵|很贵|好贵|昂贵|偏贵|死贵; 高価|割高|高額|値段が高い|価格が高い|お高い
cheap|cheaper|cheapest|inexpensive|affordable; 便宜|实惠|低价; 安い|安く|安かった|格安|お手頃|低価格
feels cheap|cheap feeling|plasticky|flimsy; 廉价感|塑料感; 安っぽい|安っぽく|チープ
paid more|overpaid|paid full price; 买贵|背刺|冤大头; 高値掴み|高値づかみ|高く買わ|高く買っ
worth the money|worth the price|worth buying|worth every penny; 值这个价|物有所值|物超所值|值得买|值得入手|不值; 値段に見合|値段相応|買う価値|買って損
ripped off|rip off|ripoff|rip-off|price gouging; 宰客|坑钱|被坑|割韭菜|被宰; ぼったくり|ボッタクリ|ぼったくら
scam|scams|scammed|scammer|scammers|fraud; 诈骗|骗子|骗钱|被骗|骗局; 詐欺|騙され|だまされ
fake|fakes|counterfeit|counterfeits|knockoff|not genuine; 假货|仿品|假冒|冒牌|山寨; 偽物|ニセモノ|にせもの|模造品|コピー品|偽ブランド
false advertising|misleading|misleading ads; 虚假宣传|夸大宣传|虚假广告; 誇大広告|虚偽広告|誇大表現|虚偽表示
second hand|second-hand|secondhand|used item; 二手货|二手的|当二手; 中古
missing parts|parts missing|missing pieces|missing part; 缺件|漏发|少配件|缺配件|少零件; 部品が足りない|部品不足|部品がない|付属品がない|付属していな
wrong item|wrong product|wrong order; 发错|寄错|送错; 商品違い|違う商品|別の商品|間違った商品|誤配送
not arrived|hasn't arrived|never arrived|didn't arrive; 没收到|还没到|未收到|没到货|没送到|迟迟不到; 届かない|届いてない|届いていない|届きません|届かず
lost parcel|lost package|lost in transit|lost in the mail; 丢件|包裹丢|寄丢|快递丢; 荷物が紛失|荷物紛失|配送中に紛失|荷物が行方不明
damaged|damage|damages; 破损|损坏|压坏|受损|摔坏; 破損|損傷|ダメージ
defect|defects|flaw|flaws; 瑕疵|残次品; 不良品|欠陥
no reply|no response|never replied|didn't reply|not responding; 不回复|没回复|没人回|没有回复|不理人|已读不回; 返事がない|返信がない|返事が来ない|返信が来ない|返信なし
can't get through|no one answers|nobody answers|no answer; 打不通|没人接|无人接听|打不进; 電話がつながらない|電話が繋がらない|電話に出ない
chatbot|chat bot|automated reply|automated response; 机器人客服|智能客服|自动回复; チャットボット|自動応答|自動返信
attitude|attitudes; 态度; 態度
rude|rudeness|impolite|disrespectful; 没礼貌|态度差|态度恶劣|不礼貌|态度不好; 失礼な|失礼だ|無愛想|態度が悪い|感じが悪い|横柄
friendly|welcoming|polite|courteous|friendliness; 热情|友好|亲切|态度好|彬彬有礼; 親切|感じが良い|感じがいい|感じの良い|フレンドリー|愛想が良い
queue|queues|queuing|waiting time|wait time|long wait|long line; 排队|等待时间|等位|等了很久|等很久|排长队; 待ち時間|行列|待たされ|順番待ち|長蛇の列
complaint|complaints|complained|complaining; 投诉; 苦情|クレーム
refused refund|no refund|won't refund|refuse to refund; 拒绝退款|不退款|不给退|不退钱; 返金拒否|返金されない|返金してくれない|返金不可|返金に応じ
hidden fees|hidden fee|hidden costs|hidden charges|extra charges; 隐形收费|乱收费|额外收费|隐形消费|隐藏费用; 追加料金|隠れた料金|余計な料金|隠れコスト
fee|fees|handling fee; 手续费; 手数料
charged twice|overcharged|double charged|unauthorised charge; 重复扣款|多扣|乱扣费|扣错|多收钱; 二重請求|過剰請求|二重引き落とし|勝手に請求|不正請求
shipping cost|shipping costs|shipping fee|postage|delivery fee; 运费|邮费|配送费; 送料
tracking number|tracking info|parcel tracking; 物流信息|快递单号|运单号|物流单号; 追跡番号|荷物追跡|配送状況|追跡情報
address|addresses; 地址; 住所|お届け先
parcel|parcels|package|packages; 包裹; 宅配便|宅配物|届いた荷物
delivery driver|delivery man|delivery guy|postman|mailman; 快递员|送货员|快递小哥|外卖员|骑手; 配達員|配達の人|配送員|配送ドライバー
shop|shops|store|stores; 门店|店铺|实体店; 店舗|ショップ|お店
out of stock|sold out|restock|restocked; 缺货|断货|售罄|没货|卖完; 在庫切れ|品切れ|売り切れ|売切れ|欠品
orders|ordered|ordering|my order; 订单|下单; 注文|オーダー
coupon|coupons|voucher|vouchers|promo code|discount code; 优惠券|代金券|优惠码|抵用券; クーポン|割引券|バウチャー
gift|gifts; 礼物|送礼|礼品; プレゼント|ギフト|贈り物
freebie|freebies|free gift|free gifts; 赠品; ノベルティ|オマケ|おまけが|おまけの
points|reward points|loyalty points; 积分; ポイント還元|ポイント付与|ポイントが付|ポイントが貯|ポイントカード
membership|memberships|member|members; 会员; 会員|メンバーシップ
invoice|invoices|receipt|receipts; 发票|开票; 領収書|領収証|レシート|インボイス
bill|bills|billing; 账单|帐单; 請求書|請求明細|利用明細
trial|trials|free trial; 试用; 無料体験|お試し|トライアル|体験版
renewal|renewals|auto-renewal|auto renewal|auto-renew; 续订|自动续费|自动扣费; 契約更新|自動継続|継続課金|自動課金
unsubscribe|unsubscribed|unsubscribing|cancel subscription; 取消订阅|取消续费|退订阅; 解約|退会|配信停止
hard to find|can't find|cannot find|couldn't find; 找不到|难找|不好找; 見つからない|見つけにくい|見つけづらい|見当たらない|見つかりません
confusing|confused|complicated|hard to understand; 看不懂|复杂|搞不懂|难懂|弄不明白; わかりにくい|分かりにくい|わかりづらい|分かりづらい|ややこしい|複雑
ease of use|easy to use|hard to use|user friendly|usability; 易用性|好用|难用|简单易用; 使いやすさ|使いやすい|使いにくい|使いづらい|使い勝手
lost settings|settings lost|settings reset|settings disappear; 设置丢失|设置重置|设置没了|设置被重置; 設定が消え|設定がリセット|設定が初期化|設定が戻
automatic update|automatic updates|auto update|forced update; 自动更新|强制更新|自动升级|强制升级; 自動アップデート|強制アップデート|強制更新|自動更新|勝手に更新
dizzy|dizziness|lightheaded|vertigo; 头晕|眩晕|发晕; めまい|目まい|目眩|クラクラ|ふらつき
nausea|nauseous|nauseated|queasy; 反胃|犯恶心|恶心想吐; 吐き気|吐きそう
headache|headaches; 头痛|头疼; 頭痛|頭が痛い|頭が痛く
beautiful|gorgeous|good-looking|good looking|stylish; 好看|漂亮|美观|颜值高; おしゃれ|オシャレ|美しい|見た目が良い|見た目がいい|お洒落
cute|adorable; 可爱|很萌|太萌|好萌; 可愛い|かわいい|カワイイ|可愛く|可愛すぎ
ugly|hideous|unsightly; 丑陋|很丑|太丑|好丑|丑死|真丑|太难看; ダサい|ダサく|ダサすぎ|不格好|見た目が悪い|醜い
heavy|heavier|too heavy; 笨重|太重了|沉甸甸|有点重|挺重的|太沉了; 重い|重く|重すぎ|重たい|重かった
lightweight|very light|so light|super light|featherlight; 轻便|轻巧|轻盈; 軽い|軽量|軽さ|軽くて|軽かった
weight|weighs; 重量; 重さ|重量
sturdy|durable|durability|robust|well built; 耐用|结实|牢固|坚固; 頑丈|耐久性|壊れにくい|がっしり
itchy|itch|itches|itching; 发痒|很痒|好痒|瘙痒|痒死; かゆい|痒い|かゆく|痒く|かゆみ|痒み
allergic|allergy|allergies; 过敏; アレルギー
rash|rashes; 红疹|起疹|皮疹; 発疹|かぶれ
fragrance|scent|scented; 香味|香气; 香り|フレグランス
sweaty|sweat|sweating; 出汗|闷汗|流汗|捂汗; 蒸れる|蒸れて|ムレる|汗をか|汗だく
cold|chilly|freezing cold; 寒冷|太冷了|冷死|冻死|冻得; 寒い|寒く|寒かった|寒すぎ|冷たい
air conditioning|air conditioner|aircon; 空调; エアコン|空調|クーラー|冷房
sweet|too sweet|sweetness|sugary; 太甜|很甜|好甜|甜腻|甜度; 甘い|甘すぎ|甘さ|甘ったるい|甘く
salty|too salty|saltiness; 太咸|很咸|好咸|咸死|偏咸; しょっぱい|塩辛い|しょっぱく|しょっぱすぎ|塩っぱい
spicy|too spicy|spiciness; 太辣|很辣|好辣|辣度|麻辣; 激辛|スパイシー|ピリ辛|辛味
bland|tasteless|flavourless|flavorless; 没味道|没有味道|寡淡|没什么味; 味が薄い|味がしない|薄味|味気ない|味が薄く
stale|not fresh|spoiled|gone off|rotten; 不新鲜|变质|变味|馊; 腐って|腐った|鮮度が悪い|鮮度が落ち|新鮮じゃない
expired|expiry date|best before|expiration date; 过期|保质期|临期; 賞味期限|消費期限|期限切れ|使用期限
mould|mouldy|mold|moldy|mildew; 发霉|霉味|霉斑|长霉; カビ
delicious|tasty|yummy; 好吃|好喝; 美味しい|おいしい|美味しかった|おいしかった|旨い
tastes bad|inedible|yucky|tasted bad; 难吃|难喝; 不味い|マズい|不味かった|美味しくない|おいしくない
portion|portions|portion size|serving size; 份量|分量; 量が少な|大盛り|分量
ingredient|ingredients; 成分|配料; 成分|原材料
food|meal|meals|dishes; 菜品|饭菜|餐食|食物; 料理|食事|食べ物
menu|menus; 菜单; メニュー
food delivery; 外卖; デリバリー|出前を|出前の|出前館
atmosphere|ambience|ambiance|vibe; 氛围|气氛; 雰囲気
crowded|overcrowded|too many people; 拥挤|人太多|人挤人|爆满|人山人海; 混雑|混んで|混んだ|混み合|満員|激混み
cockroach|cockroaches|roaches; 蟑螂; ゴキブリ
checkout|cash register|cashier|cashiers; 收银|结账|结帐; レジ待ち|レジで|レジに|お会計
parking|car park|parking lot|parking space; 停车|车位; 駐車|パーキング
booking|bookings|booked|reservation|reservations; 预订|预定|订位|订房; 予約
check-in|check in|checked in|checking in; 办理入住|入住手续|值机; チェックイン
check-out|checking out|checked out|late checkout; 退房; チェックアウト
front desk|receptionist|receptionists|reception desk; 前台; 受付|フロントスタッフ|フロントの方
wi-fi|wifi|wireless internet; 无线网; ワイファイ|無線LAN
signal|mobile reception|phone reception; 信号; 電波|圏外
pillow|pillows; 枕头; 枕|ピロー
bed|beds|mattress|mattresses; 床垫|床铺; ベッド|マットレス
towel|towels; 毛巾|浴巾; タオル
toilet|toilets|restroom|restrooms|washroom; 厕所|卫生间|洗手间; トイレ|お手洗い
shower|showers; 淋浴|花洒; シャワー
elevator|elevators; 电梯; エレベーター
scenery|nice view|great view|the view; 景色|风景|景观; 景色|眺め|眺望
soundproofing|soundproof|thin walls|sound insulation; 隔音; 防音|遮音|壁が薄い
facilities|facility|amenities; 设施; 施設|設備が|設備も|設備の
case|cases; 盒子|耳机盒|耳机仓; ケース
lid|lids; 盖子|上盖|盒盖; フタ|蓋が|蓋の|蓋を
cable|cables|charging cable|charging cord; 数据线|充电线|线材; ケーブル|充電コード
screen|screens|display|displays; 屏幕|显示屏; 画面|ディスプレイ|スクリーン
button|buttons; 按键|按钮; ボタン
touch control|touch controls|touch panel|touchpad|tap controls; 触控|触摸; タッチ操作|タッチセンサー|タッチパネル|タッチコントロール
ear tips|ear tip|eartips|eartip; 耳塞套|硅胶套|耳帽; イヤーピース|イヤピ|イヤーチップ
ear pads|earpads|ear cushions|ear cups|earcups; 耳罩|耳垫; イヤーパッド|イヤパッド|イヤーカップ
strap|straps|watch band|wristband; 表带|腕带; ストラップ|リストバンド|時計バンド
manual|manuals|instructions|user guide; 说明书|使用说明|使用手册; 説明書|取説|マニュアル
accessory|accessories; 配件; 付属品|アクセサリー
voice prompt|voice prompts|beep|beeps; 提示音|语音提示; 音声ガイダンス|音声ガイド|操作音
transparency mode|ambient mode|ambient sound|passthrough; 通透模式|环境音; 外音取り込み|アンビエント
head tracking|head-tracking; 头部追踪|头部跟踪; ヘッドトラッキング
equaliser|equalizer|eq; 均衡器; イコライザー
preset|presets; 预设; プリセット
calls|phone call|phone calls|call quality; 通话|打电话; 通話|電話
water resistance|waterproof|water resistant|sweatproof; 防水; 防水|耐水|防滴
phone|phones|smartphone|smartphones; 手机; スマホ|スマートフォン
compatible|compatibility|incompatible; 兼容; 互換性|対応機種|非対応
caught fire|catches fire|explode|exploded|explosion; 起火|着火|爆炸|冒烟|自燃; 発火|爆発|発煙|煙が出
commuting|commute|commuter|commuters; 通勤|上下班|地铁上|挤地铁; 通勤|電車内|電車の中|電車で
sleep|sleeping|slept|bedtime; 睡觉|侧睡|入睡|睡眠; 睡眠|寝ながら|寝る時|寝るとき|就寝|寝ホン
glasses|eyeglasses|spectacles; 眼镜; メガネ|眼鏡|めがね
sport|sports|workout|workouts|exercising; 运动|锻炼; 運動|スポーツ|ワークアウト
running|jogging; 跑步|慢跑; ランニング|ジョギング
gaming|game|games|video game; 游戏|电竞; ゲーム|ゲーミング
beta|betas|beta version; 测试版|内测|公测; ベータ版|ベータテスト|β版
release notes|changelog|patch notes; 更新日志|更新说明|更新内容; リリースノート|更新履歴|パッチノート|更新内容
setting|settings|preferences; 设置|设定; 設定
reset|resets|factory reset; 重置|恢复出厂; 初期化|リセットす|リセットし|リセットさ
sync|syncs|syncing|synced; 同步; 同期でき|同期され|同期しない|同期が
feature|features|functionality; 功能; 機能
account|accounts; 账号|账户|帐号|帐户; アカウント
account suspended|account locked|account banned|banned; 封号|账号被封|账号冻结; アカウント停止|アカウント凍結|垢バン
password|passwords|passcode; 密码; パスワード|暗証番号
can't log in|cannot log in|can't login|locked out|can't sign in; 登不上|登录不了|无法登录|登不进; ログインできない|ログインできません|ログインできなく
won't open|doesn't open|can't open; 打不开; 開けない|開かない|開きません
loading|not loading|won't load; 加载|转圈圈; 読み込み|読み込めない|ロード時間
error|errors|error message; 报错|出错; エラー
notification|notifications; 通知|推送; 通知
language|languages; 语言; 言語
translation|translations|translated; 翻译|汉化; 翻訳
accessibility; 无障碍; アクセシビリティ|バリアフリー
cheater|cheaters|cheating|hackers; 外挂|开挂|作弊; チーター|チート
server|servers; 服务器; サーバー
in-app purchase|in-app purchases|microtransactions|pay to win; 氪金|内购|逼氪; 課金
courses|the course|this course|lesson|lessons|curriculum; 课程|网课|上课; 授業|講座|レッスン|カリキュラム
homework; 家庭作业|写作业|做作业|交作业|课后作业|作业太多|功课; 宿題
teacher|teachers|tutor|tutors; 老师|教师|讲师; 教師|講師|教員
exam|exams|examination|examinations; 考试|期末考|模考; 試験|期末テスト|模試
doctor|doctors|physician|physicians; 医生|大夫|医师; 医師|医者|ドクター
appointment|appointments; 预约|挂号|约号; 診察予約|診療予約|予約枠
treatment|treatments; 治疗; 治療
insurance|insurer|insured; 保险; 保険
bank transfer|bank transfers|wire transfer|money transfer; 转账|汇款; 振込|振り込み|海外送金|送金し|送金で
withdrawal|withdrawals|withdraw; 提现|取款|取钱; 現金引き出し|引き出せ|出金でき|出金申請
fare|fares|airfare; 票价|打车费|乘车费; 運賃|乗車料金|タクシー代
ticket|tickets; 车票|机票|门票; チケット|切符|乗車券|航空券
driver|drivers|taxi driver; 司机|驾驶员; 運転手|運転士|ドライバーさん
route|routes; 路线|线路; 経路|路線|ルートが|ルートを|ルートの
flight|flights; 航班|班机; フライト
legroom|leg room|seat pitch; 腿部空间|座位间距|座椅间距; シートピッチ|足元が狭|足元スペース|足元の広さ
cabin crew|flight attendant|flight attendants|stewardess; 空姐|空乘|乘务员; 客室乗務員|キャビンアテンダント
in-flight meal|inflight meal|airline food|plane food; 飞机餐|航空餐; 機内食
gym|gyms|fitness centre|fitness center; 健身房; ジム|フィットネスクラブ
personal trainer|trainer|instructor|instructors; 教练|私教; トレーナー|インストラクター|コーチ
fabric|fabrics; 面料|布料; 布地|生地が|生地の|生地は|生地感
shrink|shrinks|shrank|shrunk; 缩水; 縮んだ|縮む|縮んで|縮み
colour fading|faded|fading|color bleeding|colour bleed; 掉色|褪色; 色落ち|色あせ|色褪せ
shoe|shoes|sneakers; 鞋子|球鞋|运动鞋; スニーカー|シューズ|靴が|靴の|靴は
too small|runs small|smaller than expected; 偏小|太小了|尺码小|小了一号; 小さすぎ|小さめ|サイズが小さ
too big|too large|runs large|runs big; 偏大|太大了|尺码大|大了一号; 大きすぎ|大きめ|サイズが大き
`;

export const EVERYDAY_TOPICS: readonly TopicWords[] = ROWS.trim()
  .split('\n')
  .map((line) => {
    const [en = '', zh = '', ja = ''] = line.split('; ');
    return row(en, zh, ja);
  });
