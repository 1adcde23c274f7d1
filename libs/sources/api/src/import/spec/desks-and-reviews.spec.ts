import { expectHeld, lines, type Expected } from './read-export';

describe('exports of help desks, shops and stores', () => {
  it.each<[string, string, Expected, { timeZone?: string }?]>([
    [
      'Zendesk tickets CSV: subject, not the tags nor the requester',
      lines(
        'Summation column,Id,Requester,Requester id,Requester email,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Solved at,Resolution time,Satisfaction Score',
        '1,4711,Ann Lee,9001,ann@x.example,Ann Lee,Team A,Support,Refund still missing,billing refund_delay vip_customer escalated second_contact,Open,High,Mail,Incident,2026-03-01 10:00:00,2026-03-05 09:00:00,,,Bad',
        '1,4712,Bob Ray,9002,bob@x.example,Bob Ray,Team A,Support,App crashes at start,app crash_report android version_24 first_contact,Solved,Normal,Web form,Problem,2026-03-02 11:30:00,2026-03-06 09:00:00,2026-03-06 09:00:00,96,Good',
        '1,4713,Cid Fox,9003,cid@x.example,Cid Fox,Team B,Support,Love the new lid,praise feedback_only,Closed,Low,Mail,Question,2026-03-03 12:00:00,2026-03-07 09:00:00,2026-03-07 09:00:00,90,',
      ),
      {
        texts: ['Refund still missing', 'App crashes at start', 'Love the new lid'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:30Z', '2026-03-03T12:00Z'],
        likes: [0, 0, 0],
        externalIds: ['4711', '4712', '4713'],
      },
    ],
    [
      'Zendesk incremental JSON lines: comments, without internal notes',
      lines(
        '{"id":1,"subject":"Refund","description":"Where is my money?","created_at":"2026-03-01T10:00:00Z","comments":[{"id":11,"author_id":5,"body":"Where is my money?","html_body":"<div><p>Where is my money?</p></div>","plain_body":"Where is my money?","public":true,"created_at":"2026-03-01T10:00:00Z"},{"id":12,"author_id":6,"body":"He called before, please check","html_body":"<div><p>He called before, please check</p></div>","plain_body":"He called before, please check","public":false,"created_at":"2026-03-01T11:00:00Z"}]}',
        '{"id":2,"subject":"Lid","description":"The lid leaks.","created_at":"2026-03-02T10:00:00Z","comments":[{"id":21,"author_id":7,"body":"The lid leaks.","html_body":"<div><p>The lid leaks.</p></div>","plain_body":"The lid leaks.","public":true,"created_at":"2026-03-02T10:00:00Z"}]}',
      ),
      {
        texts: ['Where is my money?', 'He called before, please check', 'The lid leaks.'],
        leftOut: [null, 'staff', null],
        externalIds: ['11', '12', '21'],
      },
    ],
    [
      'Freshdesk conversations: body_text is a copy of body; what is not incoming is of the staff',
      '[{"id":101,"body":"<div>The box was <b>empty</b> when it came</div>","body_text":"The box was empty when it came","incoming":true,"private":false,"user_id":5,"source":0,"ticket_id":9,"created_at":"2026-03-01T10:00:00Z","updated_at":"2026-03-01T10:00:00Z","from_email":"ann@x.example"},{"id":102,"body":"<div>We are sorry and send a new one</div>","body_text":"We are sorry and send a new one","incoming":false,"private":false,"user_id":6,"source":0,"ticket_id":9,"created_at":"2026-03-01T12:00:00Z","updated_at":"2026-03-01T12:00:00Z","from_email":"help@shop.example"},{"id":103,"body":"<div>Thanks, that was quick</div>","body_text":"Thanks, that was quick","incoming":true,"private":false,"user_id":5,"source":0,"ticket_id":9,"created_at":"2026-03-02T10:00:00Z","updated_at":"2026-03-02T10:00:00Z","from_email":"ann@x.example"}]',
      {
        texts: ['The box was empty when it came', 'We are sorry and send a new one', 'Thanks, that was quick'],
        times: ['2026-03-01T10:00Z', '2026-03-01T12:00Z', '2026-03-02T10:00Z'],
        leftOut: [null, 'staff', null],
        externalIds: ['101', '102', '103'],
      },
    ],
    [
      'Freshdesk tickets CSV: Title is that of the contact, not of the ticket',
      lines(
        'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Last update time,Agent interactions,Customer interactions,Tags,Survey results,Full name,Title,Email',
        '501,Parcel came two weeks late,Open,Low,Email,Question,Eve,Support,2026-03-01 10:00:00,2026-03-03 10:00:00,,2026-03-02 10:00:00,1,2,late,,Ann Lee,Head of Sales,ann@x.example',
        '502,Invoice shows the wrong sum,Closed,Low,Portal,Problem,Eve,Billing,2026-03-02 11:00:00,2026-03-04 10:00:00,2026-03-03 10:00:00,2026-03-03 10:00:00,2,2,billing,Happy,Bob Ray,Engineer,bob@x.example',
      ),
      {
        texts: ['Parcel came two weeks late', 'Invoice shows the wrong sum'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'],
        externalIds: ['501', '502'],
      },
    ],
    [
      'Front: messages with a direction',
      lines(
        'Message ID,Conversation ID,Type,Direction,Message date,From name,From handle,To handle,Subject,Body',
        'msg_1,cnv_1,email,Inbound,2026-03-01 10:00:00,Ann,ann@x.example,help@shop.example,Lid,The lid leaks again and again',
        'msg_2,cnv_1,email,Outbound,2026-03-01 11:00:00,Eve,help@shop.example,ann@x.example,Re: Lid,Sorry for that! A new one is on its way',
        'msg_3,cnv_2,email,Inbound,2026-03-02 10:00:00,Bob,bob@x.example,help@shop.example,Thanks,Super quick help yesterday',
      ),
      {
        texts: [
          'Lid\n\nThe lid leaks again and again',
          'Sorry for that! A new one is on its way',
          'Thanks\n\nSuper quick help yesterday',
        ],
        times: ['2026-03-01T10:00Z', '2026-03-01T11:00Z', '2026-03-02T10:00Z'],
        leftOut: [null, 'staff', null],
        externalIds: ['msg_1', 'msg_2', 'msg_3'],
      },
    ],
    [
      '企业微信客服: 发送者类型',
      lines(
        '消息ID,会话ID,发送者,发送者类型,消息类型,消息内容,发送时间',
        'm1,s1,小安,客户,文本,杯子漏水怎么办,2026-03-01 10:00:00',
        'm2,s1,客服一号,客服,文本,您好，麻烦提供一下订单号,2026-03-01 10:01:00',
        'm3,s1,小安,客户,文本,处理得挺快的,2026-03-01 10:20:00',
      ),
      {
        texts: ['杯子漏水怎么办', '您好，麻烦提供一下订单号', '处理得挺快的'],
        authors: ['小安', '客服一号', '小安'],
        leftOut: [null, 'staff', null],
        externalIds: ['m1', 'm2', 'm3'],
      },
    ],
    [
      '网易七鱼: 消息方向',
      lines(
        '会话ID,访客名称,客服,消息方向,消息内容,消息时间',
        's1,小安,小七,访客发送,杯子漏水怎么办,2026-03-01 10:00:00',
        's1,小安,小七,客服发送,您好，麻烦提供一下订单号,2026-03-01 10:01:00',
        's1,小安,小七,访客发送,处理得挺快的,2026-03-01 10:20:00',
      ),
      { texts: ['杯子漏水怎么办', '您好，麻烦提供一下订单号', '处理得挺快的'], leftOut: [null, 'staff', null] },
    ],
    [
      'Trusted Shops CSV: Kommentar des Shops is the answer',
      lines(
        'Bewertungsdatum;Bestellnummer;Gesamtnote;Kommentar;Kommentar des Shops;Kommentardatum des Shops',
        '01.03.2026 10:00;A1;2;Paket kam beschädigt an;Das tut uns sehr leid, bitte melden Sie sich bei unserem Kundendienst;02.03.2026 09:00',
        '14.03.2026 11:00;A2;5;Alles bestens;Vielen Dank für Ihre nette Bewertung und bis bald;15.03.2026 09:00',
      ),
      {
        texts: ['Paket kam beschädigt an', 'Alles bestens'],
        times: ['2026-03-01T10:00Z', '2026-03-14T11:00Z'],
        stars: [2, 5],
      },
    ],
    [
      'G2 API: answers under comment_answers, whose text is the question',
      '{"data":[{"id":"r1","type":"survey-responses","attributes":{"title":"Good charts","star_rating":4.5,"comment_answers":{"love":{"text":"What do you like best about Acme?","value":"The charts are clear"},"hate":{"text":"What do you dislike about Acme?","value":"The export is slow"}},"submitted_at":"2026-03-01T10:00:00Z","published_at":"2026-03-02T10:00:00Z","user_name":"Ann"}},{"id":"r2","type":"survey-responses","attributes":{"title":"Meh","star_rating":2,"comment_answers":{"love":{"text":"What do you like best about Acme?","value":"Not much to be honest"},"hate":{"text":"What do you dislike about Acme?","value":"Breaks on Fridays"}},"submitted_at":"2026-03-03T10:00:00Z","published_at":"2026-03-04T10:00:00Z","user_name":"Bob"}}]}',
      {
        texts: [
          'Good charts\n\nThe charts are clear\n\nThe export is slow',
          'Meh\n\nNot much to be honest\n\nBreaks on Fridays',
        ],
        stars: [4.5, 2],
        externalIds: ['r1', 'r2'],
      },
    ],
    [
      'Gartner: overall comment, likes and dislikes',
      lines(
        'Review ID,Review Date,Review Headline,Overall Comment,What do you like most about the product or service?,What do you dislike most about the product or service?,Overall Rating',
        'g1,2026-03-01,Solid,We run it for a year now,Stable and fast,Bad documentation,4',
        'g2,2026-03-02,Poor,Would not buy it again,The price is fair,Support is never there,2',
      ),
      {
        texts: [
          'Solid\n\nWe run it for a year now\n\nStable and fast\n\nBad documentation',
          'Poor\n\nWould not buy it again\n\nThe price is fair\n\nSupport is never there',
        ],
        stars: [4, 2],
        externalIds: ['g1', 'g2'],
      },
    ],
    [
      'Shopee API: rating is a state, rating_star the stars; the reply of the shop has a comment and a time, too',
      '{"data":{"ratings":[{"orderid":900000000000001,"itemid":55,"cmtid":12345678901,"ctime":1772359200,"mtime":1772445600,"rating":1,"rating_star":2,"comment":"barang rusak dan lambat","author_username":"a***n","like_count":4,"ItemRatingReply":{"comment":"Mohon maaf kak, silakan hubungi kami","ctime":1772362800},"product_items":[{"name":"Cup","ctime":1700000000}]},{"orderid":900000000000002,"itemid":55,"cmtid":12345678902,"ctime":1772445600,"mtime":1772445600,"rating":1,"rating_star":5,"comment":"mantap, cepat sampai","author_username":"b***i","like_count":null,"ItemRatingReply":null,"product_items":[{"name":"Cup","ctime":1700000000}]}]}}',
      {
        texts: ['barang rusak dan lambat', 'mantap, cepat sampai'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        stars: [2, 5],
        likes: [4, 0],
        authors: ['a***n', 'b***i'],
        externalIds: ['12345678901', '12345678902'],
      },
    ],
    [
      'Lazada JSON: boughtDate, reviewTime, sellerReply',
      '{"model":{"items":[{"reviewRateId":71,"buyerName":"A**n","boughtDate":"20 Feb 2026","reviewTime":"01 Mar 2026","rating":2,"reviewContent":"The lid does not close","likeCount":3,"sellerReply":"Dear customer, we are very sorry to hear that","skuInfo":"Color: red"},{"reviewRateId":72,"buyerName":"B**b","boughtDate":"22 Feb 2026","reviewTime":"02 Mar 2026","rating":5,"reviewContent":"Nice cup","likeCount":0,"sellerReply":null,"skuInfo":"Color: blue"}]}}',
      {
        texts: ['The lid does not close', 'Nice cup'],
        times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'],
        stars: [2, 5],
        likes: [3, 0],
        externalIds: ['71', '72'],
      },
    ],
    [
      'TripAdvisor: bubble_20, owner response, travel date',
      lines(
        'Review ID,Published Date,Travel Date,Bubble Rating,Title,Text,Trip Type,Owner Response Text,Owner Response Date,Helpful Votes,User',
        '901,2026-03-01,2026-02,bubble_20,Loud,"The street is loud, bring plugs",Couples,"Dear guest, we regret that the street was loud",2026-03-05,2,ann',
        '902,2026-03-02,2026-02,bubble_50,Lovely,Warm people and good food,Family,,,0,bob',
      ),
      {
        texts: ['Loud\n\nThe street is loud, bring plugs', 'Lovely\n\nWarm people and good food'],
        times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'],
        stars: [2, 5],
        likes: [2, 0],
        externalIds: ['901', '902'],
      },
    ],
    [
      'Booking.com extranet: scores to ten, all of them low',
      lines(
        'Review date,Reservation number,Guest name,Review title,Positive review,Negative review,Review score,Staff,Cleanliness,Property reply',
        '2026-03-01,300100200,Ann,Never again,The bed was fine,Dirty bath and no hot water,3,5,2,We apologise',
        '2026-03-02,300100201,Bob,Poor,Near the station,Loud all night,4.6,5,5,',
        '2026-03-03,300100202,Cid,OK,Friendly people,Small rooms,5,7.5,5,',
      ),
      {
        texts: [
          'Never again\n\nThe bed was fine\n\nDirty bath and no hot water',
          'Poor\n\nNear the station\n\nLoud all night',
          'OK\n\nFriendly people\n\nSmall rooms',
        ],
        stars: [1.5, 2.3, 2.5],
      },
    ],
    [
      'Google Takeout: reviews of places (GeoJSON)',
      '{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[13.4,52.5],"type":"Point"},"properties":{"date":"2026-03-01T10:00:00Z","five_star_rating_published":2,"google_maps_url":"http://maps.example/?cid=1","location":{"address":"Long street 1, 10115 Berlin, Germany","country_code":"DE","name":"Café One"},"questions":[{"question":"What did you get?","selected_option":"Lunch"}],"review_text_published":"Too loud and expensive"},"type":"Feature"},{"geometry":{"coordinates":[13.5,52.5],"type":"Point"},"properties":{"date":"2026-03-02T10:00:00Z","five_star_rating_published":5,"google_maps_url":"http://maps.example/?cid=2","location":{"address":"Short street 2, 10117 Berlin, Germany","country_code":"DE","name":"Bakery Two"},"review_text_published":"Best rolls in town"},"type":"Feature"}]}',
      {
        texts: ['Too loud and expensive', 'Best rolls in town'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        stars: [2, 5],
      },
    ],
    [
      'Google Business: translated by Google, with the original behind',
      '{"reviews":[{"reviewer":{"displayName":"Ann"},"starRating":"TWO","comment":"(Translated by Google) Too loud and expensive\\n\\n(Original)\\nZu laut und zu teuer","createTime":"2026-03-01T10:00:00Z","updateTime":"2026-03-05T10:00:00Z","reviewReply":{"comment":"Es tut uns leid","updateTime":"2026-03-06T10:00:00Z"},"name":"accounts/1/locations/2/reviews/AbF1"},{"reviewer":{"displayName":"Bob"},"starRating":"FIVE","comment":"Sehr gut\\n\\n(Translated by Google)\\nVery good","createTime":"2026-03-02T10:00:00Z","updateTime":"2026-03-02T10:00:00Z","name":"accounts/1/locations/2/reviews/AbF2"}]}',
      { texts: ['Zu laut und zu teuer', 'Sehr gut'], times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'], stars: [2, 5] },
    ],
    [
      '大众点评商家后台: 总分 to five, 消费时间 is not the time',
      lines(
        '评价ID,用户昵称,消费时间,评价时间,总分,口味,环境,服务,评价内容,商家回复',
        '80001,吃货,2026-02-27,2026-03-01 19:20:00,2.5,3,2,2,排队一小时，菜还凉了,亲非常抱歉给您带来不好的体验请联系我们',
        '80002,路人,2026-02-28,2026-03-02 20:05:00,5,5,5,5,锅底很香,感谢您的认可期待再次光临本店',
      ),
      {
        texts: ['排队一小时，菜还凉了', '锅底很香'],
        times: ['2026-03-01T19:20Z', '2026-03-02T20:05Z'],
        stars: [2.5, 5],
        externalIds: ['80001', '80002'],
      },
    ],
    [
      '美团外卖: 商家评分 and 配送评分',
      lines(
        '订单编号,评价时间,用户名,配送评分,商家评分,评价内容,商家回复内容,推荐菜品',
        '2200100,2026-03-01 12:30:00,匿名用户,5,1,汤全洒了,抱歉亲下次给您多包一层,',
        '2200101,2026-03-02 12:30:00,匿名用户,2,5,味道不错分量足,谢谢亲的支持,宫保鸡丁',
      ),
      { texts: ['汤全洒了', '味道不错分量足'], stars: [1, 5], times: ['2026-03-01T12:30Z', '2026-03-02T12:30Z'] },
    ],
    [
      '拼多多: 描述相符 are the stars',
      lines(
        '订单号,商品id,商品名称,评价时间,描述相符,物流服务,服务态度,评价内容,商家回复,追评',
        '260301-1,1001,杯子,2026-03-01 10:00:00,1,5,3,质量太差一摔就碎,亲可以联系客服哦,',
        '260302-2,1001,杯子,2026-03-02 10:00:00,5,5,5,物美价廉,,还是不错的',
      ),
      { texts: ['质量太差一摔就碎', '物美价廉\n\n还是不错的'], stars: [1, 5] },
    ],
    [
      '小红书商家后台: 是否作者回复',
      lines(
        '评论ID,笔记ID,笔记标题,评论内容,评论时间,评论人,点赞数,是否作者回复',
        'c1,n1,开箱新杯子,这个多少钱呀,2026-03-01 10:00:00,小安,3,否',
        'c2,n1,开箱新杯子,宝子 99 哦主页有链接,2026-03-01 10:10:00,店主,1,是',
        'c3,n1,开箱新杯子,买了盖子漏水,2026-03-02 10:00:00,小博,20,否',
      ),
      {
        texts: ['这个多少钱呀', '宝子 99 哦主页有链接', '买了盖子漏水'],
        likes: [3, 1, 20],
        leftOut: [null, 'staff', null],
        externalIds: ['c1', 'c2', 'c3'],
      },
    ],
    [
      'ids as ="…", as shop programs write them for Excel',
      lines(
        '评论编号,评论内容,评论时间,买家',
        '="7340000000000000001",盖子会漏水,"=""2026-03-01 10:00:00""",="001234"',
        '="7340000000000000002",颜色好看,"=""2026-03-02 10:00:00""",="005678"',
      ),
      {
        texts: ['盖子会漏水', '颜色好看'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        authors: ['001234', '005678'],
        externalIds: ['7340000000000000001', '7340000000000000002'],
      },
    ],
    [
      '携程: 酒店回复, 入住时间, 4.8分',
      lines(
        '点评ID,用户,入住时间,点评时间,房型,出行类型,评分,点评内容,酒店回复,有用数',
        '6001,安*,2026-02-20,2026-03-01 10:00:00,大床房,情侣出游,2.0分,隔音太差了整晚没睡,尊敬的宾客您好非常抱歉给您带来不愉快的入住体验,3',
        '6002,博*,2026-02-21,2026-03-02 10:00:00,双床房,家庭亲子,4.8分,早餐丰富,感谢您的五星好评我们会继续努力,0',
      ),
      {
        texts: ['隔音太差了整晚没睡', '早餐丰富'],
        stars: [2, 4.8],
        likes: [3, 0],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        externalIds: ['6001', '6002'],
      },
    ],
    [
      'Yahoo!ショッピング: ストアコメント is the answer of the shop',
      lines(
        'レビューID,注文ID,投稿日時,評価,タイトル,レビュー内容,参考になった数,ストアコメント,ストアコメント日時,ニックネーム',
        'y1,o1,2026/03/01 10:00,2,漏れます,フタから水が漏れました,4,この度はご不便をおかけし誠に申し訳ございません,2026/03/02 10:00,アン',
        'y2,o2,2026/03/02 11:00,5,満足,色がきれいです,0,ありがとうございます,2026/03/03 10:00,ボブ',
      ),
      {
        texts: ['漏れます\n\nフタから水が漏れました', '満足\n\n色がきれいです'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'],
        stars: [2, 5],
        likes: [4, 0],
        externalIds: ['y1', 'y2'],
      },
    ],
    [
      'App Store Connect API: reviews with the responses included',
      '{"data":[{"type":"customerReviews","id":"00000-a","attributes":{"rating":2,"title":"Bad update","body":"It asks for a login now.","reviewerNickname":"ann","createdDate":"2026-03-01T02:00:00-08:00","territory":"USA"},"relationships":{"response":{"data":{"type":"customerReviewResponses","id":"x1"}}}},{"type":"customerReviews","id":"00000-b","attributes":{"rating":5,"title":"Nice","body":"Works well.","reviewerNickname":"bob","createdDate":"2026-03-02T02:00:00-08:00","territory":"GBR"}}],"included":[{"type":"customerReviewResponses","id":"x1","attributes":{"responseBody":"Thank you for your feedback, we are working on it and will release a fix soon.","lastModifiedDate":"2026-03-03T02:00:00-08:00","state":"PUBLISHED"}}]}',
      {
        texts: ['Bad update\n\nIt asks for a login now.', 'Nice\n\nWorks well.'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        stars: [2, 5],
        authors: ['ann', 'bob'],
        externalIds: ['00000-a', '00000-b'],
      },
    ],
    [
      'Google Play Developer API: userComment and developerComment',
      '{"reviews":[{"reviewId":"gp1","authorName":"Ann","comments":[{"userComment":{"text":"\\tCrashes on every start","lastModified":{"seconds":"1772359200","nanos":5000},"starRating":1,"reviewerLanguage":"en","device":"x1","appVersionName":"2.4.1","thumbsUpCount":3,"thumbsDownCount":0}},{"developerComment":{"text":"Hi Ann, please update to 2.4.2, it is fixed there","lastModified":{"seconds":"1772445600","nanos":0}}}]},{"reviewId":"gp2","authorName":"Bob","comments":[{"userComment":{"text":"\\tLove it","lastModified":{"seconds":"1772532000","nanos":0},"starRating":5,"reviewerLanguage":"en","device":"x2","appVersionName":"2.4.1","thumbsUpCount":0,"thumbsDownCount":0}}]}]}',
      {
        texts: ['Crashes on every start', 'Love it'],
        times: ['2026-03-01T10:00Z', '2026-03-03T10:00Z'],
        stars: [1, 5],
      },
    ],
    // Not by name: Jest takes a fourth parameter that a row does not give for a callback to wait for.
  ])('%s', async (...[, content, expected, options]) => expectHeld(content, expected, options));
});
