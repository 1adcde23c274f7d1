import { expectHeld, lines, readExport, type Expected } from './read-export';

describe('tickets, surveys and reviews of shops', () => {
  it.each<[string, string[], Expected]>([
    [
      'tickets without their description: the subject, not how they are sorted or scored',
      [
        'Id,Subject,Requester,Status,Created at,Satisfaction Score',
        '101,Refund not received since two weeks,Ann,Solved,2026-03-01 10:00,Bad',
        '102,Where is my parcel,Bob,Open,2026-03-02 12:00,Offered',
      ],
      { texts: ['Refund not received since two weeks', 'Where is my parcel'] },
    ],
    [
      'Qualtrics: questions and zones stand below the names',
      [
        'EndDate,ResponseId,Q1,Q2',
        'End Date,Response ID,How likely are you to recommend us?,Why did you give this score?',
        '"{""ImportId"":""endDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"',
        '2026-03-01 03:05:00,R_1,2,You never call back',
        '2026-03-02 04:03:00,R_2,9,Fast and friendly people',
      ],
      {
        texts: ['You never call back', 'Fast and friendly people'],
        times: ['2026-03-01T10:05Z', '2026-03-02T11:03Z'],
        stars: [1, 4.5],
        bad: [],
      },
    ],
    [
      'NPS: the time of the answer, not of the person; the score is nobody’s votes',
      [
        'Response Timestamp (UTC),Survey Type,Name,Score,Comment,Permalink,Person Created At',
        '2026-03-01 10:00:00 UTC,NPS,Ann,3,Too slow,https://app.example/r/1,2020-01-01',
        '2026-03-02 10:00:00 UTC,NPS,Bob,10,Love it,https://app.example/r/2,2020-01-02',
      ],
      { times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'], stars: [1.5, 5], likes: [0, 0] },
    ],
    [
      'Google Forms in traditional Chinese',
      [
        '時間戳記,您對本次服務的滿意度,請說明原因,姓名',
        '2026/3/1 下午 6:12:33,2,等太久了而且沒有人招呼,王',
        '2026/3/2 上午 9:05:00,5,服務人員很親切,李',
      ],
      { texts: ['等太久了而且沒有人招呼', '服務人員很親切'], stars: [2, 5] },
    ],
    [
      'Yotpo: the comment below a review is the answer of the shop',
      [
        'Review Creation Date,Review Title,Review Content,Review Score,Comment Content,Review Votes Up',
        '2026-03-01,Leaks,The cup leaks,2,Sorry from the team! We send a new one,3',
        '2026-03-02,Nice,Keeps tea hot,5,,0',
      ],
      { texts: ['Leaks\n\nThe cup leaks', 'Nice\n\nKeeps tea hot'], likes: [3, 0] },
    ],
    [
      'G2: what people like best about it, and what not',
      [
        'published_at,title,star_rating,What do you like best about Acme?,What do you dislike about Acme?',
        '2026-03-01,Good charts,4,The charts are clear,The export is slow',
        '2026-03-02,Meh,2.5,Not much to be honest,Everything breaks on Fridays',
      ],
      {
        texts: [
          'Good charts\n\nThe charts are clear\n\nThe export is slow',
          'Meh\n\nNot much to be honest\n\nEverything breaks on Fridays',
        ],
      },
    ],
    [
      'Brandwatch: a title that a program made of the text is none',
      [
        'Date,Title,Snippet,Url,Author,Full Text',
        '2026-03-01 10:00,"ann on X: ""The lamp…",The lamp broke again,https://t.example/1,ann,The lamp broke again and I want a refund',
        '2026-03-02 10:00,Lamp review,Nice lamp overall,https://b.example/2,Carl,I bought this in May. Nice lamp overall',
      ],
      {
        texts: ['The lamp broke again and I want a refund', 'Lamp review\n\nI bought this in May. Nice lamp overall'],
      },
    ],
    [
      'the back office of Taobao: what was added later is kept, 好评 recommends',
      [
        '评价ID,商品标题,评价时间,评价类型,评价内容,追评内容,追评时间,商家解释',
        '11,纯棉T恤 男,2026-03-01 10:00:00,好评,面料很舒服,洗了一次就缩水,2026-03-20 10:00:00,感谢支持',
        '12,纯棉T恤 男,2026-03-02 10:00:00,差评,有线头而且掉色,,,',
      ],
      {
        texts: ['面料很舒服\n\n洗了一次就缩水', '有线头而且掉色'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
      },
    ],
    [
      'Tabelog: いいね！ with its sign',
      [
        '店名,投稿者,訪問月,投稿日,総合,タイトル,口コミ,いいね！',
        '鮨あん,食いしん坊,2026/02,2026/03/01,3.8,ネタは最高,握りは美味しかったが予約が取りにくい,12',
        '鮨あん,旅人,2026/02,2026/03/02,2.0,残念,一時間待たされた上に無愛想でした,3',
      ],
      { stars: [3.8, 2], likes: [12, 3], times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'] },
    ],
    [
      'Amazon in Japanese: stars before and beside the title',
      [
        '評価,タイトル,レビュー,日付,参考になった',
        '5つ星のうち2.0,5つ星のうち2.0 すぐ壊れた,二日目でヒンジが割れました,2026年3月1日に日本でレビュー済み,12人のお客様がこれが役に立ったと考えています',
        '5つ星のうち5.0,5つ星のうち5.0 最高,毎晩使っています,2026年3月2日に日本でレビュー済み,',
      ],
      {
        texts: ['すぐ壊れた\n\n二日目でヒンジが割れました', '最高\n\n毎晩使っています'],
        stars: [2, 5],
        likes: [12, 0],
      },
    ],
    [
      'Dianping: 五星商户, and a second time behind the first',
      [
        '总体评分,评论内容,评论时间,点赞数',
        '五星商户,锅底很香，排队久了点,2026-03-01 19:20,赞 12',
        '两星,等了一个小时才上菜,2026-03-02 20:05 更新于2026-03-05 10:00,赞同 1.2 万',
      ],
      { stars: [5, 2], likes: [12, 12_000], times: ['2026-03-01T19:20Z', '2026-03-02T20:05Z'] },
    ],
    [
      'a zone in each row',
      ['Message,Date,Time Zone', 'late again,2026-03-01 18:00,Asia/Shanghai', 'fine,2026-03-02 05:00,America/New_York'],
      { times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'] },
    ],
    [
      'the back office of a shop: the review, not the answer of the shop',
      [
        '订单号,商品名称,评价内容,评价时间,回复内容',
        '1,杯子,很好用不漏水,2026-03-01 10:00:00,亲感谢支持',
        '2,杯子,盖子裂了,2026-03-02 10:00:00,',
      ],
      { texts: ['很好用不漏水', '盖子裂了'] },
    ],
    [
      'HubSpot: the name of a ticket is its title',
      [
        'Ticket name,Ticket description,Create date,Ticket status',
        'Refund,I still wait for my money,2026-03-01 10:00,Closed',
        'Hello,The app is great,2026-03-02 10:00,New',
      ],
      { texts: ['Refund\n\nI still wait for my money', 'Hello\n\nThe app is great'] },
    ],
    [
      'a day and an hour in two columns',
      ['date,hour,comment', '2026-03-01,10,leaks at the lid', '2026-03-02,21,fine cup'],
      { times: ['2026-03-01T10:00Z', '2026-03-02T21:00Z'] },
    ],
    [
      'votes for and against',
      ['date,review,helpful_yes,helpful_no', '2026-03-01,leaks at the lid,12,3', '2026-03-02,fine cup,0,1'],
      { likes: [12, 0] },
    ],
  ])('%s', async (_, rows, expected) => expectHeld(lines(...rows), expected));

  it('keep the link of a review, and not that of its product or picture', async () => {
    const { comments, columns } = await readExport(
      lines(
        '商品URL,画像URL,レビュー詳細URL,評価,投稿時間,レビュー本文',
        'https://s.example/mug,https://i.example/1.jpg,https://r.example/1,2,2026/03/01 10:00,フタから漏れます',
        'https://s.example/mug,https://i.example/2.jpg,https://r.example/2,5,2026/03/02 11:00,とても早かったです',
      ),
    );
    expect(comments.map(({ permalink }) => permalink)).toEqual(['https://r.example/1', 'https://r.example/2']);
    expect(columns['permalink']).toBe('レビュー詳細URL');
  });

  it('tell what recommends: 好评, 中评, 差评', async () => {
    const { comments } = await readExport(
      lines(
        '评价时间,评价类型,评价内容',
        '2026-03-01,好评,面料很舒服',
        '2026-03-02,差评,有线头而且掉色',
        '2026-03-03,中评,凑合能穿吧',
      ),
    );
    expect(comments.map(({ recommended }) => recommended ?? null)).toEqual([true, false, null]);
  });

  it('ask which of two open questions is meant, in Japanese as well', async () => {
    const { doubts } = await readExport(
      lines(
        'タイムスタンプ,その理由をお聞かせください,改善してほしい点',
        '2026/03/01 18:12:33,待ち時間が長すぎます,受付を増やしてほしい',
        '2026/03/02 9:05:00,とても親切でした,特にありませんでした',
      ),
    );
    expect(doubts).toEqual(['text-column']);
  });

  it.each([
    ['complaints about the service', 'service,product,service'],
    ['messages of a kind that nobody knows', 'praise,service,complaint'],
  ])('%s are no notices', async (_, kinds) => {
    const rows = kinds.split(',').map((kind, day) => `2026-03-0${day + 1},${kind},the queue was too long ${day}`);
    expect((await readExport(lines('date,type,comment', ...rows))).bad).toEqual([]);
  });

  it('mails are refused with what to do', async () => {
    const mails = lines('From ann@x.example Sun Mar  1 10:00:00 2026', 'From: Ann <ann@x.example>', 'Subject: Lamp');
    await expect(
      readExport(`${mails}Date: Sun, 01 Mar 2026 10:00:00 +0000\n\nThe lamp broke, and soon.\n`),
    ).rejects.toMatchObject({ code: 'mailbox-file' });
  });
});
