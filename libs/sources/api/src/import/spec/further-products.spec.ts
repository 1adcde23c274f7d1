import { expectHeld, lines, type Expected } from './read-export';

const J = JSON.stringify;
/** The times of both rows of each file. */
const D = ['2026-03-01T10:00Z', '2026-03-02T18:30Z'];

describe('exports of further products', () => {
  it.each<[string, string, Expected, { timeZone?: string }?]>([
    [
      'Loox CSV',
      lines(
        'id,product_title,handle,rating,author,email,body,created_at,photo_url,verified_purchase,status,reply,replied_at',
        'r9f1,Desk lamp,desk-lamp,2,Ann L.,ann@x.example,The hinge broke on day two,2026-03-01T10:00:00Z,,true,Active,Sorry Ann,2026-03-03T10:00:00Z',
        'r9f2,Desk lamp,desk-lamp,5,Bob R.,bob@x.example,Warm light and quiet switch,2026-03-02T18:30:00Z,https://p.example/1.jpg,false,Active,,',
      ),
      {
        texts: ['The hinge broke on day two', 'Warm light and quiet switch'],
        times: D,
        stars: [2, 5],
        authors: ['Ann L.', 'Bob R.'],
        externalIds: ['r9f1', 'r9f2'],
        links: [null, null],
      },
    ],
    [
      'Bazaarvoice JSON',
      J({
        Results: [
          {
            Id: '51001',
            ProductId: 'LAMP1',
            ReviewText: 'Flickers at low level.',
            Title: 'Returned it',
            Rating: 2,
            SubmissionTime: '2026-03-01T10:00:00.000+00:00',
            LastModificationTime: '2026-03-05T10:00:00.000+00:00',
            UserNickname: 'annl',
            TotalPositiveFeedbackCount: 7,
            TotalNegativeFeedbackCount: 1,
            IsRecommended: false,
            ContentLocale: 'en_US',
            ClientResponses: [{ Response: 'Please call us.', Date: '2026-03-06T10:00:00.000+00:00', Name: 'Care' }],
          },
          {
            Id: '51002',
            ProductId: 'LAMP1',
            ReviewText: 'Bright enough for sewing.',
            Title: 'Good lamp',
            Rating: 5,
            SubmissionTime: '2026-03-02T18:30:00.000+00:00',
            LastModificationTime: '2026-03-05T10:00:00.000+00:00',
            UserNickname: 'bobr',
            TotalPositiveFeedbackCount: 0,
            TotalNegativeFeedbackCount: 0,
            IsRecommended: true,
            ContentLocale: 'en_US',
            ClientResponses: [],
          },
        ],
        Includes: { Products: {} },
        TotalResults: 2,
      }),
      {
        texts: ['Returned it\n\nFlickers at low level.', 'Good lamp\n\nBright enough for sewing.'],
        times: D,
        stars: [2, 5],
        likes: [7, 0],
        authors: ['annl', 'bobr'],
        externalIds: ['51001', '51002'],
        recommended: [false, true],
      },
    ],
    [
      'Typeform CSV',
      lines(
        '#,What annoys you most about the lamp?,"How likely are you to recommend us to a friend, 0-10?",Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags',
        'k3h2a,The app forgets my scenes,3,completed,2026-03-01 09:58:10,,2026-03-01 10:00:00,aa11,',
        'k3h2b,Nothing so far it just works,9,completed,2026-03-02 18:25:10,,2026-03-02 18:30:00,bb22,',
      ),
      {
        texts: ['The app forgets my scenes', 'Nothing so far it just works'],
        times: D,
        externalIds: ['k3h2a', 'k3h2b'],
      },
    ],
    [
      'Delighted NPS CSV',
      lines(
        'Response ID,Person ID,Person Name,Person Email,Score,Comment,Permalink,Tags,Response Date,Sent Date,Survey Type',
        '7001,p1,Ann,ann@x.example,2,Support took nine days,https://d.example/r/7001,slow,2026-03-01 10:00:00 UTC,2026-02-26 10:00:00 UTC,NPS',
        '7002,p2,Bob,bob@x.example,10,Best lamp on my desk ever,https://d.example/r/7002,,2026-03-02 18:30:00 UTC,2026-02-26 10:00:00 UTC,NPS',
      ),
      {
        texts: ['Support took nine days', 'Best lamp on my desk ever'],
        times: D,
        externalIds: ['7001', '7002'],
        authors: ['Ann', 'Bob'],
        links: ['https://d.example/r/7001', 'https://d.example/r/7002'],
      },
    ],
    [
      'Amazon Reviews 2023 JSONL',
      [
        {
          rating: 1.0,
          title: 'Broke',
          text: 'Broke in a week',
          images: [],
          asin: 'B01',
          parent_asin: 'B00',
          user_id: 'AE1',
          timestamp: 1772359200123,
          helpful_vote: 5,
          verified_purchase: true,
        },
        {
          rating: 5.0,
          title: 'Five Stars',
          text: 'Lovely warm light',
          images: [],
          asin: 'B01',
          parent_asin: 'B00',
          user_id: 'AE2',
          timestamp: 1772476200456,
          helpful_vote: 0,
          verified_purchase: false,
        },
      ]
        .map((one) => J(one))
        .join('\n'),
      {
        texts: ['Broke in a week', 'Five Stars\n\nLovely warm light'],
        stars: [1, 5],
        likes: [5, 0],
        authors: ['AE1', 'AE2'],
        parents: [null, null],
        times: ['2026-03-01T10:00:00.123Z', '2026-03-02T18:30:00.456Z'],
      },
    ],
    [
      'Teams messages CSV',
      lines(
        'MessageId,ParentMessageId,CreatedDateTime,LastModifiedDateTime,FromUserDisplayName,FromUserId,Importance,Subject,ContentType,Content,ReactionsCount',
        '1772359200000,,2026-03-01T10:00:00.000Z,2026-03-01T10:00:00.000Z,Ann Lee,9f-1,normal,,html,"<div><p>The new lamp <b>hums</b></p></div>",2',
        '1772476200000,1772359200000,2026-03-02T18:30:00.000Z,2026-03-02T18:30:00.000Z,Bob Ray,9f-2,normal,,text,Mine is silent though,0',
      ),
      {
        texts: ['The new lamp hums', 'Mine is silent though'],
        times: D,
        authors: ['Ann Lee', 'Bob Ray'],
        likes: [2, 0],
        parents: [null, '1772359200000'],
      },
    ],
    [
      'Bluesky jetstream JSONL',
      [
        {
          did: 'did:plc:a',
          time_us: 1772359200500000,
          kind: 'commit',
          commit: {
            rev: '3k',
            operation: 'create',
            collection: 'app.bsky.feed.post',
            rkey: '3k1',
            record: {
              $type: 'app.bsky.feed.post',
              createdAt: '2026-03-01T10:00:00.000Z',
              langs: ['en'],
              text: 'This lamp hums all night',
            },
            cid: 'c1',
          },
        },
        {
          did: 'did:plc:b',
          time_us: 1772476200500000,
          kind: 'commit',
          commit: {
            rev: '3l',
            operation: 'create',
            collection: 'app.bsky.feed.post',
            rkey: '3k2',
            record: {
              $type: 'app.bsky.feed.post',
              createdAt: '2026-03-02T18:30:00.000Z',
              langs: ['en'],
              text: 'Love my lamp',
            },
            cid: 'c2',
          },
        },
      ]
        .map((one) => J(one))
        .join('\n'),
      { texts: ['This lamp hums all night', 'Love my lamp'], times: D, authors: ['did:plc:a', 'did:plc:b'] },
    ],
    [
      '贴吧 楼层 CSV',
      lines(
        '帖子标题,帖子链接,楼层,层主,层主等级,内容,发帖时间,回复数,IP属地',
        '这灯能买吗,https://t.example/p/1,2楼,安安,7,买了两个都闪，退了,2026-03-01 10:00,3,广东',
        '这灯能买吗,https://t.example/p/1,3楼,波波,9,我家用了一年没毛病啊,2026-03-02 18:30,0,北京',
      ),
      {
        texts: ['买了两个都闪，退了', '我家用了一年没毛病啊'],
        times: ['2026-03-01T02:00Z', '2026-03-02T10:30Z'],
        authors: ['安安', '波波'],
      },
      { timeZone: 'Asia/Shanghai' },
    ],
    [
      '七麦 评论导出 CSV',
      lines(
        '序号,评论日期,国家,作者,评级,标题,内容,是否删除,开发者回复',
        '1,2026-03-01 10:00:00,中国,安安,1,闪退,更新之后一打开就闪退,否,您好请升级',
        '2,2026-03-02 18:30:00,中国,波波,5,好用,界面清爽，没有广告,否,',
      ),
      {
        texts: ['闪退\n\n更新之后一打开就闪退', '好用\n\n界面清爽，没有广告'],
        stars: [1, 5],
        times: D,
        authors: ['安安', '波波'],
      },
    ],
    [
      '飞书群消息 CSV',
      lines(
        '消息ID,发送人,发送人部门,发送时间,消息类型,消息内容,回复消息ID',
        'om_1,安安,市场部,2026-03-01 10:00:00,文本,新版台灯客户都说闪,',
        'om_2,波波,客服部,2026-03-02 18:30:00,文本,今天又收到三个退货,om_1',
      ),
      {
        texts: ['新版台灯客户都说闪', '今天又收到三个退货'],
        times: D,
        authors: ['安安', '波波'],
        externalIds: ['om_1', 'om_2'],
        parents: [null, 'om_1'],
      },
    ],
    [
      'TapTap CSV',
      lines(
        '评价ID,游戏,用户,评分(星),游戏时长,评价内容,欢乐,支持数,反对数,评论时间,机型',
        't1,灯塔,安安,1,3小时,肝得要命，抽卡全是垃圾,2,18,3,2026-03-01 10:00,小米14',
        't2,灯塔,波波,5,80小时,画风真的很舒服，剧情也好,0,4,0,2026-03-02 18:30,iPhone 15',
      ),
      {
        texts: ['肝得要命，抽卡全是垃圾', '画风真的很舒服，剧情也好'],
        stars: [1, 5],
        likes: [18, 4],
        times: D,
        externalIds: ['t1', 't2'],
        authors: ['安安', '波波'],
      },
    ],
    [
      '食べログ CSV',
      lines(
        '店名,店舗URL,投稿者,訪問月,夜の点数,口コミタイトル,口コミ本文,いいね！,投稿日',
        '灯屋,https://t.example/s1,安さん,2026年2月,2.5,二度目はない,料理が冷めていて残念でした。,3,2026/03/01',
        '灯屋,https://t.example/s1,ぼぶ,2026年2月,4.5,また行きます,お刺身が新鮮で最高でした。,12,2026/03/02',
      ),
      {
        texts: ['二度目はない\n\n料理が冷めていて残念でした。', 'また行きます\n\nお刺身が新鮮で最高でした。'],
        likes: [3, 12],
        authors: ['安さん', 'ぼぶ'],
        stars: [2.5, 4.5],
        links: [null, null],
      },
    ],
    [
      'Chatwork CSV',
      lines(
        'メッセージID,送信日時,発言者,本文,ルーム名',
        '1801,2026-03-01 19:00:00,安,新しいライトがちらつくとの声が多いです,お客様の声',
        '1802,2026-03-03 03:30:00,ぼぶ,明るくて良いという声もあります,お客様の声',
      ),
      {
        texts: ['新しいライトがちらつくとの声が多いです', '明るくて良いという声もあります'],
        times: D,
        authors: ['安', 'ぼぶ'],
        externalIds: ['1801', '1802'],
      },
      { timeZone: 'Asia/Tokyo' },
    ],
    [
      'じゃらん 口コミ CSV',
      lines(
        '投稿日,ニックネーム,性別・年代,総合,部屋,風呂,料理(朝食),接客・サービス,口コミ,施設からの返信,宿泊年月,プラン',
        '2026/03/01,安さん,女性/30代,2,2,3,1,2,お湯がぬるくて残念でした。,ご意見ありがとうございます。,2026年2月,素泊まり',
        '2026/03/02,ぼぶ,男性/50代,5,5,5,4,5,露天風呂が最高。また来ます。,,2026年2月,一泊二食',
      ),
      {
        texts: ['お湯がぬるくて残念でした。', '露天風呂が最高。また来ます。'],
        stars: [2, 5],
        authors: ['安さん', 'ぼぶ'],
      },
    ],
    [
      'Salesforce cases CSV',
      lines(
        '"Case Number","Case Owner","Contact Name","Subject","Description","Status","Priority","Date/Time Opened","Date/Time Closed","Case Origin"',
        '"00001001","Support Q","Ann Lee","Lamp dead","It went dark after two hours of use","Closed","High","3/1/2026 10:00 AM","3/4/2026 9:00 AM","Email"',
        '"00001002","Support Q","Bob Ray","Thanks","Just wanted to say the lamp is wonderful","Closed","Low","3/14/2026 6:30 PM","3/15/2026 9:00 AM","Web"',
      ),
      {
        texts: [
          'Lamp dead\n\nIt went dark after two hours of use',
          'Thanks\n\nJust wanted to say the lamp is wonderful',
        ],
        times: ['2026-03-01T10:00Z', '2026-03-14T18:30Z'],
        authors: ['Ann Lee', 'Bob Ray'],
        externalIds: ['00001001', '00001002'],
      },
    ],
    [
      'Tokopedia/Shopee id CSV',
      lines(
        'Nama Pembeli;Produk;Bintang;Ulasan;Tanggal Ulasan;Balasan Penjual',
        'a***n;Lampu meja;1;Lampu mati setelah dua hari, kecewa;01-03-2026;Mohon maaf kak',
        'b***b;Lampu meja;5;Terang dan hemat listrik, mantap;14-03-2026;',
      ),
      {
        texts: ['Lampu mati setelah dua hari, kecewa', 'Terang dan hemat listrik, mantap'],
        stars: [1, 5],
        times: ['2026-03-01T00:00Z', '2026-03-14T00:00Z'],
        authors: ['a***n', 'b***b'],
      },
    ],
    [
      'HN BigQuery CSV: by',
      lines(
        'title,url,text,dead,by,score,time,timestamp,type,id,parent',
        ',,The lid leaks after a week,,ann,,1772359200,2026-03-01 10:00:00 UTC,comment,4001,3999',
        ',,Mine is fine after a year,,bob,,1772476200,2026-03-02 18:30:00 UTC,comment,4002,4001',
      ),
      {
        texts: ['The lid leaks after a week', 'Mine is fine after a year'],
        times: D,
        authors: ['ann', 'bob'],
        parents: ['3999', '4001'],
      },
    ],
  ])('%s', async (_, content, expected, options = {}) => {
    await expectHeld(content, expected, options);
  });
});
