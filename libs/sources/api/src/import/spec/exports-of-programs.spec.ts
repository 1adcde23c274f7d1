import { expectHeld, lines, type Expected } from './read-export';

/** The times of both rows of each file. */
const D = ['2026-03-01T10:00Z', '2026-03-02T18:30Z'];

/** Both rows of a file, as people wrote them. */
const TEXTS = ['The hinge broke on day two', 'Mine is fine so far'];
const TEXTS_ZH = ['买了两个都闪，退了', '我家用了一年没毛病'];

describe('further exports of programs', () => {
  it.each<[string, string, Expected, { timeZone?: string }?]>([
    [
      'twitter-web-exporter CSV',
      lines(
        'id,created_at,full_text,media,screen_name,name,profile_image_url,user_id,in_reply_to,retweeted_status,quoted_status,media_tags,favorite_count,retweet_count,bookmark_count,quote_count,reply_count,views_count,favorited,retweeted,bookmarked,url',
        '1896000000000000001,2026-03-01 18:00:00 +08:00,The hinge broke on day two,[],ann_l,Ann L.,https://i.example/a.jpg,501,,,,[],12,1,0,0,1,900,false,false,false,https://x.example/ann_l/status/1896000000000000001',
        '1896000000000000002,2026-03-03 02:30:00 +08:00,Mine is fine so far,[],bobr,Bob,https://i.example/b.jpg,502,1896000000000000001,,,[],0,0,0,0,0,40,false,false,false,https://x.example/bobr/status/1896000000000000002',
      ),
      {
        texts: TEXTS,
        times: D,
        likes: [12, 0],
        externalIds: ['1896000000000000001', '1896000000000000002'],
        parents: [null, '1896000000000000001'],
        links: [
          'https://x.example/ann_l/status/1896000000000000001',
          'https://x.example/bobr/status/1896000000000000002',
        ],
      },
    ],
    [
      'LINE Official Account CSV',
      lines(
        'アカウント名,灯屋',
        'タイムゾーン,+09:00',
        'ダウンロード日時,2026/03/05 12:00',
        '送信者タイプ,送信者名,送信日,送信時刻,内容',
        'User,安さん,2026/03/01,19:00:00,ライトがちらつきます',
        'Account,応答メッセージ,2026/03/01,19:00:02,お問い合わせありがとうございます。担当者が確認します。',
        'User,ぼぶ,2026/03/03,03:30:00,とても明るくて気に入りました',
      ),
      {
        texts: [
          'ライトがちらつきます',
          'お問い合わせありがとうございます。担当者が確認します。',
          'とても明るくて気に入りました',
        ],
        // The zone stands above the header; that of the import is another one.
        times: ['2026-03-01T10:00Z', '2026-03-01T10:00:02.000Z', '2026-03-02T18:30Z'],
        authors: ['安さん', '応答メッセージ', 'ぼぶ'],
        leftOut: [null, 'staff', null],
      },
      { timeZone: 'America/New_York' },
    ],
    [
      '华为 AppGallery 评论 CSV',
      lines(
        '评论ID,应用名称,国家/地区,评分,评论内容,评论时间,应用版本,设备型号,开发者回复,回复时间,点赞数',
        'h1,灯塔,中国,1,更新之后一打开就闪退,2026-03-01 10:00:00,3.2.1,Mate 60,您好，请升级到最新版本再试试,2026-03-04 09:00:00,18',
        'h2,灯塔,中国,5,界面清爽没有广告,2026-03-02 18:30:00,3.2.1,P70,,,4',
      ),
      {
        texts: ['更新之后一打开就闪退', '界面清爽没有广告'],
        times: D,
        stars: [1, 5],
        likes: [18, 4],
        externalIds: ['h1', 'h2'],
        versions: ['3.2.1', '3.2.1'],
      },
    ],
    [
      'Zoom Q&A report CSV',
      lines(
        'Q&A Report',
        'Report Generated:,"Mar 5, 2026 09:00 AM"',
        'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Question',
        'Lamp launch,123 4567 8901,"Mar 1, 2026 09:30 AM",60,2',
        'Question Details',
        '#,Question,Asker Name,Asker Email,Answer(s),Question Time,Answered Time,Answer Name,Answer Email,Answer Type',
        '1,Why does the hinge break so soon?,Ann,ann@x.example,We are looking into it,"Mar 1, 2026 10:00 AM","Mar 1, 2026 10:02 AM",Eve,eve@x.example,user answered live',
        '2,Can I have it in green please?,Bob,bob@x.example,,"Mar 2, 2026 06:30 PM",,,,',
      ),
      {
        texts: ['Why does the hinge break so soon?', 'Can I have it in green please?'],
        times: D,
        authors: ['Ann', 'Bob'],
      },
    ],
    [
      'AppFollow CSV',
      lines(
        '"Review ID","App","Store","Country","Author","Rating","Title","Review","App Version","Date","Reply","Reply Date","Review Link"',
        '"af1","Lampy","itunes","us","Ann L.","2","Broke","The hinge broke on day two","3.2","2026-03-01 10:00:00","Sorry Ann, please write to us","2026-03-04 08:00:00","https://a.example/r/af1"',
        '"af2","Lampy","itunes","gb","Bob R.","5","","Mine is fine so far","3.2","2026-03-02 18:30:00","","","https://a.example/r/af2"',
      ),
      {
        texts: ['Broke\n\nThe hinge broke on day two', TEXTS[1] ?? ''],
        times: D,
        stars: [2, 5],
        authors: ['Ann L.', 'Bob R.'],
        externalIds: ['af1', 'af2'],
        links: ['https://a.example/r/af1', 'https://a.example/r/af2'],
        versions: ['3.2', '3.2'],
      },
    ],
    [
      '公众号留言 CSV',
      lines(
        '文章标题,留言昵称,留言内容,留言时间,是否精选,点赞数,作者回复,回复时间',
        '新台灯上市,安安,买了两个都闪，退了,2026-03-01 10:00:00,是,18,您好，请私信我们处理,2026-03-01 12:00:00',
        '新台灯上市,波波,我家用了一年没毛病,2026-03-02 18:30:00,否,4,,',
      ),
      { texts: TEXTS_ZH, times: D, likes: [18, 4], authors: ['安安', '波波'] },
    ],
    [
      'a Korean shop, with English between',
      lines(
        '번호,상품코드,작성자ID,상품평,별점,작성일자,추천',
        '9001,L1,an***,배터리가 너무 빨리 닳아요 really bad,2,2026-03-01 10:00,7',
        '9002,L1,bo***,Good lamp 그리고 조명이 따뜻해요,5,2026-03-02 18:30,0',
      ),
      {
        texts: ['배터리가 너무 빨리 닳아요 really bad', 'Good lamp 그리고 조명이 따뜻해요'],
        times: D,
        stars: [2, 5],
        likes: [7, 0],
        authors: ['an***', 'bo***'],
      },
    ],
  ])('%s', async (_, content, expected, options = {}) => {
    await expectHeld(content, expected, options);
  });
});
