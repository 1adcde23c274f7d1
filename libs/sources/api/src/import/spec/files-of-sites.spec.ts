import { expectHeld, lines, type Expected } from './read-export';

describe('files as sites and programs write them', () => {
  it.each<[string, string[], Expected]>([
    [
      'Trustpilot',
      [
        'Review Id,Review Created (UTC),Review Consumer User Id,Review Title,Review Content,Review Stars,Source Of Review,Review Language,Company Reply Date (UTC),Company Reply',
        '65a,2026-03-01 10:00:00,u1,Late,"The parcel came two weeks late, nobody answered",1,Organic,en,2026-03-02 09:00:00,We are sorry to hear that and will call you',
        '65b,2026-03-02 11:30:00,u2,Fine,Arrived on time and well packed,5,Invitation,en,,',
      ],
      {
        texts: ['Late\n\nThe parcel came two weeks late, nobody answered', 'Fine\n\nArrived on time and well packed'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:30Z'],
        stars: [1, 5],
      },
    ],
    [
      'Capterra',
      [
        'Date,Reviewer,Overall Rating,Ease of Use,Customer Service,Pros,Cons',
        '2026-03-01,Ann B.,2,5,1,Easy to set up,Support never answers',
        '2026-03-02,Bob C.,5,4,5,Charts are clear,None so far to speak of',
      ],
      {
        texts: ['Easy to set up\n\nSupport never answers', 'Charts are clear\n\nNone so far to speak of'],
        stars: [2, 5],
      },
    ],
    [
      'Douban',
      [
        '用户,评分,评论时间,有用,短评',
        '小明,力荐,2026-03-01 10:00:00,128,节奏紧凑，结尾出乎意料',
        '阿花,较差,2026-03-02 11:00:00,9,前半段不错，后面全是套路',
      ],
      {
        texts: ['节奏紧凑，结尾出乎意料', '前半段不错，后面全是套路'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'],
        stars: [5, 2],
        likes: [128, 9],
      },
    ],
    [
      'Dianping',
      [
        '昵称,星级,口味,环境,服务,人均,评价内容,评价时间,点赞数',
        '吃货,5星,4.8,4.5,4.9,86,锅底很香，排队久了点,2026-03-01 19:20,12',
        '路人,2星,2.0,3.0,1.5,92,等了一个小时才上菜，服务员态度也差,2026-03-02 20:05,3',
      ],
      { texts: ['锅底很香，排队久了点', '等了一个小时才上菜，服务员态度也差'], stars: [5, 2], likes: [12, 3] },
    ],
    [
      'complaints (黑猫)',
      [
        '投诉编号,投诉对象,投诉问题,投诉要求,涉诉金额,投诉内容,投诉时间,投诉状态',
        '17360001,某某电商,不退款,退款,139,买了三天就降价，客服不给保价还把我拉黑,2026-03-01 10:00:00,处理中',
        '17360002,某某电商,虚假发货,赔偿,58,显示已签收但我没有收到快递，联系商家没人理,2026-03-02 11:00:00,已完成',
      ],
      {
        texts: ['买了三天就降价，客服不给保价还把我拉黑', '显示已签收但我没有收到快递，联系商家没人理'],
        likes: [0, 0],
        stars: [null, null],
      },
    ],
    [
      'the back office of JD',
      [
        '订单编号,商品编号,商品名称,评价内容,评价星级,评价时间,是否晒单,用户昵称,商家回复',
        '308812345678,100012,降噪耳机 白色,音质不错就是盒盖有点松,4,2026-03-01 10:00:00,是,j***n,感谢您的支持，祝您生活愉快',
        '308812345679,100012,降噪耳机 白色,用了两天左耳没声音,1,2026-03-02 10:00:00,否,a***b,非常抱歉给您带来不便，请联系客服',
      ],
      { texts: ['音质不错就是盒盖有点松', '用了两天左耳没声音'], stars: [4, 1], likes: [0, 0] },
    ],
    [
      'Judge.me of Shopify',
      [
        'title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls',
        'Leaks,The cup leaks at the lid,2,2026-03-01 10:00:00 UTC,web,ok,Ann,ann@x.example,77,cup,Sorry! We send you a new lid,2026-03-02 08:00:00 UTC,',
        ',Keeps tea hot all day,5,2026-03-02 11:00:00 UTC,web,ok,Bob,bob@x.example,77,cup,,,https://img.example/1.jpg',
      ],
      {
        texts: ['Leaks\n\nThe cup leaks at the lid', 'Keeps tea hot all day'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'],
        stars: [2, 5],
      },
    ],
    [
      'satisfaction of Zendesk',
      [
        'Ticket ID,Requester,Assignee,Rating,Comment,Rated at',
        '101,Ann,Team 1,Bad,I had to explain it three times,2026-03-01 10:00',
        '102,Bob,Team 1,Good,Solved in five minutes,2026-03-02 11:00',
      ],
      {
        texts: ['I had to explain it three times', 'Solved in five minutes'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'],
      },
    ],
    [
      'ratings of Intercom',
      [
        'Conversation ID,Conversation rating,Conversation rating remark,Rated at (America/New_York),Teammate',
        '215,1,Nobody understood what I asked,2026-03-01 10:00:00,Cleo',
        '216,5,Very patient with me,2026-07-02 11:00:00,Cleo',
      ],
      {
        texts: ['Nobody understood what I asked', 'Very patient with me'],
        times: ['2026-03-01T15:00Z', '2026-07-02T15:00Z'],
        stars: [1, 5],
      },
    ],
    [
      'Google Forms with a zone',
      [
        'Timestamp,How satisfied are you? (1-5),What could we improve?',
        '2026/03/01 6:12:33 PM GMT+9,2,The queue at the desk is far too long',
        '2026/03/02 9:05:00 AM GMT+9,5,Nothing at all comes to my mind',
      ],
      {
        texts: ['The queue at the desk is far too long', 'Nothing at all comes to my mind'],
        times: ['2026-03-01T09:12:33.000Z', '2026-03-02T00:05Z'],
        stars: [2, 5],
      },
    ],
    [
      'Google Forms in Japanese',
      [
        'タイムスタンプ,満足度,ご意見',
        '2026/03/01 午後 6:12:33,2,受付の待ち時間が長い',
        '2026/03/02 午前 9:05:00,5,とても親切でした',
      ],
      {
        texts: ['受付の待ち時間が長い', 'とても親切でした'],
        times: ['2026-03-01T18:12:33.000Z', '2026-03-02T09:05Z'],
        stars: [2, 5],
      },
    ],
    [
      'Google Forms in Chinese',
      ['时间戳记,满意度,您的建议', '2026/3/1 下午 6:12:33,2,排队时间太长了', '2026/3/2 上午 9:05:00,5,工作人员很热情'],
      { texts: ['排队时间太长了', '工作人员很热情'], times: ['2026-03-01T18:12:33.000Z', '2026-03-02T09:05Z'] },
    ],
    [
      'DiscordChatExporter',
      [
        'AuthorID,Author,Date,Content,Attachments,Reactions',
        '"1","ann","2026-03-01T10:00:00.1230000+00:00","the lid leaks","","👍 (4),❤️ (2)"',
        '"2","bob","2026-03-01T10:01:00.0000000+00:00","mine is fine","",""',
      ],
      {
        texts: ['the lid leaks', 'mine is fine'],
        times: ['2026-03-01T10:00:00.123Z', '2026-03-01T10:01Z'],
        likes: [6, 0],
      },
    ],
    [
      'YouTube in Google Takeout',
      [
        'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text,Top-Level Comment ID',
        'Ugx1,UC1,2026-03-01T10:00:00.123456+00:00,0,,v1,"{""text"":""great video""}",',
        'Ugx2,UC1,2026-03-02T10:00:00+00:00,0,,v2,"{""text"":""too long""},{""text"":""\\n""},{""text"":""and loud""}",',
      ],
      {
        texts: ['great video', 'too long\nand loud'],
        times: ['2026-03-01T10:00:00.123Z', '2026-03-02T10:00Z'],
        likes: [0, 0],
      },
    ],
    [
      'the data of a Reddit account',
      [
        'id,permalink,date,ip,subreddit,gildings,link,parent,body,media',
        'k1,https://www.reddit.com/r/cups/comments/1/x/k1/,2026-03-01 10:00:00 UTC,,cups,0,https://www.reddit.com/r/cups/comments/1/x/,,the lid leaks on mine,',
        'k2,https://www.reddit.com/r/cups/comments/2/y/k2/,2026-03-02 11:00:00 UTC,,cups,0,https://www.reddit.com/r/cups/comments/2/y/,k9,works for me though,',
      ],
      {
        texts: ['the lid leaks on mine', 'works for me though'],
        times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'],
        likes: [0, 0],
      },
    ],
    [
      'German Excel: semicolons and decimal commas',
      [
        'Datum;Bewertung;Kommentar;Likes',
        '01.03.2026 10:00;4,5;"gut; aber teuer";1.234',
        '13.03.2026 09:30;1,0;kam kaputt an;7',
      ],
      {
        texts: ['gut; aber teuer', 'kam kaputt an'],
        times: ['2026-03-01T10:00Z', '2026-03-13T09:30Z'],
        stars: [4.5, 1],
        likes: [1234, 7],
      },
    ],
    [
      'tabs within quotes',
      ['date\ttext\tlikes', '2026-03-01\t"one\tand two"\t3', '2026-03-02\tplain words\t4'],
      { texts: ['one\tand two', 'plain words'], likes: [3, 4], bad: [] },
    ],
    [
      'two files behind each other, with both headers',
      ['date,text,likes', '2026-03-01,late again,3', 'date,text,likes', '2026-03-02,good coffee,4'],
      { texts: ['late again', 'good coffee'], bad: ['unreadable-time'] },
    ],
    [
      'a sum below the rows',
      ['日期,评论内容,点赞', '2026-03-01,味道很好,3', '2026-03-02,等太久了,4', '合计,2 条,7'],
      { texts: ['味道很好', '等太久了'], bad: ['unreadable-time'] },
    ],
    [
      'names of groups above the names of columns',
      [
        'Customer,,Review,,',
        'Name,Country,Date,Rating,Comment',
        'Ann,FR,2026-03-01,2,late again',
        'Bob,DE,2026-03-02,5,good coffee',
      ],
      { texts: ['late again', 'good coffee'], stars: [2, 5] },
    ],
    [
      'SurveyMonkey, with a second line of names',
      [
        'Respondent ID,Start Date,End Date,How likely are you to recommend us?,What is the reason for your score?',
        ',,,Response,Open-Ended Response',
        '118001,03/01/2026 10:00:00 AM,03/01/2026 10:04:00 AM,2,You never call back',
        '118002,03/14/2026 11:00:00 AM,03/14/2026 11:02:00 AM,9,Fast and friendly people',
      ],
      { texts: ['You never call back', 'Fast and friendly people'], times: ['2026-03-01T10:04Z', '2026-03-14T11:02Z'] },
    ],
    [
      'Qualtrics, with three lines of names',
      [
        'StartDate,EndDate,ResponseId,Q1,Q2',
        'Start Date,End Date,Response ID,How do you rate us?,Please tell us why',
        '"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"',
        '2026-03-01 10:00:00,2026-03-01 10:05:00,R_1,2,You never call back',
        '2026-03-02 11:00:00,2026-03-02 11:03:00,R_2,9,Fast and friendly people',
      ],
      { texts: ['You never call back', 'Fast and friendly people'] },
    ],
  ])('%s', async (_, rows, expected) => expectHeld(lines(...rows), expected));
});
