import { expectHeld, lines, type Expected } from './read-export';

describe('exports whose columns are called otherwise', () => {
  it.each<[string, string, Expected, { timeZone?: string }?]>([
    [
      'Sprinklr export: CreatedTime epoch ms text, Message, SenderScreenName',
      lines(
        'Message,SocialNetwork,CreatedTime,Permalink,SenderScreenName,SenderFollowers,MessageType,Sentiment,Likes,Shares',
        '"Where is my order? Third week now",TWITTER,1772359200000,https://x.example/s/1,ann_l,1200,Twitter Mention,Negative,4,0',
        '"Got it, and it is lovely",INSTAGRAM,1772445600000,https://i.example/s/2,bob.ray,30,Instagram Comment,Positive,15,1',
      ),
      {
        texts: ['Where is my order? Third week now', 'Got it, and it is lovely'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        likes: [4, 15],
        authors: ['ann_l', 'bob.ray'],
      },
    ],
    [
      'YouScan CSV: Дата, Время, Текст, Автор, Вовлеченность',
      lines(
        'Дата;Время;Заголовок;Текст сообщения;Источник;Тип;Автор;Профиль;Тональность;Вовлеченность;Ссылка',
        '01.03.2026;10:00;;Крышка течёт, деньги на ветер;vk.com;Комментарий;Анна Л.;https://vk.example/id1;Негативная;3;https://vk.example/w1',
        '14.03.2026;18:45;;Отличная кружка, держит тепло весь день;vk.com;Пост;Борис;https://vk.example/id2;Позитивная;12;https://vk.example/w2',
      ),
      {
        texts: ['Крышка течёт, деньги на ветер', 'Отличная кружка, держит тепло весь день'],
        times: ['2026-03-01T10:00Z', '2026-03-14T18:45Z'],
        likes: [3, 12],
        authors: ['Анна Л.', 'Борис'],
        links: ['https://vk.example/w1', 'https://vk.example/w2'],
      },
    ],
    [
      'Mastodon archive outbox.json: Create activities with object.content',
      '{"@context": "https://www.w3.org/ns/activitystreams", "id": "outbox.json", "type": "OrderedCollection", "totalItems": 3, "orderedItems": [{"id": "https://m.example/users/ann/statuses/1/activity", "type": "Create", "actor": "https://m.example/users/ann", "published": "2026-03-01T10:00:00Z", "to": ["https://www.w3.org/ns/activitystreams#Public"], "object": {"id": "https://m.example/users/ann/statuses/1", "type": "Note", "summary": null, "published": "2026-03-01T10:00:00Z", "url": "https://m.example/@ann/1", "attributedTo": "https://m.example/users/ann", "content": "<p>This cup <b>leaks</b></p>", "contentMap": {"en": "<p>This cup leaks</p>"}}}, {"id": "https://m.example/users/ann/statuses/2/activity", "type": "Announce", "actor": "https://m.example/users/ann", "published": "2026-03-02T10:00:00Z", "object": "https://o.example/users/x/statuses/9"}, {"id": "https://m.example/users/ann/statuses/3/activity", "type": "Create", "actor": "https://m.example/users/ann", "published": "2026-03-03T10:00:00Z", "object": {"id": "https://m.example/users/ann/statuses/3", "type": "Note", "published": "2026-03-03T10:00:00Z", "url": "https://m.example/@ann/3", "attributedTo": "https://m.example/users/ann", "content": "<p>New lid came, all good</p>"}}]}',
      { texts: ['This cup leaks', 'New lid came, all good'], times: ['2026-03-01T10:00Z', '2026-03-03T10:00Z'] },
    ],
    [
      'Bluesky searchPosts answer: record.text, record.createdAt, author.description',
      '{"posts": [{"uri": "at://did:plc:a/app.bsky.feed.post/3k1", "cid": "b1", "author": {"did": "did:plc:a", "handle": "ann.bsky.example", "displayName": "Ann", "createdAt": "2023-05-01T00:00:00Z"}, "record": {"$type": "app.bsky.feed.post", "createdAt": "2026-03-01T10:00:00.000Z", "langs": ["en"], "text": "The lid leaks, again"}, "replyCount": 1, "repostCount": 0, "likeCount": 4, "quoteCount": 0, "indexedAt": "2026-03-01T10:00:05.000Z"}, {"uri": "at://did:plc:b/app.bsky.feed.post/3k2", "cid": "b2", "author": {"did": "did:plc:b", "handle": "bob.bsky.example", "displayName": "Bob", "createdAt": "2023-06-01T00:00:00Z"}, "record": {"$type": "app.bsky.feed.post", "createdAt": "2026-03-02T10:00:00.000Z", "langs": ["en"], "text": "Love this little cup"}, "replyCount": 0, "repostCount": 0, "likeCount": 9, "quoteCount": 0, "indexedAt": "2026-03-02T10:00:05.000Z"}], "cursor": "2"}',
      {
        texts: ['The lid leaks, again', 'Love this little cup'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        likes: [4, 9],
        authors: ['ann.bsky.example', 'bob.bsky.example'],
      },
    ],
    [
      '大众点评爬虫: 星级 sml-str10, 时间 2026-03-01 19:20, 口味：3.0 环境',
      lines(
        '用户名,用户链接,星级,口味环境服务,评论,评论时间,赞,店名',
        '吃货,https://dp.example/m/1,sml-str10,口味：1.0 环境：2.0 服务：1.0,排队两小时菜还是凉的，再也不来,2026-03-01 19:20,3,杯子餐厅',
        '路人,https://dp.example/m/2,sml-str50,口味：5.0 环境：5.0 服务：5.0,锅底很香服务热情,2026-03-02 20:00,0,杯子餐厅',
      ),
      {
        texts: ['排队两小时菜还是凉的，再也不来', '锅底很香服务热情'],
        stars: [1, 5],
        likes: [3, 0],
        times: ['2026-03-01T19:20Z', '2026-03-02T20:00Z'],
      },
    ],
    [
      '価格.com クチコミ: 書き込み番号 [25001234] 2026年3月1日 10:00 ナイスクチコミ',
      lines(
        '書き込み番号,スレッドタイトル,投稿者,投稿日時,書き込み内容,ナイスクチコミ,カテゴリ',
        '[25001234],電源が入らない,安さん,2026年3月1日 10:00,買って三日で電源が入らなくなりました。,12,不具合',
        '[25001235],Re:電源が入らない,ぼぶ,2026年3月1日 21:05,うちは問題なく動いています。,3,その他',
      ),
      { times: ['2026-03-01T01:00Z', '2026-03-01T12:05Z'], likes: [12, 3] },
      { timeZone: 'Asia/Tokyo' },
    ],
    [
      'Capterra CSV: Pros, Cons, Overall rating, ease of use, review date "March 1, 2026"',
      lines(
        'Reviewer,Industry,Used for,Review Date,Overall Rating,Ease of Use,Customer Service,Title,Overall,Pros,Cons,Likelihood to recommend',
        'Ann L.,Retail,1-2 years,"March 1, 2026",2,3,1,Slow support,We wait days for an answer,Cheap,Support is slow,3/10',
        'Bob R.,Tech,2+ years,"March 2, 2026",5,5,5,Solid,Runs every day,Easy to set up,None so far,9/10',
      ),
      {
        texts: [
          'Slow support\n\nWe wait days for an answer\n\nCheap\n\nSupport is slow',
          'Solid\n\nRuns every day\n\nEasy to set up\n\nNone so far',
        ],
        stars: [2, 5],
        times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'],
      },
    ],
    [
      'Steam appreviews JSON',
      '{"success": 1, "query_summary": {"num_reviews": 2, "review_score": 8, "total_reviews": 2}, "reviews": [{"recommendationid": "190001", "author": {"steamid": "7656119", "num_games_owned": 20, "playtime_forever": 600, "last_played": 1772300000}, "language": "english", "review": "Crashes [b]every[/b] hour", "timestamp_created": 1772359200, "timestamp_updated": 1772445600, "voted_up": false, "votes_up": 9, "votes_funny": 2, "weighted_vote_score": "0.6", "comment_count": 0, "developer_response": "Please verify your files", "timestamp_dev_responded": 1772532000}, {"recommendationid": "190002", "author": {"steamid": "7656120", "num_games_owned": 5, "playtime_forever": 60, "last_played": 1772300000}, "language": "english", "review": "Cosy and pretty", "timestamp_created": 1772445600, "timestamp_updated": 1772445600, "voted_up": true, "votes_up": 1, "votes_funny": 0, "weighted_vote_score": 0.5, "comment_count": 0}], "cursor": "AoJ"}',
      {
        texts: ['Crashes every hour', 'Cosy and pretty'],
        recommended: [false, true],
        likes: [9, 1],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        externalIds: ['190001', '190002'],
      },
    ],
    [
      'App Store RSS json: feed.entry with label objects',
      '{"feed": {"author": {"name": {"label": "iTunes Store"}}, "entry": [{"author": {"uri": {"label": "https://i.example/u1"}, "name": {"label": "annl"}}, "updated": {"label": "2026-03-01T02:00:00-08:00"}, "im:rating": {"label": "1"}, "im:version": {"label": "3.1"}, "id": {"label": "13001"}, "title": {"label": "Login"}, "content": {"label": "Asks for a login every day", "attributes": {"type": "text"}}, "im:voteSum": {"label": "2"}, "im:voteCount": {"label": "3"}}, {"author": {"name": {"label": "bobr"}}, "updated": {"label": "2026-03-02T02:00:00-08:00"}, "im:rating": {"label": "5"}, "im:version": {"label": "3.1"}, "id": {"label": "13002"}, "title": {"label": "Great"}, "content": {"label": "Love the new look", "attributes": {"type": "text"}}, "im:voteSum": {"label": "0"}, "im:voteCount": {"label": "0"}}], "updated": {"label": "2026-03-03T02:00:00-08:00"}, "title": {"label": "iTunes Store: Customer Reviews"}}}',
      {
        texts: ['Login\n\nAsks for a login every day', 'Great\n\nLove the new look'],
        stars: [1, 5],
        versions: ['3.1', '3.1'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        externalIds: ['13001', '13002'],
      },
    ],
    [
      'Forum table as HTML saved as .xls: th row, br in cells',
      '<html><head><meta charset="utf-8"></head><body><table border=1><tr><th>Post</th><th>User</th><th>Posted</th><th>Message</th><th>Thanks</th></tr><tr><td>#1</td><td>ann</td><td>01.03.2026, 10:00</td><td>The lid leaks.<br>Second one already.</td><td>3</td></tr><tr><td>#2</td><td>bob</td><td>14.03.2026, 18:30</td><td>Mine is &quot;fine&quot; &amp; tight</td><td>0</td></tr></table></body></html>',
      {
        texts: ['The lid leaks.\nSecond one already.', 'Mine is "fine" & tight'],
        times: ['2026-03-01T10:00Z', '2026-03-14T18:30Z'],
        authors: ['ann', 'bob'],
        likes: [3, 0],
      },
    ],
    [
      '巴哈姆特/Dcard 匯出: 看板 標題 內文 發文時間 愛心數',
      lines(
        '看板,標題,內文,發文時間,愛心數,留言數,學校',
        '購物,杯子漏水,買來三天就漏水客服也不理人,2026/03/01 10:00,23,5,某大學',
        '購物,開箱心得,保溫效果很好顏色也漂亮,2026/03/14 18:30,120,9,某大學',
      ),
      {
        texts: ['杯子漏水\n\n買來三天就漏水客服也不理人', '開箱心得\n\n保溫效果很好顏色也漂亮'],
        likes: [23, 120],
        times: ['2026-03-01T02:00Z', '2026-03-14T10:30Z'],
      },
      { timeZone: 'Asia/Taipei' },
    ],
    [
      '네이버 쇼핑 리뷰: 2026.03.01. 평점 등록일 리뷰내용',
      lines(
        '리뷰글번호,상품명,구매자평점,리뷰상세내용,등록자,리뷰등록일,리뷰도움수',
        '41001,머그컵,2,뚜껑에서 물이 계속 새요,an***,2026.03.01. 10:00,3',
        '41002,머그컵,5,보온이 잘 되고 색이 예뻐요,bo***,2026.03.14. 18:30,0',
      ),
      {
        texts: ['뚜껑에서 물이 계속 새요', '보온이 잘 되고 색이 예뻐요'],
        stars: [2, 5],
        likes: [3, 0],
        externalIds: ['41001', '41002'],
        times: ['2026-03-01T01:00Z', '2026-03-14T09:30Z'],
        authors: ['an***', 'bo***'],
      },
      { timeZone: 'Asia/Seoul' },
    ],
    [
      'MySQL tab dump: \\N, escaped tabs and newlines',
      lines(
        'id\tcreated_at\tuser\tbody\tlikes',
        '1\t2026-03-01 10:00:00\tann\tThe lid leaks\\nevery day\t3',
        '2\t2026-03-02 10:00:00\t\\N\tAll\\tgood\t\\N',
      ),
      { authors: ['ann', null], likes: [3, 0] },
    ],
    [
      'Zendesk satisfaction ratings JSON: score good/bad, comment may be null',
      '{"satisfaction_ratings": [{"id": 35001, "url": "https://z.example/1", "assignee_id": 5, "group_id": 2, "requester_id": 9, "ticket_id": 4711, "score": "bad", "comment": "Nobody called me back", "reason": "Not resolved", "created_at": "2026-03-01T10:00:00Z", "updated_at": "2026-03-02T10:00:00Z"}, {"id": 35002, "url": "https://z.example/2", "assignee_id": 5, "group_id": 2, "requester_id": 10, "ticket_id": 4712, "score": "good", "comment": null, "created_at": "2026-03-02T10:00:00Z", "updated_at": "2026-03-02T10:00:00Z"}, {"id": 35003, "url": "https://z.example/3", "assignee_id": 5, "group_id": 2, "requester_id": 11, "ticket_id": 4713, "score": "good", "comment": "Quick and kind", "created_at": "2026-03-03T10:00:00Z", "updated_at": "2026-03-03T10:00:00Z"}], "next_page": null}',
      {
        texts: ['Nobody called me back', 'Quick and kind'],
        bad: ['empty-text'],
        times: ['2026-03-01T10:00Z', '2026-03-03T10:00Z'],
        externalIds: ['35001', '35003'],
      },
    ],
    [
      'Telegram (telethon) CSV: message, date +00:00, sender_id, reply_to, views, reactions dict',
      lines(
        'id,date,sender_id,message,reply_to_msg_id,views,forwards,reactions',
        "10,2026-03-01 10:00:00+00:00,111,The lid leaks,,1500,2,\"{'👍': 4, '😭': 2}\"",
        '11,2026-03-01 10:05:00+00:00,112,"same, asked for a refund",10,900,0,',
      ),
      {
        texts: ['The lid leaks', 'same, asked for a refund'],
        externalIds: ['10', '11'],
        parents: [null, '10'],
        times: ['2026-03-01T10:00Z', '2026-03-01T10:05Z'],
      },
    ],
    [
      'Help Scout CSAT CSV: Rating Great/Not Good, Comments',
      lines(
        'Date,Customer,Email,Rating,Comments,User,Conversation #',
        '"Mar 1, 2026 10:00am",Ann Lee,ann@x.example,Not Good,"Still waiting for a refund",Eve,101',
        '"Mar 2, 2026 2:30pm",Bob Ray,bob@x.example,Great,"Eve was lovely",Eve,102',
      ),
      {
        texts: ['Still waiting for a refund', 'Eve was lovely'],
        times: ['2026-03-01T10:00Z', '2026-03-02T14:30Z'],
        authors: ['Ann Lee', 'Bob Ray'],
      },
    ],
    // Not by name: Jest takes a fourth parameter that a row does not give for a callback to wait for.
  ])('%s', async (...[, content, expected, options]) => expectHeld(content, expected, options));
});
