const list = (words: string) =>
  `ARRAY[${words
    .split('|')
    .map((word) => `'${word.replaceAll("'", "''")}'`)
    .join(',')}]`;

const SUBJECTS = {
  zh: list(
    '这个耳机|续航|音质|客服|物流|包装|充电盒|屏幕|手机壳|价格|这次更新|降噪效果|麦克风|连接速度|外观|做工|性价比|新款手环|蓝牙|说明书|售后|快递小哥|活动价格|电池|摄像头|系统|扫地机器人|洗碗机|空气炸锅|门店服务|会员积分|优惠券|退货流程|安装师傅|赠品|颜色|尺寸|重量|散热|指纹解锁',
  ),
  en: list(
    'the battery|the case|customer support|the delivery|this update|noise cancelling|the screen|the price|the app|the microphone|the strap|the packaging|the warranty|the camera|the sound|the store staff|the charging cable|the refund|the colour|the build quality|the manual|bluetooth|the new model|the robot vacuum|the heart rate sensor|the subscription|the website|the checkout|the coupon|the hinge',
  ),
  ja: list(
    'バッテリー|音質|サポート|配送|アップデート|ノイズキャンセリング|画面|値段|アプリ|マイク|ケース|梱包|保証|カメラ|店員さん|充電ケーブル|返金|色|作り|説明書|接続|新モデル|掃除ロボット|定期便',
  ),
};
const PREDICATES = {
  zh: list(
    '真的很不错|太差了|比上一代好很多|用了三天就坏了|一般般吧|完全不值这个价|超出预期|有点失望|非常满意|经常断开|反应很慢|等了两个星期才到|态度特别好|没有人回复|推荐大家购买|再也不买了|还可以|跟描述的一样|跟图片不一样|声音很清楚|掉电特别快|已经申请退款|值得入手|坏了也没人管|简直是惊喜|和朋友推荐的一样好|需要改进|总是提示错误|让人放心|不太习惯',
  ),
  en: list(
    'is great|is terrible|is much better than before|broke after three days|is okay i guess|is not worth the money|exceeded my expectations|is a bit disappointing|keeps disconnecting|is very slow|took two weeks|was really friendly|never answered|works as described|looks different from the pictures|is crystal clear|drains too fast|deserves five stars|should be improved|shows an error every time|is what i needed|is fine|makes me happy|is overpriced|got worse after the update',
  ),
  ja: list(
    'がとても良い|がひどい|は前より良くなった|が三日で壊れた|は普通です|は値段に見合わない|は期待以上でした|は少し残念|がよく切れる|が遅い|に二週間かかった|がとても親切だった|から返事が来ない|は説明通り|は写真と違う|がはっきり聞こえる|の減りが早い|は買ってよかった|は改善してほしい|でエラーが出る',
  ),
};
/** Short texts that many people write; the first comment with one leads the group of its copies. */
const STOCK = list(
  '好|666|👍|不错|沙发|前排|哈哈哈哈|支持|已买|加油|太贵了|真香|一般|差评|好评|路过|顶|nice|first|lol|great|love it|so bad|me too|same here|wow|ok|いいね|最高|草|高い|欲しい|買った|ありがとう|すごい|😂😂😂|❤️|……|求链接|坐等发货|什么时候补货|已经退货了|still waiting|thanks|not bad|where to buy|打卡|路转粉|拔草了|种草了',
);

/** Tables of clauses that texts are put together from. Rarer words come of {@link RARE_WORD}. */
export const CLAUSES = `
  CREATE TABLE scale_clause (language text, n int, text text, PRIMARY KEY (language, n));
  ${(['zh', 'en', 'ja'] as const)
    .map(
      (language) => `INSERT INTO scale_clause
        SELECT '${language}', row_number() OVER () - 1, subject || '${language === 'en' ? ' ' : ''}' || predicate
        FROM unnest(${SUBJECTS[language]}) subject, unnest(${PREDICATES[language]}) predicate;`,
    )
    .join('\n')}
  CREATE TABLE scale_stock (n int PRIMARY KEY, text text);
  INSERT INTO scale_stock SELECT ordinality - 1, text FROM unnest(${STOCK}) WITH ORDINALITY AS stock(text, ordinality);`;
