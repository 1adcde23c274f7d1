import { encode } from 'iconv-lite';
import { expectHeld, lines, type Expected } from './read-export';

/** The times of both rows of each file. */
const D = ['2026-03-01T10:00Z', '2026-03-02T18:30Z'];
const [FIRST, SECOND] = [1772359200, 1772476200];

/** Both rows of a file, as people wrote them. */
const [BROKE, FINE] = ['The hinge broke on day two', 'Mine is fine so far'];
const TEXTS = [BROKE, FINE];
const TEXTS_ZH = ['买了两个都闪，退了', '我家用了一年没毛病'];

describe('tables of listening tools, desks, shops and boards', () => {
  it.each<[string, string | Buffer, Expected, { timeZone?: string }?]>([
    [
      'Meltwater, UTF-16 with tabs: Hit Sentence, 01-Mar-2026 10:00AM',
      encode(
        lines(
          'Date\tHeadline\tURL\tOpening Text\tHit Sentence\tSource\tInfluencer\tCountry\tLanguage\tReach\tEngagement\tSentiment\tKey Phrases\tInput Name\tKeywords\tTwitter Screen Name\tDocument ID',
          `01-Mar-2026 10:00AM\t\thttps://x.example/ann/status/1\t\t${TEXTS[0]}\tX\t@ann_l\tUnited States\tEnglish\t1200\t14\tNegative\thinge\tLamps\tlamp\tann_l\tdoc1`,
          `02-Mar-2026 06:30PM\t\thttps://x.example/bob/status/2\t\t${TEXTS[1]}\tX\t@bob_r\tUnited States\tEnglish\t90\t0\tNeutral\t\tLamps\tlamp\tbob_r\tdoc2`,
        ),
        'utf-16le',
        { addBOM: true },
      ),
      {
        texts: TEXTS,
        times: D,
        likes: [14, 0],
        externalIds: ['doc1', 'doc2'],
        links: ['https://x.example/ann/status/1', 'https://x.example/bob/status/2'],
      },
    ],
    [
      'Sprout Social inbox',
      lines(
        'Timestamp (ET),Message ID,Network,Profile,From,Direction,Message Type,Message,Permalink,Tags,Completed By,Completed At (ET)',
        `2026-03-01 05:00:00,m1,Facebook,Acme Lamps,Ann Lee,Received,Comment,${TEXTS[0]},https://f.example/1,defect,Kim,2026-03-01 06:00:00`,
        `2026-03-02 13:30:00,m2,Instagram,acmelamps,bob.ray,Received,Comment,${TEXTS[1]},https://f.example/2,,,`,
      ),
      {
        texts: TEXTS,
        times: D,
        externalIds: ['m1', 'm2'],
        authors: ['Ann Lee', 'bob.ray'],
        links: ['https://f.example/1', 'https://f.example/2'],
      },
    ],
    [
      'Alchemer',
      lines(
        'Response ID,Time Started,Date Submitted,Status,Contact ID,Legacy Comments,Comments,Language,Referer,SessionID,User Agent,IP Address,Longitude,Latitude,Country,City,How satisfied are you with the lamp?,What could we do better?',
        `11,"Mar 01, 2026 9:55:10 AM","Mar 01, 2026 10:00:00 AM",Complete,,,,English,,s1,Mozilla/5.0,10.0.0.1,1.1,2.2,France,Paris,2,${TEXTS[0]}`,
        `12,"Mar 02, 2026 6:22:10 PM","Mar 02, 2026 6:30:00 PM",Complete,,,,English,,s2,Mozilla/5.0,10.0.0.2,1.1,2.2,France,Lyon,5,${TEXTS[1]}`,
      ),
      { texts: TEXTS, times: D, externalIds: ['11', '12'], stars: [2, 5] },
    ],
    [
      'Okendo',
      lines(
        'review_id,product_name,product_handle,rating,title,body,date_created,status,reviewer_name,reviewer_email,verified,is_recommended,helpful_count,unhelpful_count,reply,reply_date_created',
        `ok1,Desk lamp,desk-lamp,2,Returned,${TEXTS[0]},2026-03-01T10:00:00.000Z,approved,Ann L.,ann@x.example,true,false,3,1,Sorry to hear that,2026-03-04T10:00:00.000Z`,
        `ok2,Desk lamp,desk-lamp,5,Happy,${TEXTS[1]},2026-03-02T18:30:00.000Z,approved,Bob R.,bob@x.example,true,true,0,0,,`,
      ),
      {
        texts: [`Returned\n\n${TEXTS[0]}`, `Happy\n\n${TEXTS[1]}`],
        times: D,
        stars: [2, 5],
        likes: [3, 0],
        recommended: [false, true],
        externalIds: ['ok1', 'ok2'],
        authors: ['Ann L.', 'Bob R.'],
      },
    ],
    [
      'Hotjar feedback',
      lines(
        'Number,User,Date Submitted,Country,Source URL,Device,Browser,OS,Hotjar User ID,Emotion (1-5),Message,Email',
        `1,u-aa,2026-03-01 10:00:00,France,https://shop.example/lamp,desktop,Chrome 140,Windows 11,h1,2,${TEXTS[0]},`,
        `2,u-bb,2026-03-02 18:30:00,Spain,https://shop.example/lamp,mobile,Safari 19,iOS,h2,5,${TEXTS[1]},bob@x.example`,
      ),
      { texts: TEXTS, times: D, stars: [2, 5] },
    ],
    [
      'Canny posts',
      lines(
        'id,title,details,author name,author email,author id,created,status,votes,comment count,board,category,url,eta,owner',
        `c1,Stronger hinge,${TEXTS[0]},Ann,ann@x.example,a1,2026-03-01T10:00:00.000Z,open,41,3,Lamps,,https://canny.example/p/c1,,Kim`,
        `c2,Keep it,${TEXTS[1]},Bob,bob@x.example,a2,2026-03-02T18:30:00.000Z,open,2,0,Lamps,,https://canny.example/p/c2,,Kim`,
      ),
      {
        texts: [`Stronger hinge\n\n${TEXTS[0]}`, `Keep it\n\n${TEXTS[1]}`],
        times: D,
        likes: [41, 2],
        externalIds: ['c1', 'c2'],
        links: ['https://canny.example/p/c1', 'https://canny.example/p/c2'],
      },
    ],
    [
      'Viber desktop: no header, day and clock',
      lines(
        `01/03/2026,10:00:00,Ann,+33612345678,${TEXTS[0]}`,
        `02/03/2026,18:30:00,Bob,+33687654321,${TEXTS[1]}`,
        '13/03/2026,18:31:00,Ann,+33612345678,Then I was unlucky',
      ),
      {
        texts: [...TEXTS, 'Then I was unlucky'],
        times: [...D, '2026-03-13T18:31Z'],
      },
    ],
    [
      'Wildberries: Достоинства, Недостатки, Ответ продавца',
      lines(
        'Дата;Артикул WB;Бренд;Оценка;Текст отзыва;Достоинства;Недостатки;Имя покупателя;Ответ продавца',
        '01.03.2026 13:00;123;Лампа;2;Сломалась на второй день;;Шарнир;Аня;Здравствуйте, Аня! Приносим извинения',
        '02.03.2026 21:30;123;Лампа;5;Светит отлично;Тихая;;Борис;',
      ),
      {
        texts: ['Сломалась на второй день\n\nШарнир', 'Светит отлично\n\nТихая'],
        times: D,
        stars: [2, 5],
        authors: ['Аня', 'Борис'],
      },
      { timeZone: 'Europe/Moscow' },
    ],
    [
      '东方财富股吧: 评论 is a number, the title is what was written',
      lines(
        '阅读,评论,标题,作者,发帖时间,链接',
        `1204,3,${TEXTS_ZH[0]},小安,2026-03-01 18:00:00,https://guba.example/1`,
        `88,0,${TEXTS_ZH[1]},波波,2026-03-03 02:30:00,https://guba.example/2`,
      ),
      {
        texts: TEXTS_ZH,
        times: D,
        authors: ['小安', '波波'],
        links: ['https://guba.example/1', 'https://guba.example/2'],
      },
      { timeZone: 'Asia/Shanghai' },
    ],
    [
      '5ch dat: <> between the fields, Shift_JIS',
      encode(
        lines(
          'ランプさん<>sage<>2026/03/01(日) 19:00:00.12 ID:abcd1234<> 二日で壊れた <br> 返品したい <>【灯】ランプ総合 3',
          'ランプさん<>sage<>2026/03/03(火) 03:30:00.50 ID:efgh5678<> <a href="../test/read.cgi/lamp/1/1">&gt;&gt;1</a> <br> うちのは平気 <>',
        ),
        'shift_jis',
      ),
      {
        texts: ['二日で壊れた\n返品したい', '>>1\nうちのは平気'],
        times: ['2026-03-01T10:00:00.120Z', '2026-03-02T18:30:00.500Z'],
      },
      { timeZone: 'Asia/Tokyo' },
    ],
    [
      '汽车之家口碑: 最满意, 最不满意',
      lines(
        '用户名,车型,购买时间,裸车价,空间,动力,最满意,最不满意,发表时间,点赞数',
        '小安,灯塔 2026款,2025-12,12.98,4,3,空间大，坐着舒服,车机老是卡死,2026-03-01,12',
        '波波,灯塔 2026款,2026-01,13.50,5,5,省油，提速快,暂时没发现,2026-03-02,0',
      ),
      {
        texts: ['空间大，坐着舒服\n\n车机老是卡死', '省油，提速快\n\n暂时没发现'],
        times: ['2026-02-28T16:00Z', '2026-03-01T16:00Z'],
        likes: [12, 0],
        authors: ['小安', '波波'],
      },
      { timeZone: 'Asia/Shanghai' },
    ],
    [
      '问卷星: 填空题, 所用时间 and IP beside',
      lines(
        '序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您对台灯的总体满意度？,2、请留下您的建议：',
        `1,2026/3/1 18:00:00,62秒,微信,N/A,10.0.0.1(上海),2,${TEXTS_ZH[0]}`,
        `2,2026/3/3 2:30:00,48秒,链接,https://x.example,10.0.0.2(北京),5,${TEXTS_ZH[1]}`,
      ),
      { texts: TEXTS_ZH, times: D, stars: [2, 5] },
      { timeZone: 'Asia/Shanghai' },
    ],
    [
      'Inside Airbnb: comments with line breaks',
      lines(
        'listing_id,id,date,reviewer_id,reviewer_name,comments',
        `2818,1191,2026-03-01,10952,Ann,"${TEXTS[0]}<br/>and the host was away"`,
        `2818,1771,2026-03-02,12798,Bob,"${TEXTS[1]}"`,
      ),
      {
        texts: [`${TEXTS[0]}\nand the host was away`, FINE],
        times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'],
        externalIds: ['1191', '1771'],
      },
    ],
    [
      'WordPress comments by phpMyAdmin: GMT beside local time, spam among them',
      lines(
        '"comment_ID","comment_post_ID","comment_author","comment_author_email","comment_author_url","comment_author_IP","comment_date","comment_date_gmt","comment_content","comment_karma","comment_approved","comment_agent","comment_type","comment_parent","user_id"',
        `"31","5","Ann","ann@x.example","","10.0.0.1","2026-03-01 11:00:00","2026-03-01 10:00:00","${TEXTS[0]}","0","1","Mozilla/5.0","comment","0","0"`,
        `"32","5","Bob","bob@x.example","","10.0.0.2","2026-03-02 19:30:00","2026-03-02 18:30:00","${TEXTS[1]}","0","1","Mozilla/5.0","comment","31","0"`,
        '"33","5","Pills","p@x.example","http://pills.example","10.0.0.3","2026-03-02 19:31:00","2026-03-02 18:31:00","Buy cheap pills here","0","spam","curl","comment","0","0"',
      ),
      { texts: TEXTS, times: D, externalIds: ['31', '32'], parents: [null, '31'], authors: ['Ann', 'Bob'] },
    ],
    [
      'phpBB posts: epoch, BBCode, names of quotes',
      lines(
        'post_id,topic_id,forum_id,poster_id,post_time,post_username,post_subject,post_text,post_edit_time',
        `801,40,3,55,${FIRST},ann,Hinge,"${TEXTS[0]}",0`,
        `802,40,3,56,${SECOND},bob,Re: Hinge,"[quote=ann post_id=801 time=${FIRST} user_id=55]${TEXTS[0]}[/quote]\n${TEXTS[1]}",0`,
      ),
      {
        texts: [`Hinge\n\n${TEXTS[0]}`, `> ${TEXTS[0]}\n\n\n${TEXTS[1]}`],
        times: D,
        externalIds: ['801', '802'],
        authors: ['ann', 'bob'],
      },
    ],
    [
      'LinkedIn: comments of an account',
      lines(
        'Date,Link,Message',
        `2026-03-01 10:00:00,https://l.example/feed/update/urn:li:activity:1,"${TEXTS[0]}"`,
        `2026-03-02 18:30:00,https://l.example/feed/update/urn:li:activity:2,"${TEXTS[1]}"`,
      ),
      {
        texts: TEXTS,
        times: D,
        links: ['https://l.example/feed/update/urn:li:activity:1', 'https://l.example/feed/update/urn:li:activity:2'],
      },
    ],
    [
      'Glassdoor: Pros, Cons, a summary, and dates of employment',
      lines(
        'review_id,review_date,employee_title,employment_status,rating_overall,rating_balance,summary,pros,cons,advice_to_management,count_helpful',
        'gd1,2026-03-01T10:00:00.000,Fitter,Current,2,3,Broken promises,Nice colleagues,Pay comes late,Pay on time,5',
        'gd2,2026-03-02T18:30:00.000,Clerk,Former,4,4,Solid place,Good canteen,Old chairs,,0',
      ),
      {
        texts: ['Broken promises\n\nNice colleagues\n\nPay comes late', 'Solid place\n\nGood canteen\n\nOld chairs'],
        times: D,
        stars: [2, 4],
        likes: [5, 0],
        externalIds: ['gd1', 'gd2'],
      },
    ],
    [
      'LiveChat tickets with a rating and a comment on it',
      lines(
        'Chat ID;Started at;Visitor name;Visitor email;Agent;Rate;Rate comment;Number of messages;Tags',
        `PJ1;2026-03-01 10:00:00;Ann;ann@x.example;Kim;rated bad;${TEXTS[0]};12;defect`,
        `PJ2;2026-03-02 18:30:00;Bob;bob@x.example;Kim;rated good;${TEXTS[1]};4;`,
      ),
      { texts: TEXTS, times: D, externalIds: ['PJ1', 'PJ2'], authors: ['Ann', 'Bob'] },
    ],
    [
      'Coupang and 11번가: 구매평',
      lines(
        '상품평번호,작성일시,작성자,별점,제목,내용,도움수,판매자답글',
        '9001,2026-03-01 19:00:00,김*안,2,별로예요,이틀 만에 부러졌어요,4,죄송합니다 고객님',
        '9002,2026-03-03 03:30:00,박*보,5,좋아요,아직 멀쩡합니다,0,',
      ),
      {
        texts: ['별로예요\n\n이틀 만에 부러졌어요', '좋아요\n\n아직 멀쩡합니다'],
        times: D,
        stars: [2, 5],
        likes: [4, 0],
        externalIds: ['9001', '9002'],
        authors: ['김*안', '박*보'],
      },
      { timeZone: 'Asia/Seoul' },
    ],
    [
      '楽天市場: 店舗のコメント is the answer of the shop',
      encode(
        lines(
          '"レビュータイプ","商品名","レビュー詳細URL","評価","投稿時間","タイトル","レビュー本文","フラグ","注文番号","参考になった","店舗コメント"',
          '"商品レビュー","卓上ランプ","https://review.example/1","2","2026/03/01 19:00:00","残念","二日で壊れました","0","n1","3","申し訳ございません"',
          '"商品レビュー","卓上ランプ","https://review.example/2","5","2026/03/03 03:30:00","満足","とても明るいです","0","n2","0",""',
        ),
        'shift_jis',
      ),
      {
        texts: ['残念\n\n二日で壊れました', '満足\n\nとても明るいです'],
        times: D,
        stars: [2, 5],
        likes: [3, 0],
        links: ['https://review.example/1', 'https://review.example/2'],
      },
      { timeZone: 'Asia/Tokyo' },
    ],
  ])('%s', async (_, content, expected, options = {}) => {
    await expectHeld(content, expected, options);
  });
});
