import type { ImportField } from '@moodline/sources/contract';

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Column names that say what a column holds, the best first; written without spaces, characters and capitals. */
export const NAMES: Readonly<Record<Exclude<ImportField, 'source'>, readonly string[]>> = {
  text: words(`
    评论内容 评论正文 评论文本 微博正文 微博中文内容 微博内容 微博内容摘要 博文内容 回复内容 弹幕内容 留言内容 帖子内容 笔记内容
    反馈内容 聊天内容 消息内容 正文 内容 文本 评论 弹幕 留言 评价内容 评价 初评内容 初评
    コメント本文 コメント内容 レビュー本文 レビュー内容 ツイート本文 投稿内容 本文 コメント ツイート レビュー 口コミ クチコミ 内容文
    fulltext commenttext commentbody commentcontent reviewtext reviewbody reviewcontent tweettext tweetcontent messagetext messagebody
    textoriginal text content contents comment comments body message tweet review reviews selftext textdisplay feedback verbatim
    reviewtextpublished posttext postcontent postmessage posts post caption description desc snippet kommentar bewertung rezension commentaire avis
    comentario comentário reseña opinion отзыв комментарий текст 리뷰 댓글 내용 후기 의견 التعليق تعليق summary ulasan komentar isi masukan bìnhluận nộidung đánhgiá yorum yorumlar komentarz recenzja opinie opmerking reactie kommentti recensione commento ความคิดเห็น รีวิว ข้อความ ข้อเสนอแนะ feedbacktext toelichting
    текстотзыва текстсообщения содержаниеотзыва 상품평 구매평 상품평내용 구매평내용 textodelareseña textodareseña textoavaliação`),
  title: words(`
    title reviewtitle reviewheadline reviewsummary headline subject summary commenttitle 标题 標題 评论标题 评价标题 タイトル
    レビュータイトル 評価タイトル 口コミタイトル クチコミタイトル 投稿タイトル 件名 点评标题 评测标题 主题 titel betreff objet oggetto asunto assunto titre titulo título заголовок 제목 judul tiêuđề başlık tytuł otsikko หัวข้อ ticketname ticketsubject casesubject`),
  publishedAt: words(`
    发布时间 评论时间 微博发布时间 发表时间 发帖时间 回复时间 评价时间 留言时间 提交时间 评论日期 发布日期 评价日期 发送时间 时间 日期 日期时间
    發佈時間 發布時間 時間 日期時間 投稿日時 投稿日 投稿時間 コメント日時 レビュー日 回答日時 作成日時 公開日 公開日時 送信日時 送信日 日時 日付
    publishedat publishedatdate createdat commentcreatedat commentedat tweetcreated createdutc createtime createdtime creationtime
    creationdate createdate createdatetime createtimeiso posttime postdate postedat posted postedon commenttime commentdate reviewdate
    reviewcreatedat reviewtime unixreviewtime reviewedat tweetdate
    completiontime publishtime publishdate publisheddate publishedtime published publicationdate pubdate datepublished datetimeutc datetime timestamp
    timeparsed when ctime created createddate date time at submittedat submissiontime submitdate submitteddate submissiondate datesubmitted responsedate responsetime responsedatetime respondedat answeredat answerdate 回答时间 答题时间 回答日 datecreated
    dateposted sentat messagedate timestampiso starttime completedat datum fecha data дата 날짜 작성일 작성일시 작성일자 등록일 등록일시 التاريخ تاريخ ts tanggal waktu ngày thờigian tarih dataopinii วันที่ วันเวลา เวลา ประทับเวลา 時間戳記 时间戳记 タイムスタンプ yearmonthday 年月日 年份月份日 jahrmonattag annéemoisjour anneemoisjour añomesdía anomesdia 년월일`),
  timeOfDay: words(
    `time clock timeofday hour 时间 時間 時刻 送信時刻 送信時間 时刻 钟点 uhrzeit zeit heure hora ora время 시간 posttime commenttime`,
  ),
  externalId: words(`
    评论id 微博id 弹幕id 留言id 消息id 点评id 反馈id 评价编号 评论编号 投诉编号 コメントid ツイートid レビューid idstr commentid tweetid reviewid statusid messageid rpid cid
    msgid rateid reviewrateid cmtid uniqid mid guid uuid externalid objectid recommendationid respondentid id ticketid casenumber caseid ticketnumber メッセージid 编号 評論id 评价id eventid reviewuuid responseid mentionid documentid resourceid postid 笔记id 帖子id 文章id 动态id 作品id 書き込み番号 口コミ番号 レビュー番号 投稿番号 投稿id 글번호 리뷰번호 리뷰글번호 댓글번호 상품평번호 구매평번호 후기번호 chatid conversationid`),
  author: words(`
    用户昵称 层主 评论者 评论人 评论用户 评价人 发送者 发送人 访客名称 顾客昵称 会员昵称 用户名 昵称 发布人 发布人账号 作者 用户 博主 买家 买家昵称 ユーザー名 ユーザー 投稿者名 投稿者 名前 作成者 発言者 発信者 回答者 送信者名 質問者 提问者 提问人 작성자id 작성자명 구매자id 구매자명 ニックネーム ハンドルネーム
    authorid userid authorchannelid authordisplayname authorname customername requestername requester handle screenname username nickname displayname login uname author customer user name
    reviewer reviewername consumername profilename sendernickname sendername reviewernickname authorusername buyername membername fullname fromname sender from by did fromid uniqueid 送信者 발신자 등록자 닉네임 아이디 구매자 commentername askername asker personname contactname respondentname submittername guestname guest visitorname commentauthor senderfullname postername pubkey имяпокупателя покупатель пользователь имя клиент autor auteur автор 작성자 nama namapembeli pembeli namapengguna pengguna ชื่อ ผู้ใช้`),
  engagement: words(`
    讚 讚數 按讚 按讚數 点赞数 点赞量 点赞 赞数 赞 获赞数 获赞 赞同数 赞同 喜欢数 點讚數 點讚 被赞数 有用数 有用 いいね数 いいね スキ スキ数 参考になった人数 参考人数 役に立った人数 有价值 认同数 推荐数 有帮助数 被认为有用 高評価数 高評価 役に立った 参考になった 参考になった数 役に立った数
    支持数 支持人数 亮了 点亮数 共感数 共感 likecount likescount likecounts likes like likedcount likedcounts liked favoritecount favouritecount favoritescount favouritescount
    favorites favourites favoritedcount thumbsupcount thumbsup upvotes upvotecount ups diggcount attitudescount votecount votesup
    votes usefulvotecount usefulcount helpful helpfulvotes helpfulvote positivefeedbackcount totalpositivefeedbackcount positivevotes helpfulcount helpfulvotecount useful usefulvote usefulvotes voteupcount voteup reactions reactioncount reactionscount
    reactionstotal engagement engagements totalengagement engagementcount numlikes nlikes likesnum applause hearts agreecount nicorucount score
    points upvotescount ratingusefulcount hilfreich nützlich gefällt gefälltmir jaime utile utiles megusta megustas curtidas útil полезно 좋아요 좋아요수 공감수 추천수 도움이돼요 도움돼요 도움이되었어요 إعجاب الإعجابات suka ถูกใจ beğeni helpfulyes votesyes 顶 votescount clapcount claps heartcount thankscount 感谢数 thanks 愛心數 爱心数 愛心 ナイスクチコミ ナイスクチコミ数 ナイス ナイス数 役に立った人数 вовлеченность вовлечённость лайки лайков нравится polubienia 공감 추천 도움수`),
  stars: words(`
    评分 評分 星級 星等 總評分 綜合評分 總體評分 評分星級 滿意度 星级 星数 评价星级 打分 評価 評価点 評点 点数 スコア 星 星評価 starrating ratingstar stars star starcount numstars rating reviewrating ratingvalue ratingstars userrating
    customerrating overallrating overall reviewstars reviewscore score 评价等级 评级 评等 总评分 综合评分 总体评分 总体评价 推荐度 満足度 総合評価 总分 我的评分 描述相符 商品评分 gesamtnote gesamtbewertung bubblerating yourrating myrating 総合満足度 おすすめ度 满意度 bewertungssterne sterne bewertung punktzahl note calificación puntuación valoración nota noteglobale valutazione оценка 별점 평점 만족도 satisfaction satisfactionscore csat csatscore nps npsscore npsrating surveyscore emotion التقييم تقييم calificacion puntuacion ratingstar penilaian peringkat bintang bintangulasan ster estrellas étoiles звёзды звезды 별 puan คะแนน điểm betyg arvosana waardering cijfer ocena 総合 総合点 ratingoverall ratingtotal`),
  recommended: words(
    `votedup recommended wouldyourecommend thumbs thumb feedbacktype isrecommended recommend recommends recommendation wouldrecommend 是否推荐 推荐 推荐与否 おすすめ 评价类型 评价结果 好中差评 rating feedbackrating rate`,
  ),
  version: words(`
    appversionname appversion imversion reviewedversion reviewcreatedversion reviewversion versionname version versionnumber softwareversion
    firmwareversion firmware releaseversion 应用版本 app版本 应用版本号 软件版本 客户端版本 固件版本 版本号 版本 版本名称 アプリバージョン アプリのバージョン
    ファームウェアバージョン バージョン バージョン番号 앱버전 버전`),
  permalink: words(`
    评论链接 微博链接 笔记链接 帖子链接 文章链接 原文链接 链接 网址 地址 リンク permalink htmlurl commenturl commentlink reviewurl reviewlink tweeturl twitterurl posturl url link
    href weburl permalinkurl messageurl apid ссылка lien enlace verknüpfung odkaz bağlantı 링크 ลิงก์ 連結 鏈接`),
  language: words(`语言 語言 言語 language lang languagecode reviewlanguage originallanguage 언어`),
  parentId: words(`
    父评论id 回复id 上级评论id 親コメントid 返信先id parentid parentcommentid inreplytostatusidstr inreplytostatusid inreplytoid
    inreplyto replyto replytoid replytomessageid repliestoid parentexternalid parent commentparent parentrpid quotedmessageid replytomsgid replytomessage 上级id 父级id 回复消息id 引用消息id replyid replycommentid replytocommentid targetcommentid parentmessageid parentpostid replytocomment inreplytocommentid path`),
};

/** Weaker hints than a whole name: how names of a column end. */
export const ENDINGS: Partial<Record<ImportField, RegExp>> = {
  text: /(?:内容|正文|评论|留言|摘要|文案|本文|리뷰|내용|댓글|후기|의견|意见|建议|感想|口コミ|クチコミ|コメント|レビュー|ツイート|text|content|comment|review|body|message|tweet|feedback|verbatim|(?:review|comment|post|note)desc(?:ription)?)$/u,
  // Not any address: that of a picture, a profile or a product stands beside it.
  permalink:
    /(?:review|comment|post|tweet|message|mention|detail|评论|评价|点评|帖子|详情|レビュー|口コミ|詳細|投稿)(?:page|ページ)?(?:url|uri|link|链接|鏈接|地址|リンク)$/u,
  author:
    /^(?!.*(?:repl|mention|quoted|retweet|parent|owner|seller|shop|store|agent|to_?user|被|父|回复|商家|店|客服)).*(?:screenname|nickname|username|displayname|昵称|暱稱|用户名|ユーザー名|닉네임)$/u,
  publishedAt:
    /(?:时间|時間|日期|日時|日付|投稿日|date|time|datetime|timestamp|createdat|publishedat|created|published|createdts|postedts|작성일시?|등록일시?|작성시간|등록시간|dateutc|timeutc|dategmt|utc)$/u,
  engagement:
    /(?:likes?|liked|좋아요|도움|공감|추천|favou?rites?|upvotes?|votesup|votesfor|reactions?|thumbsup|helpful|useful|赞|いいね)(?:counts?|s|num|number|total|数量?|量|次数|수)?$/u,
  recommended: /(?:recommend(?:ed|us|this|it|product)?|是否推荐|推荐吗)$/u,
  stars:
    /^fivestarrating|(?:starrating|stars|rating|평점|별점|星级|评分|评级|星級|評分|評點|点数)$|howlikely.*recommend|likelihoodtorecommend|(?:^|net)promoterscore|howsatisfied|howwouldyou(?:rate|score)|^rateyour|zufrieden|satisfait|satisfech[oa]|(?:你的|您的|votre|tu|su|deine?|ihre?)(?:note|calificación|评分|打分)|推荐.*(?:可能性|意愿)|[满滿]意(?:吗|嗎|度|程度)|満足(?:度|して)|おすすめ度|薦める可能性/u,
};

/** Columns that another tool made from the text, or that are about something else than the comment. */
export const NEVER: Partial<Record<ImportField, RegExp>> = {
  text: /(?:^|[\s_.])content_?map\.|(?:^|[\s_.])(?:tags|keywords|(?:street_?)?address)$|append_?(?:comment|ed)|after_?user|^cut$|分词|切词|token|segment|_cut$|clean|lemma|stemm|preprocess|processed|normali[sz]ed|translat|sentiment|label|情感|标签|reply_?(?:content|text)|repl(?:y|ies)$|replied|(?:卖家|商家|店家|商户|店铺|店主|掌柜|官方|品牌|酒店|老板|厂家|开发者|客服|管理员|ショップ|店舗|お店|オーナー|運営|開発元|ホテル)(?:的|から?の?|側の?)?(?:回复|答复|回应|解释|返信|返答|回答)|사장님|답글|답변|antwort|réponse|respuesta|resposta|risposta|ответ|追评|^(?:.*[\s_.])?(?:product|video|item|app|shop|store|business|page|channel|place|hotel|restaurant|survey|form|query|campaign|brand|store|sku)[\s_]?(?:name|title|type|desc(?:ription)?)$|(?:商品|视频|店铺|产品)(?:名称?|标题|描述|详情)|developer|owner|response|answer|quoted|retweeted|原微博|转发原|被转发|parent|hashtag|bio$|biography|signature|简介|签名|个性|url$|[_\s.]id$|^id$/iu,
  title: /video|product|article|page|item|商品|视频|作品|job|user|author|post_title|note_title|parent|商家|店/iu,
  publishedAt:
    /^thread_?ts$|append_?(?:comment|ed)|after_?user|追评|追加|crawl|scrap|fetch|update|modif|edit|insert|regist|join|birth|order|purchas|deliver|shipp|payment|paid|check-?_? ?(?:in|out)|visit|(?:^|[\s_.])stay|experience|下单|购买|付款|支付|订单|发货|签收|入住|离店|到店|消费时间|注文|購入|訪問|来店|利用日|宿泊|배송|주문|구매|방문|repl[iy]|retriev|download|export|import|last_?seen|member_?since|爬|抓取|采集|更新|修改|入库|注册|编辑|回复|生日|取得|(?:user|account|author|member|profile|channel|owner|person|people|customer|contact|respondent|reviewer|company|organi[sz]ation)[^.]*creat|creat[^.]*(?:user|account)/iu,
  engagement:
    /can_?like|user_?likes|dislike|down|unlike|^(?:is|has|am|i)_?(?:liked|like|helpful)|liked_?by|踩|反对|低評価/iu,
  permalink:
    /image|img|photo|pic(?:ture)?s?_|avatar|profile|user|author|member|product|item|shop|store|place|video|media|logo|图片|头像|主页|商品|用户|店铺|画像|商品ページ|ユーザー/iu,
  stars: /配送|物流|delivery|豆瓣|douban|imdb|count|num(?:ber)?_?of|total|average|avg|mean|数量|总(?!评|体|分)/iu,
};
